import AdModel
import Crypto
import Reading
import Reporting

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

  /// The file at `path`, the file number `index` of the run, and what reads it.
  func load(
    _ path: String, index: Int
  ) throws(Problem) -> (file: ReportedFile, reader: any Reader) {
    let bytes = try SourceFile.bytes(of: path)
    let source = try SourceFile(name: path == "-" ? stdinName : path, bytes: bytes)
    let reader = try Readers.reader(for: source, forced: input)
    let digest = needsDigests ? Self.digest(of: bytes) : ""
    return (ReportedFile(source, sha256: digest, index: index), reader)
  }

  /// SHA-256 of `bytes`, hexadecimal.
  private static func digest(of bytes: [UInt8]) -> String { SHA256.hash(data: bytes).text }

  /// The text of the file at `path`, such as a file of rules.
  static func text(of path: String) throws -> String {
    do throws(Problem) {
      return String(decoding: try SourceFile(path: path).text, as: UTF8.self)
    } catch {
      throw Failure(message: "\(path): \(error.message)")
    }
  }
}

extension SHA256Digest {
  /// 64 hexadecimal digits.
  var text: String {
    let digits = Array("0123456789abcdef")
    return reduce(into: "") { text, byte in
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
  }
}
