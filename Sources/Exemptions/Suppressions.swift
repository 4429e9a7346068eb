public import AdModel
internal import RuleText

/// What the comments of a page or Markdown file, and its front matter, suppress.
///
/// ```html
/// <!-- hirelint-disable-next-line pay/missing, style until=2027-01-31 -- agreed with the board -->
/// <!-- hirelint-disable bias/age["young"] --> … <!-- hirelint-enable bias/age -->
/// <!-- hirelint-disable-file structure/too-short -->
/// ```
///
/// Front matter suppresses for the whole file: `hirelint: {ignore: [{rule, reason, until}]}`.
public struct Suppressions: Sendable {
  public private(set) var all: [Suppression] = []
  /// What is wrong with them: they still are read as far as they can be.
  public private(set) var problems: [Problem] = []

  private let file: String
  private let text: [UInt8]
  /// Words what there is instead of a rule or theme, or `nil` where there is one.
  private let unknown: @Sendable (String) -> String?

  /// Reads those of `file`; `unknown` says what is wrong with the name of a rule or theme.
  public static func of(
    _ file: SourceFile, unknown: @escaping @Sendable (String) -> String?
  ) -> Suppressions {
    var suppressions = Suppressions(file: file.name, text: file.text, unknown: unknown)
    suppressions.readFrontMatter()
    suppressions.readComments()
    return suppressions
  }

  private init(file: String, text: [UInt8], unknown: @escaping @Sendable (String) -> String?) {
    self.file = file
    self.text = text
    self.unknown = unknown
  }

  private enum Directive: String, CaseIterable {
    case nextLine = "hirelint-disable-next-line"
    case file = "hirelint-disable-file"
    case begin = "hirelint-disable"
    case end = "hirelint-enable"
  }
}

// MARK: Comments

extension Suppressions {
  private mutating func readComments() {
    var at = 0
    while let start = text.first("<!--", from: at) {
      guard let end = text.first("-->", from: start + 4) else { return }
      let inside = text.trimmedASCII(start + 4..<end)
      if text[inside].starts(with: "hirelint-".utf8) {
        readComment(inside, ByteRange(start, end + 3))
      }
      at = end + 3
    }
  }

  private mutating func readComment(_ inside: Range<Int>, _ place: ByteRange<Source>) {
    var parser = DirectiveParser(String(decoding: text[inside], as: UTF8.self))
    let name = parser.word()
    guard let directive = Directive(rawValue: name) else {
      let near = Suggestion.sentence(for: name, among: Directive.allCases.map(\.rawValue))
      return tell(
        "unknown-suppression", at: place,
        "hirelint knows no comment “\(name)”\(near.isEmpty ? "." : near)")
    }
    let parsed = parser.arguments()
    if let fault = parsed.fault {
      return tell(
        "wrong-suppression", at: place, "This comment cannot be read: \(fault); it does nothing.")
    }
    if directive == .end { return end(parsed.targets.map(\.rule), at: place) }
    guard !parsed.targets.isEmpty else {
      return tell(
        "blanket-suppression", at: place,
        "This comment names no rule, so it suppresses nothing; name the rules or themes.")
    }
    let scope: Range<Int> =
      switch directive {
      case .nextLine: text.nextLine(after: place.upper)
      case .file: 0..<text.count + 1
      case .begin, .end: place.upper..<text.count + 1
      }
    add(
      Suppression(
        targets: parsed.targets, scope: ByteRange(scope), place: place, until: parsed.until,
        reason: parsed.reason))
  }

  /// Ends the suppressions of `rules`, or of all, that began in front of `place`.
  private mutating func end(_ rules: [String], at place: ByteRange<Source>) {
    var ended = false
    for index in all.indices where all[index].scope.upper > text.count {
      // What holds for the whole file does not end.
      guard all[index].scope.lower == all[index].place.upper else { continue }
      let old = all[index]
      let gone = old.targets.filter { rules.isEmpty || rules.contains($0.rule) }
      if gone.isEmpty { continue }
      ended = true
      var rest = old
      rest.targets = old.targets.filter { !gone.contains($0) }
      all[index].targets = gone
      all[index].scope = ByteRange(old.scope.lower, place.lower)
      if !rest.targets.isEmpty { all.append(rest) }
    }
    if !ended {
      tell(
        "wrong-suppression", at: place,
        "Nothing that this comment ends was disabled in front of it.")
    }
  }

  private mutating func add(_ suppression: Suppression) {
    for target in suppression.targets {
      if let fault = unknown(target.rule) {
        let end = fault.hasSuffix("?") ? "" : "."
        tell("unknown-rule", at: suppression.place, "A suppression is wrong: \(fault)\(end)")
      }
    }
    if suppression.reason.isEmpty {
      tell(
        "suppression-without-reason", at: suppression.place,
        "This suppression gives no reason; write one behind “--”, for those who come after you.")
    }
    all.append(suppression)
  }

  private mutating func tell(_ id: String, at place: ByteRange<Source>?, _ message: String) {
    problems.append(
      Problem(
        id: id, file: file, place: place, message: message, losesAds: false, concern: .exemption))
  }
}

// MARK: Front matter

extension Suppressions {
  private mutating func readFrontMatter() {
    guard let matter = text.frontMatter, text.first("hirelint", from: matter.lowerBound) != nil
    else { return }
    let yaml = String(decoding: text[matter], as: UTF8.self)
    guard yaml.split(whereSeparator: \.isNewline).contains(where: { $0.hasPrefix("hirelint:") })
    else { return }
    let place = ByteRange<Source>(matter.lowerBound, matter.lowerBound)
    do {
      let root = try YAML.node(of: yaml, file: file)
      guard let node = root["hirelint"] else { return }
      read(node, at: place)
    } catch {
      tell(
        "wrong-suppression", at: place,
        "The front matter is no YAML, so what it suppresses is not known: \(error.message).")
    }
  }

  private mutating func read(_ node: Node, at place: ByteRange<Source>) {
    var form = Form(file: file)
    for (_, list) in form.entries(of: node, "“hirelint” in front matter", allowed: ["ignore"]) {
      if list.list == nil { form.fault(list, "“ignore” should be a list of entries") }
      for entry in list.list ?? [] {
        let faults = form.faults.count
        var suppression = Suppression(
          targets: [], scope: ByteRange(0, text.count + 1), place: place)
        let known = ["rule", "reason", "until"]
        for (key, value) in form.entries(of: entry, "an entry of “ignore”", allowed: known) {
          switch key {
          case "rule":
            suppression.targets = form.texts(value, key).map { .init(rule: $0.text ?? "") }
          case "reason": suppression.reason = form.text(value, key) ?? ""
          default: suppression.until = form.text(value, key) ?? "?"
          }
        }
        if entry.map != nil, suppression.targets.isEmpty {
          form.fault(entry, "an entry of “ignore” needs a “rule”")
        }
        // Who mistypes “until” has not meant for ever.
        if !suppression.targets.isEmpty, form.faults.count == faults { add(suppression) }
      }
    }
    for fault in form.faults {
      // The front matter begins on the second line of the file.
      tell(
        "wrong-suppression", at: place,
        "Line \(fault.line + 1) of the front matter is wrong: \(fault.message)\(fault.message.hasSuffix("?") ? "" : ".")"
      )
    }
  }
}
