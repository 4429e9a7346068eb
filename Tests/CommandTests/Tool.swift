import Foundation
import Testing

/// The built command, run as a user would.
enum Tool {
  /// What a run left behind.
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  /// The binary, beside the bundle of the tests in the build folder.
  private static let binary: URL? = {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    let places = [bundle, Bundle.main.bundlePath].map { URL(filePath: $0) }
    return places.flatMap { [$0.deletingLastPathComponent(), $0] }
      .map { $0.appending(path: "hirelint") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  /// Runs `hirelint` with `arguments` in `folder`, with `variables` besides those of the environment.
  static func run(
    _ arguments: [String], in folder: URL, input: String? = nil, variables: [String: String] = [:]
  ) throws -> Outcome {
    try run(binary, arguments, in: folder, input: input, variables: variables)
  }

  /// Runs a script of sh(1), in which `$hirelint` is the command, in `folder`.
  static func run(script: String, in folder: URL) throws -> Outcome {
    try run(
      URL(filePath: "/bin/sh"), ["-c", "hirelint='\(binary?.path ?? "")'\n\(script)"], in: folder,
      input: nil, variables: [:])
  }

  private static func run(
    _ program: URL?, _ arguments: [String], in folder: URL, input: String?,
    variables: [String: String]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }
    // Files and not pipes: a long report would fill a pipe that nobody reads yet.
    let id = UUID().uuidString
    let folder = FileManager.default.temporaryDirectory
    let files = ["out", "err", "in"].map { folder.appending(path: "hirelint-\(id).\($0)") }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    try Data((input ?? "").utf8).write(to: files[2])
    for file in files.prefix(2) { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    process.standardInput = try FileHandle(forReadingFrom: files[2])
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: files[0]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self))
  }
}

/// A folder of files for one test, gone afterwards.
final class Desk {
  let folder: URL

  init(_ files: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "hirelint-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files { try add(name, Array(text.utf8)) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func add(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: folder.appending(path: name))
  }

  func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }

  func run(_ arguments: String..., input: String? = nil) throws -> Tool.Outcome {
    try Tool.run(arguments, in: folder, input: input)
  }

  func run(script: String) throws -> Tool.Outcome { try Tool.run(script: script, in: folder) }
}

extension Desk {
  /// An ad with an error, and one with nothing that is wrong for sure.
  static let bad =
    "Title: Baker\nDescription: We want a young team. Send your CV to jobs@@acme.com."
  static let good = """
    Title: Baker
    Company: Acme Foods
    Location: Leeds, UK
    Salary: £30,000 a year
    Contract: Permanent
    Hours: 37.5 hours a week
    Closing date: 1 December 2099
    Description: You will bake bread. Send your CV to jobs@acme.example.org.
    """
}
