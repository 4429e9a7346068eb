import Foundation
import PackagePlugin

/// Puts the rule files of `Rules/` into the binary, so that it needs no file beside it.
@main struct BakeRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "Rules")
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yml") }.sorted().map { folder.appending(path: $0) }
    let output = context.pluginWorkDirectoryURL.appending(path: "BakedRules.swift")
    return [
      .buildCommand(
        displayName: "Baking rules", executable: try context.tool(named: "bake").url,
        arguments: [output.path, folder.path] + files.map(\.path), inputFiles: files,
        outputFiles: [output])
    ]
  }
}
