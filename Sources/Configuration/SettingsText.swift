internal import AdModel
internal import Law
internal import RuleText

extension Settings {
  /// A line for each setting: what it is, and where it comes from; what counts most is last.
  public var lines: [String] {
    let rows = rows
    let width = rows.map(\.what.count).max() ?? 0
    return rows.map { row in
      row.what + String(repeating: " ", count: width - row.what.count + 2) + row.origin
    }
  }

  /// What each setting is, wherever it comes from.
  public var contents: [String] { rows.map(\.what) }

  private var rows: [(what: String, origin: String)] {
    var rows: [(what: String, origin: String)] = []
    func row(_ what: String, _ origin: Origin) { rows.append((what, origin.description)) }
    for choice in choices {
      switch choice.value {
      case .profile(let name): row("profile \(name)", choice.origin)
      case .severity(let name, let severity):
        row("severity \(name): \(severity.rawValue)", choice.origin)
      case .all: row("severity of all rules: on", choice.origin)
      case .only(let names): row("only \(names.joined(separator: ", "))", choice.origin)
      }
    }
    for options in options {
      row("options \(options.value.rule): \(options.value.options.flow)", options.origin)
    }
    for pack in packs { row("rules \(pack.value)", pack.origin) }
    for word in words { row("word \(word.value)", word.origin) }
    for field in fields {
      row("field \(field.value.name): \(field.value.part.rawValue)", field.origin)
    }
    for pattern in exclude { row("exclude \(pattern.value.pattern)", pattern.origin) }
    if let jurisdictions {
      row("jurisdictions: \(jurisdictions.value.joined(separator: ", "))", jurisdictions.origin)
    }
    if let employer { row("employer: \(employer.value.summary)", employer.origin) }
    if let asOf { row("as-of: \(asOf.value)", asOf.origin) }
    func run(_ name: String, _ set: Placed<String>?, else standard: String) {
      rows.append(("\(name): \(set?.value ?? standard)", set?.origin.description ?? "default"))
    }
    run("fail-on", failOn.map { Placed($0.value.rawValue, $0.origin) }, else: "error")
    run("max-warnings", maxWarnings.map { Placed("\($0.value)", $0.origin) }, else: "any number")
    run("baseline", baseline, else: "none")
    run("waivers", waivers, else: "none")
    return rows
  }
}

extension Employer {
  fileprivate var summary: String {
    var parts: [String] = []
    if let employees { parts.append("\(employees) employees") }
    parts += kinds.map(\.rawValue).sorted() + isNot.map { "no \($0.rawValue)" }.sorted()
    if !offices.isEmpty { parts.append("offices in \(offices.joined(separator: "; "))") }
    return parts.joined(separator: ", ")
  }
}

extension Node {
  /// The value in one line, as YAML's flow style writes it.
  fileprivate var flow: String {
    switch content {
    case .text(let text): text
    case .list(let nodes): "[\(nodes.map(\.flow).joined(separator: ", "))]"
    case .map(let pairs):
      "{\(pairs.map { "\($0.key.flow): \($0.value.flow)" }.joined(separator: ", "))}"
    }
  }
}
