/// A pattern for paths beneath a folder, as configurations write it.
///
/// As in `.gitignore`, a name without a slash means files and folders of that name at any depth, a
/// folder means all that is in it, and `/` or `./` at the start ties a pattern to the folder.
public struct PathPattern: Sendable {
  private let globs: [Glob]

  /// The pattern that `pattern` writes.
  public init(_ pattern: String) {
    var text = pattern[...]
    let isTied = text.hasPrefix("/") || text.hasPrefix("./")
    if isTied { text = text.drop { $0 == "." }.dropFirst() }
    let isFolder = text.hasSuffix("/")
    if isFolder { text = text.dropLast() }
    let lead = isTied || text.contains("/") ? "" : "**/"
    globs = (isFolder ? ["/**/*"] : ["", "/**/*"]).map { Glob(lead + text + $0) }
  }

  /// Whether `path`, told from the folder of the pattern, is as the pattern says.
  public func matches(_ path: String) -> Bool { globs.contains { $0.matches(path) } }
}
