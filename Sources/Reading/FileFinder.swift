public import AdModel
internal import Paths

/// Finds the files that paths, folders and patterns mean, always in the same order.
public struct FileFinder: Sendable {
  /// What was found.
  public struct Found: Hashable, Sendable {
    /// Paths as given, or inside the folder as given; each once.
    public var files: [String] = []
    /// Paths that mean nothing, or cannot be read.
    public var problems: [Problem] = []
  }

  /// The deepest folder that is looked into.
  public static let depthLimit = 100

  /// Endings of the files that count in a folder, lower case, without the dot.
  public var fileExtensions: Set<String>

  /// Folders that never hold ads.
  public var skippedFolders: Set<String> = [".git", ".build", "node_modules"]

  public init(fileExtensions: Set<String> = Readers.fileExtensions) {
    self.fileExtensions = fileExtensions
  }

  /// The files that `paths` mean.
  ///
  /// A ZIP archive counts with the files that are packed in it, as a folder would.
  /// A path to a file counts whatever its name; a folder counts with all that is in it, except
  /// hidden files and links to other folders; `-` is standard input.
  public func find(_ paths: [String]) -> Found {
    var search = Search(finder: self)
    for path in paths { search.add(path) }
    return search.found
  }

  private struct Search {
    let finder: FileFinder
    var found = Found()
    private var seen: Set<String> = []

    init(finder: FileFinder) { self.finder = finder }

    mutating func add(_ path: String) {
      if path == "-" { return keep(path) }
      do throws(Disk.Failure) {
        switch try Disk.kind(at: path) {
        case .folder: addFolder(path)
        case .file, .other: keep(path)
        }
      } catch {
        if error.isMissing, Glob.isPattern(path) { return addPattern(path) }
        found.problems.append(.unreadable(path, error))
      }
    }

    private mutating func addFolder(_ path: String) {
      let count = seen.count
      let problems = found.problems.count
      var isEmpty = true
      let known = finder.fileExtensions
      walk(path, enters: { _ in true }) { name in
        guard known.contains(Readers.fileExtension(of: name)) else { return false }
        isEmpty = false
        return true
      }
      guard isEmpty, seen.count == count, found.problems.count == problems else { return }
      found.problems.append(nothing(in: path))
    }

    private func nothing(in path: String) -> Problem {
      let endings = finder.fileExtensions.sorted().map { ".\($0)" }.joined(separator: " ")
      let place = ZipArchive.isNamed(path) ? "archive" : "folder"
      return Problem(
        id: "no-ads", file: path,
        message: "There is nothing to read in this \(place): no file ends in one of \(endings);"
          + " name the files themselves if they do not.", losesAds: false)
    }

    private mutating func addPattern(_ path: String) {
      let glob = Glob(path)
      let count = seen.count
      var matched = false
      let problems = found.problems.count
      walk(Glob.root(of: path), enters: { glob.mayMatch(inside: $0) }) { name in
        let matches = glob.matches(name)
        matched = matched || matches
        return matches
      }
      guard !matched, seen.count == count, found.problems.count == problems else { return }
      found.problems.append(
        Problem(
          id: "missing-file", file: path,
          message: "No file matches this pattern; check it, and put it in quotes."))
    }

    private mutating func keep(_ path: String) {
      guard seen.insert(path).inserted else { return }
      if ZipArchive.isNamed(path) { addArchive(path) } else { found.files.append(path) }
    }

    private mutating func addArchive(_ path: String) {
      do throws(Problem) {
        let contents = try ZipArchive.open(path).contents(
          endingIn: finder.fileExtensions, skipping: finder.skippedFolders)
        for member in contents.paths where seen.insert(member).inserted {
          found.files.append(member)
        }
        found.problems += contents.problems
        if contents.paths.isEmpty, contents.problems.isEmpty {
          found.problems.append(nothing(in: path))
        }
      } catch {
        found.problems.append(error)
      }
    }

    /// Goes through the folder at `root`, in the order of the names.
    private mutating func walk(
      _ root: String, enters: (String) -> Bool, keeps: (String) -> Bool
    ) {
      var open = [(path: root, depth: 0)]
      while let (path, depth) = open.popLast() {
        do throws(Disk.Failure) {
          let kind = try Disk.kind(at: path)
          guard kind == .folder else {
            if kind == .file, keeps(path) { keep(path) }
            continue
          }
          // A link to a folder may lead around for ever, or out of what was asked for.
          guard depth == 0 || !Disk.isLink(path), depth < FileFinder.depthLimit else { continue }
          for name in try Disk.names(in: path).reversed() {
            guard !name.hasPrefix("."), !finder.skippedFolders.contains(name) else { continue }
            let inner = Self.joined(path, name)
            if enters(inner) || keeps(inner) { open.append((inner, depth + 1)) }
          }
        } catch {
          // A link that leads nowhere is nobody's ad.
          if !(error.isMissing && depth > 0) { found.problems.append(.unreadable(path, error)) }
        }
      }
    }

    private static func joined(_ folder: String, _ name: String) -> String {
      if folder == "." { return name }
      return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }
  }
}
