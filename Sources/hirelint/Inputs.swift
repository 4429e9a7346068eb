import AdModel
import Paths
import Reading

/// The files of ads that a command line names.
struct Inputs {
  /// Paths of files, in order; `-` is standard input.
  private(set) var paths: [String]
  /// Files that the command line names itself, and the folders and patterns of it.
  let named: Set<String>
  let folders: [String]
  /// How many files were left out that would have been read.
  private(set) var leftOut = 0
  /// What is wrong with the paths themselves.
  let problems: [Problem]
  /// The format that the command line forces.
  let input: String?
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
    let paths = paths.map { $0.hasPrefix(folder) ? String($0.dropFirst(folder.count)) : $0 }
    let found = FileFinder().find(paths)
    self.paths = found.files
    let files = Set(found.files)
    named = found.named
    folders = paths.filter { !files.contains($0) }.map {
      Glob.isPattern($0) && !Output.exists($0) ? Glob.root(of: $0) : $0
    }
    problems = found.problems
    self.input = input
    self.stdinName = stdinName
    self.needsDigests = needsDigests
  }

  /// Reads no more those files that `isWanted` denies.
  mutating func keep(where isWanted: (String) throws -> Bool) rethrows {
    let count = paths.count
    paths = try paths.filter(isWanted)
    leftOut += count - paths.count
  }

  /// The lowest folder that holds the working folder and all of `paths` that are told from it, and the
  /// way from there to the working folder: `site` for `../ads` in a folder `site`.
  static func place(of paths: [String]) -> (root: String, folder: String) {
    let steps = paths.map { path in path.split(separator: "/").prefix { $0 == ".." }.count }
    let folders = Output.workingFolder.split(separator: "/")
    let beneath = folders.suffix(steps.max() ?? 0)
    return (
      folders.dropLast(beneath.count).map { "/" + $0 }.joined(), beneath.joined(separator: "/")
    )
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
    _ path: String, options: ReadingOptions = ReadingOptions(),
    limits: WindowLimits = WindowLimits()
  ) throws(Problem) -> Input {
    let name = path == "-" ? stdinName : path
    let stream = try InputStream(path: path, name: name, isHashed: needsDigests)
    let windows = try FileWindows(
      stream, name: name, forced: input, options: options, limits: limits)
    return Input(name: name, stream: stream, windows: windows)
  }

  /// The whole file of `bytes` that stands at `path`, and what reads it.
  func read(
    _ bytes: [UInt8], of path: String, _ options: ReadingOptions
  ) throws(Problem) -> (source: SourceFile, reader: any Reader) {
    let name = path == "-" ? stdinName : path
    var source = try SourceFile(name: name, bytes: bytes)
    source.packing = try FileWindows(MemoryStream(bytes), name: name, forced: input).packing
    return (source, try Readers.reader(for: source, forced: input, options: options))
  }

  /// The bytes of the file at `path`.
  static func bytes(of path: String) throws(Failure) -> [UInt8] {
    do throws(Problem) {
      return try SourceFile.bytes(of: path)
    } catch {
      throw Failure(message: "\(path): \(error.message)")
    }
  }

  /// The text of the file at `path`, such as a file of rules.
  static func text(of path: String) throws -> String {
    do throws(Problem) {
      return String(decoding: try SourceFile(path: path).text, as: UTF8.self)
    } catch {
      // A file of settings may be empty.
      if error.id == "empty-file" { return "" }
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
