import AdModel

/// A JSON value of a file that is no ad, such as a baseline.
public enum JSONValue: Sendable {
  case object([(name: String, value: JSONValue)])
  case array([JSONValue])
  case string(String)
  case number(String)
  case bool(Bool)
  case null

  /// The value that `text` is, UTF-8; `nil` where it is no JSON.
  public init?(_ text: [UInt8]) {
    let tape = JSONTape(text, text.trimmed(text.skippingMark(0..<text.count)))
    guard tape.fault == nil, !tape.nodes.isEmpty else { return nil }
    self = Self.value(0, of: tape)
  }

  /// The value under `name`, if it is an object that has one.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  public var array: [JSONValue] { if case .array(let values) = self { values } else { [] } }

  public var members: [(name: String, value: JSONValue)] {
    if case .object(let members) = self { members } else { [] }
  }

  public var string: String? { if case .string(let text) = self { text } else { nil } }

  public var number: Int? { if case .number(let text) = self { Int(text) } else { nil } }

  private static func value(_ index: Int, of tape: JSONTape) -> JSONValue {
    let node = tape.nodes[index]
    switch node.kind {
    case .object:
      return .object(
        tape.children(of: index).map { (string($0, of: tape), value($0 + 1, of: tape)) })
    case .array: return .array(tape.children(of: index).map { value($0, of: tape) })
    case .string: return .string(string(index, of: tape))
    case .number: return .number(String(decoding: tape.text[node.range], as: UTF8.self))
    case .bool: return .bool(tape.text[node.lower] == UInt8(ascii: "t"))
    case .null: return .null
    }
  }

  private static func string(_ index: Int, of tape: JSONTape) -> String {
    var bytes: [UInt8] = []
    var map = SourceMap<Inner, Source>()
    JSONString.decode(tape.text, tape.nodes[index].range, into: &bytes, &map)
    return String(decoding: bytes, as: UTF8.self)
  }
}
