import AdModel
import Configuration
import Foundation
import Law
import RuleText
import Testing

/// `Reports/schema/config.schema.json`, with which editors complete and check a configuration.
@Suite struct ConfigurationSchemaTests {
  private let schema: [String: Any]

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: root.appending(path: "Reports/schema/config.schema.json"))
    schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func keys(_ object: Any?) -> Set<String> {
    let object = object as? [String: Any]
    // Another key is an error here, as it is there.
    #expect(object?["additionalProperties"] as? Bool == false)
    return Set((object?["properties"] as? [String: Any] ?? [:]).keys)
  }

  private func definition(_ name: String) -> [String: Any]? {
    (schema["$defs"] as? [String: Any])?[name] as? [String: Any]
  }

  @Test func `has the keys that the reader knows`() {
    #expect(keys(schema) == Set(ConfigurationKeys.shared + ConfigurationKeys.top))
    #expect(keys(definition("override")) == Set(ConfigurationKeys.override))
    #expect(keys(definition("employer")) == Set(ConfigurationKeys.employer))
  }

  @Test func `has the words that the reader knows`() {
    func words(_ name: String) -> [String] { definition(name)?["enum"] as? [String] ?? [] }
    #expect(words("severity") == Settings.Severity.allCases.map(\.rawValue))
    #expect(words("gate") == Settings.Gate.allCases.map(\.rawValue))
    #expect(words("kind") == Employer.Kind.allCases.map(\.rawValue))
    #expect(words("part") == Part.allCases.map(\.rawValue))
  }

  @Test func `the starter is a configuration, with and without its comments`() throws {
    let bare = Starter.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.firstMatch(of: /^# (?=\w[\w-]*:|  )/).map { String(line[$0.range.upperBound...]) }
        ?? String(line)
    }.joined(separator: "\n")
    for text in [Starter.text, bare] {
      let node = try YAML.node(of: text, file: "x")
      let file = try ConfigurationFile(node, name: "x", folder: "/")
      #expect(file.settings.failOn?.value == .error)
      #expect((file.overrides.count == 1) == (text == bare))
    }
  }
}
