internal import AdModel
internal import Facts
public import Law

/// Writes which laws on job ads there are.
public enum LawCatalogue {
  /// One line for each obligation.
  public static func writeText(of law: LawBook, to out: inout [UInt8]) {
    let width = law.obligations.map(\.id.count).max() ?? 0
    for obligation in law.obligations {
      let gap = String(repeating: " ", count: width - obligation.id.count)
      let level = obligation.level.rawValue.padded(to: 7)
      out += "\(obligation.id)\(gap)  \(level)  \(since(obligation).padded(to: 10))  ".utf8
      out += "\(obligation.title)\n".utf8
    }
    out += "\n\(law.obligations.count) obligations. \(LawReport.disclaimer)\n".utf8
  }

  /// All about one obligation.
  public static func writeText(
    of obligation: Obligation, in law: LawBook, to out: inout [UInt8]
  ) {
    func section(_ title: String, _ lines: [String]) {
      let lines = lines.filter { !$0.isEmpty }
      guard !lines.isEmpty else { return }
      out += "\n\(title)\n".utf8
      for line in lines {
        out += line.wrapped(to: 96).map { "  \($0)\n" }.joined().utf8
      }
    }
    out += "law/\(obligation.id): \(obligation.title)\n".utf8
    out += "\(obligation.level.rawValue), \(obligation.confidence) confidence\n".utf8
    section("Law", [obligation.citation, "<\(obligation.url)>"])
    section("In force", obligation.areas.map { line(of: $0, in: law) })
    section("Reaches", reaches(obligation))
    section("Asks", obligation.clauses.map { line(of: $0, in: law) })
    section("Meets it", obligation.examples.filter(\.isGood).map { "• \($0.text)" })
    section("Breaks it", obligation.examples.filter { !$0.isGood }.map { "• \($0.text)" })
    section("Note", [obligation.note])
    section("Penalties", [obligation.penalties])
    section("", [LawReport.disclaimer])
  }

  private static func line(of area: Obligation.Area, in law: LawBook) -> String {
    let name = law.jurisdictions.name(of: area.id)
    let from = area.from == nil ? "not in force" : area.since.map { "since \($0)" } ?? "in force"
    let to = area.to.map { ", until \($0)" } ?? ""
    let size = area.employees > 1 ? ", for \(area.employees) or more employees" : ""
    return "\(name) (\(area.id)): \(from)\(to)\(size)"
  }

  private static func line(of clause: Clause, in law: LawBook) -> String {
    let asks = law.duty(clause.duty).map { law.duties[$0].asks } ?? clause.duty
    let from = clause.from.map { " (since \($0))" } ?? ""
    let limit =
      switch clause.limit {
      case .over(let most): " (at most \(most.text))"
      case .under(let table): " (see the rates of “\(table)”)"
      case nil: ""
      }
    return "• \(asks)\(from)\(limit)"
  }

  private static func reaches(_ obligation: Obligation) -> [String] {
    func line(_ reach: Obligation.Reach, _ what: String) -> String {
      switch reach {
      case .yes: "• \(what): yes"
      case .no: "• \(what): no"
      case .unclear(let text): "• \(what): \(text.isEmpty ? "unclear" : text)"
      }
    }
    var lines = [
      line(obligation.performed, "work done there"),
      line(obligation.remote, "work from home that may be done there"),
      line(obligation.reportsTo, "work elsewhere that reports there"),
    ]
    if !obligation.counted.isEmpty { lines.append("• counted: \(obligation.counted)") }
    if !obligation.kinds.isEmpty {
      lines.append("• only: \(obligation.kinds.map(\.rawValue).joined(separator: ", "))")
    }
    if !obligation.exceptKinds.isEmpty {
      lines.append("• not: \(obligation.exceptKinds.map(\.rawValue).joined(separator: ", "))")
    }
    if !obligation.anySizeKinds.isEmpty {
      let kinds = obligation.anySizeKinds.map(\.rawValue).joined(separator: ", ")
      lines.append("• of any size: \(kinds)")
    }
    return lines
  }

  private static func since(_ obligation: Obligation) -> String {
    obligation.areas.compactMap(\.from).min()?.description ?? "—"
  }

  // MARK: Pages

