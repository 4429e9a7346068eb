internal import AdModel
public import RuleText

/// What a rule says under `check:`, read with care: a wrong value is an error with its place.
public struct Options: Sendable {
  public let node: Node

  public init(_ node: Node) { self.node = node }

  /// The names of all options given.
  public var names: [String] { node.keys }

  /// Whether the option is given at all.
  public func has(_ key: String) -> Bool { node[key] != nil }

  /// A text; `nil` where none is given.
  public func text(_ key: String) throws(OptionsError) -> String? {
    guard let value = node[key] else { return nil }
    guard let text = value.text else { throw OptionsError(value, "“\(key)” should be a text") }
    return text
  }

  /// One of the words of `type`.
  public func choice<T: RawRepresentable & CaseIterable>(
    _ key: String, of type: T.Type
  ) throws(OptionsError) -> T where T.RawValue == String {
    let names = T.allCases.map(\.rawValue)
    let index = try index(of: try text(key) ?? "", key, among: names)
    return Array(T.allCases)[index]
  }

  /// Some of the words of `type`.
  public func choices<T: RawRepresentable & CaseIterable>(
    _ key: String, of type: T.Type
  ) throws(OptionsError) -> [T] where T.RawValue == String {
    var choices: [T] = []
    for name in try self.choices(key, of: T.allCases.map(\.rawValue)) {
      if let choice = T(rawValue: name) { choices.append(choice) }
    }
    return choices
  }

  /// Some of `names`.
  public func choices(_ key: String, of names: [String]) throws(OptionsError) -> [String] {
    var choices: [String] = []
    for text in try texts(key) {
      choices.append(names[try index(of: text, key, among: names)])
    }
    return choices
  }

  private func index(
    of text: String, _ key: String, among names: [String]
  ) throws(OptionsError) -> Int {
    if let index = names.firstIndex(of: text) { return index }
    throw OptionsError(
      node[key] ?? node,
      "“\(key)” should be one of \(names.joined(separator: ", ")), not “\(text)”"
        + Suggestion.sentence(for: text, among: names))
  }

  /// A list of texts; empty where none is given.
  public func texts(_ key: String) throws(OptionsError) -> [String] {
    guard let value = node[key] else { return [] }
    if let texts = value.texts { return texts }
    guard let list = value.list else { throw OptionsError(value, "“\(key)” should be a list") }
    var texts: [String] = []
    for item in list {
      guard let text = item.text else {
        throw OptionsError(item, "“\(key)” should hold texts; put quotes around this one")
      }
      texts.append(text)
    }
    return texts
  }

  /// The numbers that the build has given the patterns among them, if it did.
  var numbers: Baked.Numbers? { node[Baked.numberKey]?.text.flatMap { Baked.Numbers($0) } }

  /// What a whole number may be: more than any ad has of anything, and nothing that overflows when it
  /// is multiplied.
  static let integers = 0...1_000_000

  /// A whole number, of ``integers``.
  public func integer(_ key: String, default fallback: Int) throws(OptionsError) -> Int {
    guard let text = try text(key) else { return fallback }
    guard let number = Int(text) else {
      throw OptionsError(
        node[key] ?? node, "“\(key)” should be a whole number, not “\(text)”")
    }
    guard Self.integers.contains(number) else {
      throw OptionsError(
        node[key] ?? node,
        "“\(key)” should be from 0 to \(Self.integers.upperBound), not “\(text)”")
    }
    return number
  }

  /// `true` or `false`.
  public func flag(_ key: String) throws(OptionsError) -> Bool {
    switch try text(key) {
    case nil, "false": return false
    case "true": return true
    case let text?:
      throw OptionsError(node[key] ?? node, "“\(key)” should be true or false, not “\(text)”")
    }
  }

  /// Throws for the first option that is none of `names`.
  public func allow(_ names: [String]) throws(OptionsError) {
    for key in node.map?.map(\.key) ?? [] where !names.contains(key.text ?? "") {
      let word = key.text ?? ""
      throw OptionsError(
        key,
        "“\(word)” is not an option of “\(names.first ?? "")”"
          + Suggestion.sentence(for: word, among: names))
    }
  }
}

/// What is wrong with an option, and where.
public struct OptionsError: Error, Hashable, Sendable {
  public var message: String
  /// 1-based; 0 where the options come from no file.
  public var line: Int
  public var column: Int

  public init(_ node: Node, _ message: String) {
    self.message = message
    line = node.line
    column = node.column
  }
}
