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
    var seen: [Fingerprint: Int] = [:]
    var findings = hits.map { hit in
      var finding = finding(of: hit)
      let print = Fingerprint(of: finding, ad: evidence.ad.id, file: file)
      let number = seen[print, default: 0] + 1
      seen[print] = number
      finding.fingerprint = "\(print.text):\(number)"
      return finding
    }
    findings.sort { a, b in
      if a.place.lower != b.place.lower { return a.place.lower < b.place.lower }
      return (a.place.upper, a.rule) < (b.place.upper, b.rule)
    }
    return findings
  }

  /// Takes those of `hits` that have a key out, and makes them findings in waiting.
  func repeatable(among hits: inout [RuleHit]) -> [Repeatable] {
    var repeatable: [Repeatable] = []
    hits.removeAll { hit in
      guard let key = hit.hit.key else { return false }
      repeatable += findings(of: [hit]).map { Repeatable(key: key, finding: $0) }
      return true
    }
    return repeatable
  }

  private func finding(of ruleHit: RuleHit) -> Finding {
    let entry = rules.entries[ruleHit.rule]
    let hit = ruleHit.hit
    let ad = evidence.ad
    let words = ad.text(at: hit.place)
    let replacement = hit.replacement ?? entry.replacement(for: words)
    let message = rules.messages[ruleHit.rule].filled(words: words, facts: hit.arguments)
    let field = ad.field(at: hit.place.lower)
    return Finding(
      rule: entry.rule.id, level: entry.rule.level, message: message.text,
      arguments: message.arguments, place: hit.source ?? ad.map.origin(covering: hit.place),
      prose: hit.place, words: words, field: field?.name ?? "", pointer: field?.pointer ?? "",
      anchor: hit.anchor,
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
}

/// What makes a fault the same fault in the next run: 128 bits of SHA-256 over the rule, the file,
/// the ad, the field and the words in lower case; no line and no place.
private struct Fingerprint: Hashable {
  private let high: UInt64
  private let low: UInt64

  init(of finding: Finding, ad: String, file: String) {
    var key: [UInt8] = []
    key.reserveCapacity(192)
    for part in [finding.rule, file, ad, finding.field] {
      key += part.utf8
      key.append(0x1F)
    }
    if finding.anchor == .words { key += finding.words.lowercased().utf8 }
    var halves: (UInt64, UInt64) = (0, 0)
    for (index, byte) in SHA256.hash(data: key).prefix(16).enumerated() {
      if index < 8 {
        halves.0 = halves.0 << 8 | UInt64(byte)
      } else {
        halves.1 = halves.1 << 8 | UInt64(byte)
      }
    }
    (high, low) = halves
  }

  /// 32 hexadecimal digits.
  var text: String {
    let digits: StaticString = "0123456789abcdef"
    return unsafe String(unsafeUninitializedCapacity: 32) { buffer in
      for index in 0..<32 {
        let half = index < 16 ? high : low
        let digit = Int(half >> UInt64(60 - 4 * (index & 15)) & 15)
        unsafe buffer[index] = digits.utf8Start[digit]
      }
      return 32
    }
  }
}

extension String {
  /// Whether it is written alike in every format that we read: no quote, no escape, no markup.
  fileprivate var isPlain: Bool {
    utf8.allSatisfy { byte in
      switch byte {
      case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x80...: true
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "."),
        UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "!"),
        UInt8(ascii: "?"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "/"):
        true
      default: false
      }
    }
  }
}

extension RuleEntry {
  /// What the rule's fix writes for `words`, with a capital where they have one.
  fileprivate func replacement(for words: String) -> String? {
    guard !fixes.isEmpty, let text = fixes[words.lowercased()] else { return nil }
    guard let first = words.first, first.isUppercase else { return text }
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
