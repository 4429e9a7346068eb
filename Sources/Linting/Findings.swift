internal import AdModel
internal import Checks
internal import Crypto
internal import RuleBook

/// Turns hits into findings: the one crossing from prose to file.
struct Findings {
  let rules: RuleSet
  let evidence: Evidence
  let file: String

  func findings(of hits: [RuleHit]) -> [Finding] {
    var seen: [String: Int] = [:]
    return hits.map { hit in
      var finding = finding(of: hit)
      let term = finding.anchor == .words ? finding.words.lowercased() : ""
      let key = [finding.rule, file, evidence.ad.id, finding.field, term].joined(
        separator: "\u{1F}")
      seen[key, default: 0] += 1
      finding.fingerprint = "\(Self.digest(key)):\(seen[key]!)"
      return finding
    }
    .sorted {
      ($0.place.lower, $0.place.upper, $0.rule) < ($1.place.lower, $1.place.upper, $1.rule)
    }
  }

  private func finding(of ruleHit: RuleHit) -> Finding {
    let entry = rules.entries[ruleHit.rule]
    let hit = ruleHit.hit
    let ad = evidence.ad
    let words = ad.text(at: hit.place)
    let replacement = hit.replacement ?? entry.replacement(for: words)
    let (message, arguments) = entry.rule.sentence(words: words, facts: hit.arguments)
    let field = ad.field(at: hit.place.lower)
    return Finding(
      rule: entry.rule.id, level: entry.rule.level, message: message, arguments: arguments,
      place: hit.source ?? ad.map.origin(covering: hit.place), prose: hit.place, words: words,
      field: field?.name ?? "", pointer: field?.pointer ?? "", anchor: hit.anchor,
      suggestion: replacement.map { "Write “\($0)”." } ?? entry.rule.instead,
      fix: fix(of: hit, replacement: replacement, isSafe: entry.rule.precision == .high))
  }

  private func fix(of hit: Hit, replacement: String?, isSafe: Bool) -> Fix? {
    guard let replacement, replacement.isPlain,
      let place = evidence.ad.map.origin(spelling: hit.place), !place.isEmpty
    else { return nil }
    return Fix(
      place: place, replacement: replacement, applicability: isSafe ? .safe : .unsafe)
  }

  /// The first 32 hexadecimal digits of the SHA-256 of `text`.
  static func digest(_ text: String) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var hexadecimal: [UInt8] = []
    for byte in SHA256.hash(data: Array(text.utf8)).prefix(16) {
      hexadecimal += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: hexadecimal, as: UTF8.self)
  }
}

extension String {
  /// Whether it is written alike in every format that we read: no quote, no escape, no markup.
  fileprivate var isPlain: Bool {
    utf8.allSatisfy { byte in
      byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
        || Array(" -'.,:;!?()/".utf8).contains(byte)
    }
  }
}

extension RuleEntry {
  /// What the rule's fix writes for `words`, with a capital where they have one.
  fileprivate func replacement(for words: String) -> String? {
    guard let text = fixes[words.lowercased()] else { return nil }
    guard let first = words.first, first.isUppercase else { return text }
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}

extension Rule {
  /// The rule's message about `words`, and what stands in its braces, in their order.
  func sentence(words: String, facts: [String: String]) -> (text: String, arguments: [String]) {
    var text = ""
    var arguments: [String] = []
    var rest = message[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      let argument = name == "words" ? words.shortened : facts[name] ?? ""
      arguments.append(argument)
      text += argument
      rest = rest[rest.index(after: close)...]
    }
    return (text + rest, arguments)
  }
}

extension String {
  /// On one line and of 80 characters at most, since a message quotes words and not paragraphs.
  fileprivate var shortened: String {
    let line = split { $0.isWhitespace }.joined(separator: " ")
    return line.count <= 80 ? line : line.prefix(79) + "…"
  }
}
