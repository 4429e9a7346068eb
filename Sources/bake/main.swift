import Foundation
import RuleText

// bake OUTPUT FOLDER FILE…: writes the rule files as a Swift source that holds them.

/// The files, or a word on what is wrong with one.
func bake(_ arguments: [String]) throws {
  let folder = arguments[2]
  let files = try arguments.dropFirst(3).map { path -> Baked.File in
    let name = "Rules" + path.dropFirst(folder.count)
    return (name, try YAML.node(of: String(contentsOfFile: path, encoding: .utf8), file: name))
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
