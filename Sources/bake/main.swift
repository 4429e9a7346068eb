import Foundation
import RuleText

// bake OUTPUT FOLDER: writes the rule files of the folder as a Swift source that holds them.

/// The files, or a word on what is wrong with one.
func bake(_ arguments: [String]) throws {
  let folder = URL(filePath: arguments[2]).resolvingSymlinksInPath().path
  let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
  let files = try names.filter { $0.hasSuffix(".yml") }.sorted().map { name -> Baked.File in
    let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    return ("Rules/\(name)", try YAML.node(of: text, file: "Rules/\(name)"))
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

do {
  try bake(CommandLine.arguments)
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
