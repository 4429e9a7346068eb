import Foundation
import PackagePlugin

/// Puts the rule files of `Rules/` into the binary, so that it needs no file beside it.
@main struct BakeRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target.sourceModule else { return [] }
    let files = target.sourceFiles.map(\.url).filter { $0.pathExtension == "yml" }
    let folder = target.directoryURL.appending(path: "Rules")
    let output = context.pluginWorkDirectoryURL.appending(path: "BakedRules.swift")
    return [
      .buildCommand(
        displayName: "Baking rules", executable: try context.tool(named: "bake").url,
        arguments: [output.path, folder.path], inputFiles: files, outputFiles: [output])
    ]
  }
}
