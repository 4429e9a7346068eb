import Foundation
import Testing

/// The tests of every folder are built: a folder that no target names is silent for ever.
@Suite struct PackageTests {
  @Test func `every folder of tests is a target`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let package = try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: "Tests").path
    ).filter { $0.hasSuffix("Tests") }.map { $0.dropLast("Tests".count) }
    #expect(folders.count > 15)
    for folder in folders {
      #expect(
        package.contains("of: \"\(folder)\"") || package.contains("named: \"\(folder)\""),
        "no target has the tests of Tests/\(folder)Tests")
    }
  }
}
