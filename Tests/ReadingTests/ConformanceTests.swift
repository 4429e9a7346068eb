import AdModel
import Foundation
import Reading
import Testing

/// The suites that other projects test their parsers with; they run where they lie beside the
/// repository, or in the folder that HIRELINT_CONFORMANCE names.
enum Conformance {
  static let folder: URL = {
    if let named = ProcessInfo.processInfo.environment["HIRELINT_CONFORMANCE"] {
      return URL(fileURLWithPath: named)
    }
    let root = URL(fileURLWithPath: #filePath).appendingPathComponent("../../..").standardized
    return root.appendingPathComponent("../shared/conformance").standardized
  }()

  static func files(in name: String, ending: String) -> [URL] {
    let all = try? FileManager.default.contentsOfDirectory(
      at: folder.appendingPathComponent(name), includingPropertiesForKeys: nil)
    return (all ?? []).filter { $0.pathExtension == ending }.sorted { $0.path < $1.path }
  }

  static let json = files(in: "json", ending: "json")
}

@Suite(.enabled(if: !Conformance.json.isEmpty)) struct ConformanceTests {
  /// A value that is no ad is no ad, but it is JSON.
  @Test(arguments: Conformance.json)
  func `takes what is JSON and nothing else`(file: URL) throws {
    let bytes = [UInt8](try Data(contentsOf: file))
    let wrong = problems(bytes, as: "json").filter { $0.id != "not-an-ad" }
    switch file.lastPathComponent.prefix(2) {
    case "y_": #expect(wrong.isEmpty)
    case "n_": #expect(!wrong.isEmpty)
    default: break
    }
  }
}
