import Foundation
import Reporting
import Testing

@Suite struct SchemaTests {
  @Test(arguments: Story.Name.allCases)
  func `every member of a JSON report is described`(name: Story.Name) throws {
    let report = try JSONSerialization.jsonObject(with: Data(Story(name).report("json").utf8))
    #expect(try Schema().faults(of: report) == [])
  }

  @Test(arguments: Story.Name.allCases)
  func `every member of a line of NDJSON is described`(name: Story.Name) throws {
    let schema = try Schema()
    for line in try Story(name).report("ndjson").split(separator: "\n") {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      var members = try #require(object)
      let type = members.removeValue(forKey: "type") as? String ?? ""
      if type == "run" {
        #expect(members.removeValue(forKey: "schemaVersion") as? String == "1.0")
        let tool = members.removeValue(forKey: "tool") ?? ""
        #expect(schema.faults(of: tool, as: "tool") == [])
      }
      #expect(schema.faults(of: members, as: type) == [])
    }
  }

  @Test func `the summary of NDJSON comes last`() throws {
    let last = try Story.many.report("ndjson").split(separator: "\n").last ?? ""
    #expect(last.hasPrefix(#"{"type":"summary","#))
  }

  @Test func `a fault in a report is noticed`() throws {
    let schema = try Schema()
    #expect(
      schema.faults(of: ["line": 0, "column": 1, "utf16": 1, "byte": 0], as: "position") != [])
    #expect(schema.faults(of: ["line": 1, "column": 1, "utf16": 1], as: "position") != [])
    #expect(schema.faults(of: ["error": 1, "warning": 0, "note": 0, "x": 1], as: "summary") != [])
  }
}

/// As much of JSON Schema 2020-12 as our schema says, and more: a member that is not described is
/// a fault, and so is a description that is missing.
private struct Schema {
  private let root: [String: Any]

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Reports/schema/report-1.0.schema.json")
    root = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] ?? [:]
  }

  func faults(of value: Any) -> [String] { faults(value, root, at: "") }

  func faults(of value: Any, as name: String) -> [String] {
    faults(value, definition(name), at: name)
  }

  private func definition(_ name: String) -> [String: Any] {
    (root["$defs"] as? [String: Any])?[name] as? [String: Any] ?? [:]
  }

  private func faults(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
    if let reference = schema["$ref"] as? String {
      return faults(value, definition(reference.components(separatedBy: "/").last ?? ""), at: path)
    }
    var faults = schema["description"] is String ? [] : ["\(path) has no description"]
    switch schema["type"] as? String {
    case "object": faults += membersFaults(value, schema, at: path)
    case "array":
      guard let values = value as? [Any] else { return ["\(path) is no array"] }
      let items = schema["items"] as? [String: Any] ?? [:]
      for (index, value) in values.enumerated() {
        faults += self.faults(value, items, at: "\(path)/\(index)")
      }
    case "string":
      guard let text = value as? String else { return ["\(path) is no string"] }
      if let allowed = schema["enum"] as? [String], !allowed.contains(text) {
        faults.append("\(path) is “\(text)”")
      }
      if let only = schema["const"] as? String, only != text {
        faults.append("\(path) is “\(text)”")
      }
    case "integer":
      guard let number = value as? Int else { return ["\(path) is no integer"] }
      if number < schema["minimum"] as? Int ?? .min || number > schema["maximum"] as? Int ?? .max {
        faults.append("\(path) is \(number)")
      }
    case "boolean": if !(value is Bool) { faults.append("\(path) is no boolean") }
    default: faults.append("\(path) has no type")
    }
    return faults
  }

  private func membersFaults(
    _ value: Any, _ schema: [String: Any], at path: String
  ) -> [String] {
    guard let members = value as? [String: Any] else { return ["\(path) is no object"] }
    let known = schema["properties"] as? [String: Any] ?? [:]
    let others = schema["additionalProperties"] as? [String: Any]
    var faults: [String] = []
    for (name, value) in members.sorted(by: { $0.key < $1.key }) {
      if let schema = known[name] as? [String: Any] ?? others {
        faults += self.faults(value, schema, at: "\(path)/\(name)")
      } else {
        faults.append("\(path)/\(name) is not described")
      }
    }
    for name in schema["required"] as? [String] ?? [] where members[name] == nil {
      faults.append("\(path)/\(name) is missing")
    }
    return faults
  }
}
