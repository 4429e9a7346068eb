import Foundation
import Reporting
import Testing

/// Whole reports, as they were when somebody last looked at them.
///
/// After a change that is meant, run the tests with `HIRELINT_WRITE_SNAPSHOTS=1` and read the
/// difference.
@Suite struct SnapshotTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "Snapshots")

  @Test(arguments: Story.Name.allCases, Reporters.names)
  func `says what it said before`(story: Story.Name, name: String) throws {
    let report = try Story(story).report(name, ReportOptions(showsCleanAds: true))
    try compare(report, to: "\(story).\(name)")
  }

  @Test func `shows people colours and the whole ledger when asked`() throws {
    let options = ReportOptions(color: true, width: 50, showsLedger: true)
    try compare(Story.many.report("text", options), to: "many.color.text")
  }

  private func compare(_ report: String, to name: String) throws {
    let file = Self.folder.appending(path: name)
    if ProcessInfo.processInfo.environment["HIRELINT_WRITE_SNAPSHOTS"] != nil {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try Data(report.utf8).write(to: file)
    }
    let before = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    // Not in #expect, which would print both.
    let isSame = before == report
    #expect(isSame, "\(name) differs; HIRELINT_WRITE_SNAPSHOTS=1 writes it anew")
  }
}
