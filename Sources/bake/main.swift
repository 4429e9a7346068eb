import Foundation
import Patterns
import RuleText

// bake OUTPUT FOLDER: writes the rule files of the folder as a Swift source that holds them.

/// The files, or a word on what is wrong with one.
func bake(_ arguments: [String]) throws {
  let folder = URL(filePath: arguments[2]).resolvingSymlinksInPath().path
  let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
  let files = try names.filter { $0.hasSuffix(".yml") }.sorted().map { name -> Baked.File in
    let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    return ("Rules/\(name)", try YAML.node(of: text, file: "Rules/\(name)").withBeginnings)
  }
  let text = String(decoding: Baked.bytes(of: files), as: UTF8.self)
  let fence = "##########"
  try """
  /// The rule files, as ``Baked`` writes them.
  let bakedRules: StaticString = \(fence)\"\"\"
  \(text)
  \"\"\"\(fence)

  """.write(toFile: arguments[1], atomically: true, encoding: .utf8)
}

extension Node {
  /// This node, with the beginnings of all patterns in it written beside them.
  var withBeginnings: Node {
    switch content {
    case .text: return self
    case .list(let nodes):
      return Node(.list(nodes.map(\.withBeginnings)), line: line, column: column)
    case .map(let pairs):
      var all = pairs.map { Pair(key: $0.key, value: $0.value.withBeginnings) }
      let phrases = self["phrases"]?.list?.compactMap(\.text) ?? []
      let patterns =
        phrases.flatMap { Phrase.alternatives(of: $0).map(Phrase.pattern) }
        + (self["patterns"]?.list?.compactMap(\.text) ?? [])
      if !patterns.isEmpty {
        let texts = patterns.map { Node(.text(Beginnings(of: $0)?.text ?? "")) }
        all.append(Pair(key: Node(.text("beginnings")), value: Node(.list(texts))))
      }
      return Node(.map(all), line: line, column: column)
    }
  }
}

do {
  try bake(CommandLine.arguments)
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