  /// A page of all obligations by jurisdiction, for a compliance officer.
  public static func writeMarkdown(of law: LawBook, to out: inout [UInt8]) {
    let count = law.obligations.count
    out +=
      """
      # Laws on job ads that hirelint knows

      \(count) obligations, by place. \(LawReport.disclaimer) Each links to its source; the confidence says how sure
      we are of what it asks. `hirelint explain law/ID` tells all of one, `hirelint law AD` which of them reach an ad.
      Made from the files of this folder by `Scripts/generate`.

      """.utf8
    for (name, group) in groups(of: law) {
      out += "\n## \(name)\n\n".utf8
      out += "| Obligation | In force | Who | Asks | Level | Confidence |\n".utf8
      out += "|---|---|---|---|---|---|\n".utf8
      for obligation in group {
        let cells = [
          "**[\(obligation.id)](\(obligation.url))** \(obligation.title). \(obligation.citation)",
          obligation.areas.map { area in
            obligation.areas.count > 1 ? "\(area.id) \(span(area))" : span(area)
          }.joined(separator: "<br>"),
          who(obligation),
          obligation.clauses.map { clause in
            String(line(of: clause, in: law).dropFirst(2))
          }.joined(separator: "; "),
          obligation.level.rawValue, obligation.confidence,
        ]
        out += "| \(cells.map(cell).joined(separator: " | ")) |\n".utf8
      }
    }
    let rates = law.tables.values.map(\.all.count).reduce(0, +)
    out +=
      "\nThe \(rates) rates of minimum wages and exempt salaries stand in [rates.yml](rates.yml).\n"
      .utf8
  }

  /// The obligations by the place of the first of their areas, countries before their parts.
  private static func groups(of law: LawBook) -> [(name: String, [Obligation])] {
    let byPlace = Dictionary(grouping: law.obligations) { obligation in
      obligation.areas.count > 1 ? country(obligation.areas[0].id) : obligation.areas[0].id
    }
    return byPlace.keys.sorted().map { id in
      let name = law.jurisdictions.chain(from: id).reversed()
        .map { law.jurisdictions.name(of: $0).withoutArticle }.joined(separator: " › ")
      return (name, byPlace[id] ?? [])
    }
  }

  private static func country(_ id: String) -> String { String(id.prefix { $0 != "-" }) }

  private static func span(_ area: Obligation.Area) -> String {
    guard area.from != nil else { return "not in force" }
    guard let since = area.since else { return area.to.map { "until \($0)" } ?? "in force" }
    return area.to.map { "\(since) to \($0)" } ?? "since \(since)"
  }

  private static func who(_ obligation: Obligation) -> String {
    let sizes = Set(obligation.areas.map(\.employees)).sorted()
    let size = sizes == [1] ? "all sizes" : sizes.map { "\($0)+" }.joined(separator: ", ")
    let kinds = obligation.kinds.map(\.rawValue).joined(separator: ", ")
    return kinds.isEmpty ? size : "\(kinds), \(size)"
  }

  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }

  // MARK: JSON

  /// All obligations with what their entries say.
  public static func writeJSON(of law: LawBook, to out: inout [UInt8]) {
    var json = JSONWriter()
    json.append(to: &out) { json in
      json.array(.lines) { json in
        for obligation in law.obligations { write(obligation, of: law, to: &json) }
      }
    }
  }

  private static func write(
    _ obligation: Obligation, of law: LawBook, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("id", obligation.id)
      json.member("title", obligation.title)
      json.member("citation", obligation.citation)
      json.member("url", obligation.url)
      json.member("level", obligation.level.rawValue)
      json.member("confidence", obligation.confidence)
      json.member("areas", .array) { json in
        for area in obligation.areas {
          json.object { json in
            json.member("jurisdiction", area.id)
            if !area.citation.isEmpty { json.member("citation", area.citation) }
            if !area.url.isEmpty { json.member("url", area.url) }
            json.member("isInForce", area.from != nil)
            if let since = area.since { json.member("inForceFrom", since.description) }
            if let to = area.to { json.member("inForceTo", to.description) }
            json.member("employees", area.employees)
          }
        }
      }
      json.member("requires", obligation.clauses.filter(\.isRequired).map(\.duty))
      json.member("forbids", obligation.clauses.filter { !$0.isRequired }.map(\.duty))
      json.member("note", obligation.note)
    }
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  /// “United States” for “the United States”, with a capital.
  fileprivate var withoutArticle: String {
    let name = hasPrefix("the ") ? String(dropFirst(4)) : self
    return name.prefix(1).uppercased() + name.dropFirst()
  }
}

extension Double {
  /// Without decimals where it has none.
  fileprivate var text: String { self == rounded() ? "\(Int(self))" : "\(self)" }
}
