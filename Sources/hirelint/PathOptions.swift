import AdModel
import ArgumentParser
import Configuration
import Paths
import Reading

/// Options that say which files and ads of the paths are checked.
struct PathOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Leave out files that this pattern means. May be repeated.", valueName: "pattern"))
  var exclude: [String] = []

  @Flag(
    inversion: .prefixedNo,
    help: "Leave excluded files out though they are named themselves, as pre-commit names them.")
  var forceExclude = true

  @Flag(
    inversion: .prefixedNo,
    help: "Leave out what git ignores when a folder is searched.")
  var gitignore = true

  @Option(
    help: ArgumentHelp(
      "Check only ads that are new or other ones since the branch left this commit.",
      valueName: "commit"))
  var changedSince: String?

  func validate() throws {
    if exclude.contains("") { throw ValidationError("--exclude should be a pattern, not empty") }
  }

  /// What changed, if only that is to be checked.
  func changes() throws -> ChangedAds? {
    try changedSince.map { try ChangedAds(since: $0, in: Output.workingFolder) }
  }

  /// Removes from `inputs` what is excluded, ignored or as it was; tells of what was named itself.
  func thin(_ inputs: inout Inputs, _ options: RuleOptions, _ changed: ChangedAds?) throws {
    let named = inputs.named
    let folder = Output.workingFolder
    let own = exclude.map { Settings.Exclude(pattern: $0, folder: folder) }
    var configurations = options.configurations
    let ignored = gitignore ? Self.ignored(in: inputs.folders) : []
    try inputs.keep { path in
      if path == "-" { return true }
      let isNamed = named.contains(path)
      if !isNamed, !ignored.isEmpty, Self.isIgnored(FilePath.absolute(path, from: folder), ignored)
      {
        return false
      }
      let settings = try Failure.ofConfiguration { () throws(ConfigurationFaults) in
        try configurations.settings(for: path).settings
      }
      let patterns = settings.exclude.map(\.value) + own
      if !isNamed || forceExclude, patterns.contains(where: { $0.means(path, in: folder) }) {
        if isNamed { Output.complain("\(path) is excluded; --no-force-exclude checks it") }
        return false
      }
      return changed?.isUnchanged(path) != true
    }
  }

  /// The files and folders in `folders` that git ignores, as absolute paths.
  private static func ignored(in folders: [String]) -> Set<String> {
    var ignored: Set<String> = []
    for folder in folders {
      let place = FilePath.absolute(folder, from: Output.workingFolder)
      let isInRepository = FilePath.upward(from: place).contains {
        Output.exists(FilePath.absolute(".git", from: $0))
      }
      guard isInRepository else { continue }
      let list = [
        "ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--directory", "--", ".",
      ]
      for name in Git.list(list, in: place) ?? [] {
        ignored.insert(FilePath.absolute(name, from: place))
      }
    }
    return ignored
  }

  /// Whether `path`, or a folder that it is in, is among `ignored`.
  private static func isIgnored(_ path: String, _ ignored: Set<String>) -> Bool {
    FilePath.upward(from: path).contains(where: ignored.contains)
  }
}

extension Settings.Exclude {
  /// Whether it means the file at `path`, told from `working`.
  func means(_ path: String, in working: String) -> Bool {
    FilePath.relative(FilePath.absolute(path, from: working), to: folder)
      .map(PathPattern(pattern).matches) ?? false
  }
}
