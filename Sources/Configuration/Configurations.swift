internal import Paths
internal import RuleText

/// Finds the settings of each file: those of the nearest `.hirelint.yml` above it.
///
/// The search ends at the root of the repository, the first folder with a `.git`; a file outside of
/// any repository looks up to the working folder, or only in its own folder where it is not beneath
/// that: what others leave in `/tmp` has no say.
public struct Configurations {
  /// What is asked of the disk. Paths are absolute.
  public struct Disk {
    public var exists: (String) -> Bool
    /// The text of a file, or why there is none.
    public var text: (String) throws(ConfigurationFaults) -> String

    public init(
      exists: @escaping (String) -> Bool,
      text: @escaping (String) throws(ConfigurationFaults) -> String
    ) {
      self.exists = exists
      self.text = text
    }
  }

  /// Names of configurations, the first of which counts.
  public static let names = [".hirelint.yml", ".hirelint.yaml"]

  /// The settings of some files; equal numbers mean equal settings.
  public struct Found: Sendable {
    public var number: Int
    public var settings: Settings
  }

  private let disk: Disk
  /// The working folder, an absolute path.
  private let folder: String
  /// The one configuration of all files, if the command line names one.
  private let named: String?
  /// Whether files are looked for at all.
  private let searches: Bool
  private var nearest: [String: String?] = [:]
  private var chains: [String: [Link]] = [:]
  /// What was found so far: in most runs once.
  private var found: [(key: Key, found: Found)] = []

  /// A configuration that another one extends, or that one itself.
  private struct Link {
    var path: String
    var file: ConfigurationFile
  }

  /// What decides the settings of a file.
  private struct Key: Equatable {
    var configuration: String?
    /// The overrides that mean the file, by their numbers in the chain.
    var overrides: [Int]
  }

  /// - Parameters:
  ///   - folder: The working folder, an absolute path.
  ///   - named: The configuration of all files, instead of those that stand near them.
  ///   - searches: Whether configurations are looked for.
  public init(disk: Disk, folder: String, named: String? = nil, searches: Bool = true) {
    self.disk = disk
    self.folder = folder
    self.named = named.map { FilePath.absolute($0, from: folder) }
    self.searches = searches
  }

  /// The settings of the file at `path`.
  public mutating func settings(for path: String) throws(ConfigurationFaults) -> Found {
    let path = FilePath.absolute(path, from: folder)
    return try settings(of: path, by: configuration(above: FilePath.folder(of: path)))
  }

  /// The settings of the run itself: those of the working folder.
  public mutating func home() throws(ConfigurationFaults) -> Settings {
    try settings(of: nil, by: configuration(above: folder)).settings
  }

  private mutating func settings(
    of path: String?, by configuration: String?
  ) throws(ConfigurationFaults) -> Found {
    var key = Key(configuration: configuration, overrides: [])
    var settings = Settings()
    if let configuration {
      let chain = try chain(of: configuration)
      var number = 0
      for link in chain {
        settings.add(link.file.settings)
        let folder = FilePath.folder(of: link.path)
        for override in link.file.overrides {
          number += 1
          guard let path, let inner = FilePath.relative(path, to: folder),
            override.files.contains(where: { PathPattern($0).matches(inner) })
          else { continue }
          key.overrides.append(number)
          settings.add(override.settings)
        }
      }
    }
    if let known = found.first(where: { $0.key == key }) { return known.found }
    let new = Found(number: found.count, settings: settings)
    found.append((key, new))
    return new
  }

  /// The configuration that is nearest to `start`, an absolute folder.
  private mutating func configuration(above start: String) -> String? {
    if let named { return named }
    guard searches else { return nil }
    if let known = nearest[start] { return known }
    var best: String?
    var isInRepository = false
    for place in FilePath.upward(from: start) {
      if best == nil {
        best = Self.names.map { FilePath.absolute($0, from: place) }.first(where: disk.exists)
      }
      if disk.exists(FilePath.absolute(".git", from: place)) {
        isInRepository = true
        break
      }
      if best != nil, isInReach(best ?? "", of: start) { break }
    }
    if !isInRepository, let found = best, !isInReach(found, of: start) { best = nil }
    nearest[start] = .some(best)
    return best
  }

  /// Whether a configuration outside of any repository is one for files in `start`.
  private func isInReach(_ configuration: String, of start: String) -> Bool {
    let place = FilePath.folder(of: configuration)
    let isBeneath = start == folder || FilePath.relative(start, to: folder) != nil
    return place == start
      || isBeneath && (place == folder || FilePath.relative(place, to: folder) != nil)
  }

  /// The files that the one at `path` extends, and itself, each once, those that count less first.
  private mutating func chain(of path: String) throws(ConfigurationFaults) -> [Link] {
    if let known = chains[path] { return known }
    var faults: [RuleFault] = []
    var chain: [Link] = []
    try load(path, from: nil, above: [], into: &chain, &faults)
    if !faults.isEmpty { throw ConfigurationFaults(faults: faults) }
    chains[path] = chain
    return chain
  }

  private func load(
    _ path: String, from origin: Origin?, above: [String],
    into chain: inout [Link], _ faults: inout [RuleFault]
  ) throws(ConfigurationFaults) {
    if chain.contains(where: { $0.path == path }) { return }
    if case .file(let file, let line, let column) = origin {
      let fault = { (message: String) in
        RuleFault(file: file, line: line, column: column, message: message)
      }
      if let start = above.firstIndex(of: path) {
        let round = (above[start...] + [path]).map(name).joined(separator: " → ")
        faults.append(fault("“extends” goes round in circles: \(round)"))
        return
      }
      if !disk.exists(path) {
        faults.append(fault("there is no file “\(name(path))” to extend"))
        return
      }
    }
    let place = FilePath.folder(of: path)
    let file = try file(at: path, in: place)
    for base in file.extends {
      try load(
        FilePath.absolute(base.value, from: place), from: base.origin, above: above + [path],
        into: &chain, &faults)
    }
    chain.append(Link(path: path, file: file))
  }

  private func file(
    at path: String, in place: String
  ) throws(ConfigurationFaults) -> ConfigurationFile {
    // Editors on Windows write a byte order mark.
    let text = String(try disk.text(path).drop { $0 == "\u{FEFF}" })
    let node: Node
    do throws(RuleFault) {
      node = try YAML.node(of: text, file: name(path))
    } catch {
      throw ConfigurationFaults(faults: [error])
    }
    return try ConfigurationFile(node, name: name(path), folder: place)
  }

  /// `path` as people would type it in the working folder.
  private func name(_ path: String) -> String { FilePath.relative(path, to: folder) ?? path }
}
