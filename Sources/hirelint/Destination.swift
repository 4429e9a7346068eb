import AdModel
import Reading

/// A report that is asked for, and where it is to stand.
struct Destination {
  /// The name of the reporter.
  let format: String
  /// The path of the file; `-` is standard output.
  let path: String

  /// What `--report` asks for by an option such as `sarif=ads.sarif`.
  init(_ option: String) throws(Failure) {
    guard let equals = option.firstIndex(of: "="), !option.hasSuffix("=") else {
      throw Failure(message: "--report should be like sarif=ads.sarif, not “\(option)”")
    }
    format = String(option[..<equals])
    path = String(option[option.index(after: equals)...])
  }

  /// Refuses reports that would take the place of one another, or of a file that is read.
  static func keepApart(_ all: [Destination], from inputs: Inputs) throws(Failure) {
    var taken: [String: String] = [:]
    for destination in all where destination.isFile {
      if taken.updateValue(destination.path, forKey: destination.target) != nil {
        throw Failure(
          message: "two reports would go to \(destination.path); give each a file of its own")
      }
    }
    let existing = taken.filter { Output.exists($0.key) }
    if existing.isEmpty { return }
    for path in inputs.paths {
      let file = SourceFile.archive(of: path) ?? path
      if let report = existing[DraftFile.resolved(file)] {
        throw Failure(
          message: "the report \(report) would replace \(file), which is to be checked; write it"
            + " elsewhere, or leave that file out with --exclude")
      }
    }
  }

  /// Whether a file is replaced, and not written to as what the system gives names to is.
  private var isFile: Bool {
    path != "-" && !path.hasPrefix("/dev/") && !path.hasPrefix("/proc/")
  }

  /// The path that links lead to, also where nothing stands yet.
  private var target: String {
    if Output.exists(path) { return DraftFile.resolved(path) }
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { path[...$0] } ?? "."
    let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
    return "\(DraftFile.resolved(String(folder)))/\(name)"
  }
}
