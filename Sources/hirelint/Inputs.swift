import AdModel
import Reading

/// The files of ads that a command line names.
struct Inputs {
  /// Paths of files, in order; `-` is standard input.
  let paths: [String]
  /// What is wrong with the paths themselves.
  let problems: [Problem]
  private let input: String?
  private let stdinName: String
  private let needsDigests: Bool

  init(paths: [String], input: String?, stdinName: String, needsDigests: Bool) throws {
    if let input, !Readers.names.contains(input) {
      throw Failure(
        message:
          "“\(input)” is no format of input; there are \(Readers.names.joined(separator: ", "))")
    }
    // A path from the root of the machine is nobody else's business, and would make fingerprints
    // differ between machines.
    let folder = Output.workingFolder + "/"
    let found = FileFinder().find(
      paths.map { $0.hasPrefix(folder) ? String($0.dropFirst(folder.count)) : $0 })
    self.paths = found.files
    problems = found.problems
    self.input = input
    self.stdinName = stdinName
    self.needsDigests = needsDigests
  }

  /// The way to the working folder from the lowest folder that holds it and all of `paths`: `site`
  /// for `../ads` in a folder `site`.
  static func folderBeneathRoot(of paths: [String]) -> String {
    let steps = paths.map { path in path.split(separator: "/").prefix { $0 == ".." }.count }
    return Output.workingFolder.split(separator: "/").suffix(steps.max() ?? 0)
      .joined(separator: "/")
  }

  /// The number of bytes of all files, or `nil` where one of them does not tell.
  var byteCount: Int? {
    paths.reduce(0 as Int?) { sum, path in
      guard let sum, let size = try? DiskStream(path: path).size else { return nil }
      return sum + size
    }
  }

  /// The file at `path`, ready to be read.
  func open(
    _ path: String, limits: WindowLimits = WindowLimits()
  ) throws(Problem) -> Input {
    let name = path == "-" ? stdinName : path
    let stream = try InputStream(path: path, name: name, isHashed: needsDigests)
    let windows = try FileWindows(stream, name: name, forced: input, limits: limits)
    return Input(name: name, stream: stream, windows: windows)
  }

  /// The text of the file at `path`, such as a file of rules.
  static func text(of path: String) throws -> String {
    do throws(Problem) {
      return String(decoding: try SourceFile(path: path).text, as: UTF8.self)
    } catch {
      throw Failure(message: "\(path): \(error.message)")
    }
  }
}

/// A file of ads that has been opened.
struct Input {
  let name: String
  let stream: InputStream
  let windows: FileWindows
}
