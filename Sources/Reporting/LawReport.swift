public import AdModel
public import Law

/// Writes which laws reach ads, and whether the ads meet them.
public struct LawReport: Sendable {
  private let law: LawBook
  private let showsAll: Bool
  private var json = JSONWriter()

  /// What every report on law says of itself.
  public static let disclaimer = "This is information and no legal advice."

  /// A report by `law`; of obligations that do not apply it tells only if `showsAll`.
  public init(law: LawBook, showsAll: Bool) {
    self.law = law
    self.showsAll = showsAll
  }

  // MARK: JSON

  public mutating func beginJSON(to out: inout [UInt8]) {
    json.append(to: &out) { json in
      json.begin(.object, .lines)
      json.member("schemaVersion", ReportObjects.schemaVersion)
      json.member("notice", Self.disclaimer)
      json.key("ads")
      json.begin(.array, .lines)
    }
  }

  public mutating func endJSON(to out: inout [UInt8]) {
    json.append(to: &out) { json in
      json.end()
      json.end()
    }
  }

  /// Writes all obligations, whatever is thought of them.
  public mutating func writeJSON(of opinion: LegalOpinion, file: String, to out: inout [UInt8]) {
    json.append(to: &out) { json in
      json.object(.lines) { json in
        json.member("id", opinion.ad.id)
        json.member("index", opinion.ad.index)
        json.member("file", file)
        json.member("title", opinion.ad.title)
        json.member("date", opinion.date)
        json.member("places", .array) { json in
          for codes in opinion.places {
            json.object { json in
              json.member("jurisdiction", codes.first ?? "")
              json.member("path", codes)
            }
          }
        }
        json.member("remote", opinion.home != nil)
        if let within = opinion.home?.within, !within.isEmpty {
          json.member("remoteWithin", within)
        }
        if let except = opinion.home?.except, !except.isEmpty {
          json.member("remoteExcept", except)
        }
        json.member("obligations", .array, .lines) { json in
          for line in opinion.lines { json.object { Self.write(line, to: &$0) } }
        }
      }
    }
  }

  /// “from home in Canada, except Quebec”
  private func text(of home: LegalOpinion.Home) -> String {
    func names(_ codes: [String], _ word: String) -> String {
      codes.map { law.jurisdictions.name(of: $0) }.listed(word)
    }
    let within = home.within.isEmpty ? "" : " in \(names(home.within, "or"))"
    return "from home\(within)"
      + (home.except.isEmpty ? "" : ", except \(names(home.except, "and"))")
  }

  private static func write(_ line: LegalOpinion.Line, to json: inout JSONWriter) {
    json.member("id", line.obligation)
    json.member("status", line.status.rawValue)
    json.member("reason", line.reason)
    json.member("broken", line.broken)
    json.member("title", line.title)
    json.member("jurisdiction", line.basis.jurisdiction)
    json.member("citation", line.basis.citation)
    json.member("url", line.basis.url)
    if !line.basis.since.isEmpty { json.member("inForceFrom", line.basis.since) }
    json.member("confidence", line.basis.confidence)
  }

  // MARK: Text

  /// Writes a table of the obligations that reach the ad, or may.
  public mutating func writeText(of opinion: LegalOpinion, file: String, to out: inout [UInt8]) {
    var lines: [String] = []
    let title = opinion.ad.title.isEmpty ? "(no title)" : opinion.ad.title
    lines.append("\(title) — \(file):\(opinion.ad.id)")
    let places = opinion.places.map { codes in
      codes.map { law.jurisdictions.name(of: $0) }.joined(separator: ", ")
    }
    let workplaces = (places + [opinion.home.map(text(of:)) ?? ""]).filter { !$0.isEmpty }
      .joined(separator: "; ")
    lines.append(
      "Judged as of \(opinion.date); work in: \(workplaces.isEmpty ? "unknown" : workplaces)")
    let shown = opinion.lines.filter { showsAll || $0.status != .notApplicable }
      .sorted { (Self.rank($0.status), $0.obligation) < (Self.rank($1.status), $1.obligation) }
    for line in shown {
      let status = line.status.rawValue
      let gap = String(repeating: " ", count: max(1, 16 - status.count))
      lines.append("  \(status)\(gap)\(line.obligation): \(line.title)")
      lines += line.reason.wrapped(to: 80).map { "                  \($0)" }
      if line.status != .notApplicable {
        lines.append("                  \(line.basis.source) <\(line.basis.url)>")
      }
    }
    let hidden = opinion.lines.count - shown.count
    if hidden > 0 {
      lines.append("  \(hidden) other obligations do not apply; --show-all shows them.")
    }
    lines.append("  \(Self.disclaimer)")
    lines.append("")
    for line in lines { out += "\(SafeText.line(SafeText.escaped(line)))\n".utf8 }
  }

  private static func rank(_ status: LegalOpinion.Status) -> Int {
    switch status {
    case .notMet: 0
    case .possible: 1
    case .unknown: 2
    case .met: 3
    case .notApplicable: 4
    }
  }
}
