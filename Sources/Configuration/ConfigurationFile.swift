internal import AdModel
internal import Facts
internal import Law
internal import Paths
public import RuleText

/// What one `.hirelint.yml` says.
public struct ConfigurationFile: Sendable {
  /// Settings for the files that a pattern means.
  public struct Override: Sendable {
    public var files: [String]
    public var settings: Settings
  }
  /// The configurations that this one builds on, as they are written.
  public var extends: [Placed<String>] = []
  public var settings = Settings()
  public var overrides: [Override] = []

  /// Reads the root node of the file that is called `name` and stands in the absolute `folder`, or
  /// throws everything that is wrong with it.
  public init(_ root: Node, name: String, folder: String) throws(ConfigurationFaults) {
    var reader = Reading(name: name, folder: folder)
    self = reader.file(root)
    if !reader.form.faults.isEmpty { throw ConfigurationFaults(faults: reader.form.faults) }
  }

  private init() {}

  /// The reading of one file.
  private struct Reading {
    let name: String
    let folder: String
    var form: Form

    init(name: String, folder: String) {
      self.name = name
      self.folder = folder
      form = Form(file: name)
    }

    mutating func file(_ root: Node) -> ConfigurationFile {
      var file = ConfigurationFile()
      let known = ConfigurationKeys.shared + ConfigurationKeys.top
      for (key, value) in form.entries(of: root, "a configuration", allowed: known) {
        switch key {
        case "extends":
          file.extends = form.texts(value, key).map { Placed($0.text ?? "", origin($0)) }
        case "overrides": file.overrides = form.list(value, key).compactMap { override($0) }
        case "exclude":
          file.settings.exclude = form.patterns(value, key).map {
            Placed(.init(pattern: $0.text ?? "", folder: folder), origin($0))
          }
        case "as-of":
          if let date = CalendarDate(iso: value.text ?? "") {
            file.settings.asOf = Placed(date, origin(value))
          } else {
            form.fault(value, "“as-of” should be a date such as 2026-11-21")
          }
        case "fail-on":
          file.settings.failOn = form.choice(value, key).map { Placed($0, origin(value)) }
        case "max-warnings":
          file.settings.maxWarnings = form.count(value, key).map { Placed($0, origin(value)) }
        case "baseline": file.settings.baseline = path(value, key)
        case "waivers": file.settings.waivers = path(value, key)
        default: read(key, value, into: &file.settings)
        }
      }
      return file
    }

    private mutating func override(_ node: Node) -> Override? {
      var override = Override(files: [], settings: Settings())
      let entries = form.entries(of: node, "an override", allowed: ConfigurationKeys.override)
      for (key, value) in entries {
        if key == "files" {
          override.files = form.patterns(value, key).compactMap(\.text)
        } else {
          read(key, value, into: &override.settings)
        }
      }
      if node.map != nil, node["files"]?.list?.isEmpty ?? true {
        form.fault(node, "an override needs “files”: patterns of the files that it is for")
      }
      return override
    }

    /// Reads a key that may stand at the top and in overrides.
    private mutating func read(_ key: String, _ value: Node, into settings: inout Settings) {
      switch key {
      case "profiles":
        // A profile counts less than what the same file says of single rules.
        let profiles = form.texts(value, key)
        settings.choices.insert(
          contentsOf: profiles.map { Placed(.profile($0.text ?? ""), origin($0)) }, at: 0)
      case "rules": settings.packs = form.texts(value, key).compactMap { path($0, key) }
      case "severity": readSeverities(value, into: &settings)
      case "options":
        for (name, options) in form.names(of: value, key) {
          if options.map == nil {
            form.fault(options, "the options of a rule should be a map, such as {limit: 40}")
          }
          for pair in options.map ?? [] where pair.value.text.flatMap({ Int($0) }) ?? 0 < 0 {
            _ = form.count(pair.value, pair.key.text ?? "")
          }
          settings.options.append(
            Placed(.init(rule: name.text ?? "", options: options), origin(name)))
        }
      case "words":
        settings.words = form.texts(value, key).map { Placed($0.text ?? "", origin($0)) }
      case "fields":
        for (name, part) in form.names(of: value, key) {
          guard let part: Part = form.choice(part, "fields") else { continue }
          settings.fields.append(Placed(.init(name: name.text ?? "", part: part), origin(name)))
        }
      case "jurisdictions":
        let codes = form.texts(value, key)
        for code in codes where !(code.text ?? "").isPlaceCode {
          form.fault(
            code, "“\(code.text ?? "")” should be the code of a place, such as GB or US-CO")
        }
        settings.jurisdictions = Placed(codes.compactMap(\.text), origin(value))
      default: settings.employer = Placed(employer(value), origin(value))
      }
    }

    private mutating func readSeverities(_ node: Node, into settings: inout Settings) {
      var (themes, rules): ([Placed<Settings.Choice>], [Placed<Settings.Choice>]) = ([], [])
      for (name, value) in form.names(of: node, "severity") {
        guard let severity: Settings.Severity = form.choice(value, "severity") else { continue }
        let choice = Placed(Settings.Choice.severity(name.text ?? "", severity), origin(name))
        // A rule's own name goes before that of its theme.
        if (name.text ?? "").contains("/") { rules.append(choice) } else { themes.append(choice) }
      }
      settings.choices += themes + rules
    }

    private mutating func employer(_ node: Node) -> Employer {
      var employer = Employer()
      let entries = form.entries(of: node, "an employer", allowed: ConfigurationKeys.employer)
      for (key, value) in entries {
        switch key {
        case "employees": employer.employees = form.count(value, key)
        case "kind":
          for kind in form.texts(value, key) {
            if let kind: Employer.Kind = form.choice(kind, key) { employer.kinds.insert(kind) }
          }
        case "offices": employer.offices = form.texts(value, key).compactMap(\.text)
        default:
          guard let isContractor = form.flag(value, key) else { continue }
          if isContractor {
            employer.kinds.insert(.contractor)
          } else {
            employer.isNot.insert(.contractor)
          }
        }
      }
      return employer
    }

    private mutating func path(_ node: Node, _ key: String) -> Placed<String>? {
      form.text(node, key).map { Placed(FilePath.absolute($0, from: folder), origin(node)) }
    }

    private func origin(_ node: Node) -> Origin {
      .file(name, line: node.line, column: node.column)
    }
  }
}

/// Everything that is wrong with some configurations.
public struct ConfigurationFaults: Error, Hashable, Sendable, CustomStringConvertible {
  public var faults: [RuleFault]

  public init(faults: [RuleFault]) { self.faults = faults }

  /// One fault a line; those of the command line have no place.
  public var description: String {
    faults.map { $0.file.isEmpty ? $0.message : $0.description }.joined(separator: "\n")
  }

  /// Whether they are faults of files, not of the command line.
  public var areInFiles: Bool { faults.contains { !$0.file.isEmpty } }
}

extension String {
  /// Whether it is a code such as `GB`, `US-CO` or `US-NY-NYC` (ISO 3166-2, and cities below it).
  fileprivate var isPlaceCode: Bool {
    let parts = utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return parts.first?.count == 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { $0 &- 0x41 < 26 || $0 &- 0x30 < 10 }
      }
  }
}
