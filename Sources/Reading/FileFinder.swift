public import AdModel
internal import Paths

/// Finds the files that paths, folders and patterns mean, always in the same order.
public struct FileFinder: Sendable {
  /// What was found.
  public struct Found: Hashable, Sendable {
    /// Paths as given, or inside the folder as given; each once.
    public var files: [String] = []
    /// Those of them that are named themselves, and not only found in a folder or by a pattern.
    public var named: Set<String> = []
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
    /// What was found, by names that are the same whatever way leads to a file.
    private var seen: [String: String] = [:]
    /// The folder of the last file, as it was told and as it is.
    private var folder = (told: "", real: "")

    init(finder: FileFinder) { self.finder = finder }

    mutating func add(_ path: String) {
      if path == "-" { return keep(path) }
      do throws(Disk.Failure) {
        switch try Disk.kind(at: path) {
        case .folder: addFolder(path)
        case .file, .other:
          keep(path)
          found.named.insert(seen[identity(of: path)] ?? path)
        }
      } catch {
        if error.isMissing, Glob.isPattern(path) { return addPattern(path) }
        found.problems.append(.unreadable(path, error))
      }
    }

    private mutating func addFolder(_ path: String) {
      if walk(path, isMeant: true) == 0 { found.problems.append(nothing(in: path)) }
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
      guard walk(Glob.root(of: path), isMeant: false, by: Glob(path)) == 0 else { return }
      found.problems.append(
        Problem(
          id: "missing-file", file: path,
          message: "No file matches this pattern; check it, and put it in quotes."))
    }

    private mutating func keep(_ path: String) {
      guard isNew(path) else { return }
      if ZipArchive.isNamed(path) { addArchive(path) } else { found.files.append(path) }
    }

    /// Whether nothing was found so far that is at `path`.
    private mutating func isNew(_ path: String) -> Bool {
      let identity = identity(of: path)
      if seen[identity] != nil { return false }
      seen[identity] = path
      return true
    }

    /// The path to the file at `path` that is the same whatever way leads to its folder.
    private mutating func identity(of path: String) -> String {
      if path == "-" { return path }
      let end = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) }
      let told = end.map { String(path[..<$0]) } ?? "."
      if folder.told != told { folder = (told, Disk.realPath(of: told) ?? told) }
      return "\(folder.real)/\(path[(end ?? path.startIndex)...])"
    }

    private mutating func addArchive(_ path: String) {
      do throws(Problem) {
        let contents = try ZipArchive.open(path).contents(
          endingIn: finder.fileExtensions, skipping: finder.skippedFolders)
        found.files += contents.paths
        found.problems += contents.problems
        if contents.paths.isEmpty, contents.problems.isEmpty {
          found.problems.append(nothing(in: path))
        }
      } catch {
        found.problems.append(error)
      }
    }

    /// Tells of a file or folder in a folder, once.
    private mutating func tell(_ problem: Problem) {
      if isNew(problem.file) { found.problems.append(problem) }
    }

    /// Goes through the folder at `root`, in the order of the names, and gives the number of files
    /// that are meant, whether they can be read or not: those that `glob` matches, and in a folder
    /// that is meant itself, or that it matches, those with an ending that counts.
    private mutating func walk(_ root: String, isMeant: Bool, by glob: Glob? = nil) -> Int {
      var open = [(path: root, isInside: isMeant, depth: 0)]
      var count = 0
      while let (path, isInside, depth) = open.popLast() {
        let matches = depth > 0 && glob?.matches(path) == true
        let ending = Readers.fileExtension(of: path)
        let isMeant = matches || isInside && finder.fileExtensions.contains(ending)
        do throws(Disk.Failure) {
          let kind = try Disk.kind(at: path)
          guard kind == .folder else {
            if kind == .file, isMeant {
              count += 1
              keep(path)
            }
            continue
          }
          // A link to a folder may lead around for ever, or out of what was asked for.
          guard depth == 0 || !Disk.isLink(path), depth < FileFinder.depthLimit else { continue }
          for name in try Disk.names(in: path).reversed() {
            guard !name.hasPrefix("."), !finder.skippedFolders.contains(name) else { continue }
            let inner = Self.joined(path, name)
            let isWanted = isInside || matches
            if isWanted || glob?.mayMatch(inside: inner) == true || glob?.matches(inner) == true {
              open.append((inner, isWanted, depth + 1))
            }
          }
        } catch {
          // A name that is not UTF-8 is missing, as it is told, and may be that of a folder of ads.
          let isSpoilt = error.isMissing && path.unicodeScalars.contains("\u{FFFD}")
          guard !error.isMissing || depth == 0 || isMeant || isSpoilt && ending.isEmpty
          else { continue }
          count += 1
          tell(isSpoilt ? .misnamed(path) : .unreadable(path, error))
        }
      }
      return count
    }

    private static func joined(_ folder: String, _ name: String) -> String {
      if folder == "." { return name }
      return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }
  }
}
