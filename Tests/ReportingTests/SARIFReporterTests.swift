import AdModel
import Foundation
import Reporting
import Testing

@Suite struct SARIFReporterTests {
  /// The folder of the package.
  private static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  /// A checker of SARIF that may stand beside the package.
  private static let checker = package.appending(path: "../shared/tools/sarif_quality.py")
    .standardizedFileURL

  private static let hasChecker = FileManager.default.fileExists(atPath: checker.path)

  @Test(
    .enabled(if: hasChecker, "the checker does not stand beside the package"),
    arguments: Story.Name.allCases)
  func `is true of the bytes on disk, to the last region`(name: Story.Name) throws {
    try check(Story(name), name.rawValue)
  }

  @Test(
    .enabled(if: hasChecker, "the checker does not stand beside the package"),
    arguments: 1...8 as ClosedRange<UInt64>)
  func `is true of random bytes, too`(seed: UInt64) throws {
    try check(Story.random(seed: seed), "random-\(seed)")
  }

  private func check(_ story: Story, _ name: String) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "hirelint-sarif-\(name)-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for chapter in story.chapters {
      let file = folder.appending(path: chapter.file.source.name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(chapter.bytes).write(to: file)
    }
    let log = folder.appending(path: "out.sarif")
    try Data(story.report("sarif").utf8).write(to: log)

    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", Self.checker.path, log.path, "--root", folder.path, "--level", "warning",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(said.split(separator: "\n").last == "0 violations", "\(said)")
  }
}
