internal import AdModel
internal import Checks
internal import Crypto
internal import Deferral
internal import RuleBook

/// Turns hits into findings: the one crossing from prose to file.
struct FindingMaker: ~Copyable {
  private let rules: RuleSet
  private let ad: Ad
  private let review: LegalReview?
  private var key: FingerprintKey
  private var findings: Findings

  init(rules: RuleSet, file: String, ad: Ad, review: LegalReview? = nil) {
    self.rules = rules
    self.ad = ad
    self.review = review
    key = FingerprintKey(file: file, ad: ad.id)
    findings = Findings(rules: rules.rules, prose: ad.prose, fields: ad.fields)
  }

  /// The findings of `hits`, beside those in waiting.
  consuming func findings(of hits: [RuleHit]) -> Findings {
    var ordinals = Ordinals(for: hits.count)
    findings.rows.reserveCapacity(hits.count)
    findings.remarks.reserveCapacity(96 * hits.count)
    for hit in hits {
      var row = row(of: hit)
      row.fingerprint.ordinal = ordinals.next(for: row.fingerprint)
      findings.rows.append(row)
    }
    findings.rows.sortByPlace()
    return findings
  }

  /// Takes those of `hits` that have a key out, and makes them findings in waiting.
  mutating func repeatable(among hits: inout [RuleHit]) -> [Repeatable] {
    guard hits.contains(where: { $0.hit.key != nil }) else { return [] }
    var repeatable: [Repeatable] = []
    for hit in hits {
      guard let key = hit.hit.key else { continue }
      repeatable.append(Repeatable(key: key, finding: row(of: hit)))
    }
    hits.removeAll { $0.hit.key != nil }
    return repeatable
  }

  private mutating func row(of ruleHit: RuleHit) -> Findings.Row {
    let number = ruleHit.rule
    let place = ruleHit.hit.place
    let field = ad.fieldNumber(at: place.lower)
    let prose = ad.prose
    let laws = laws(of: ruleHit)
    var arguments = ruleHit.hit.arguments
    if !laws.isEmpty { arguments[Self.laws] = LegalBasis.sentence(of: findings.laws[laws]) }
    let message = rules.messages[number].write(about: place, arguments, in: &findings)
    // Where a law speaks, it says how bad a breach is; a hit that stands for one is no less bad.
    let own = rules.traits[number].level
    let isByLaw = rules.law.map { $0.isByLaw[number] } ?? false
    let breach = findings.laws[laws].map(\.level).max() ?? own
    let level = isByLaw ? breach : ruleHit.adopted.isEmpty ? own : max(own, breach)
    var row = Findings.Row(
      rule: number, level: level, anchor: ruleHit.hit.anchor,
      field: field,
      place: ruleHit.hit.source ?? ad.map.origin(covering: place), words: place,
      message: message.message, arguments: message.arguments, laws: laws,
      fingerprint: key.fingerprint(
        rule: rules.rules[number].id, field: field.map { ad.fields[$0].name } ?? "",
        words: prose.span.extracting(
          ruleHit.hit.anchor == .words ? place.utf8 : 0..<0)))
    // What the rule says of these very words is surer than what a check guesses.
    if let rewording = rules.entries[number].remedy.rewording(of: place, in: ad) {
      let isCertain = ruleHit.hit.replacement != nil || ruleHit.hit.isCertain
      suggest(rewording, isCertain: isCertain, in: &row)
    } else if let replacement = ruleHit.hit.replacement {
      suggest(Rewording(replacement, for: place), isCertain: ruleHit.hit.isCertain, in: &row)
    }
    return row
  }

  private static let laws = "laws"

  /// Notes the laws that what `ruleHit` points at breaks, each once, and gives their numbers.
  private mutating func laws(of ruleHit: RuleHit) -> Range<Int> {
    let start = findings.laws.count
    guard let law = rules.law else { return start..<start }
    if law.isNamed[ruleHit.rule] { addLaws(of: ruleHit, besides: start) }
    for hit in ruleHit.adopted where law.isNamed[hit.rule] { addLaws(of: hit, besides: start) }
    return start..<findings.laws.count
  }

  /// Notes the laws that what `ruleHit` itself points at breaks, but for those noted from number
  /// `start` on.
  private mutating func addLaws(of ruleHit: RuleHit, besides start: Int) {
    guard let review else { return }
    for basis in review.bases(of: ruleHit.hit, by: ruleHit.rule)
    where !findings.laws[start...].contains(where: { $0.isOfTheSameLaw(as: basis) }) {
      findings.laws.append(basis)
    }
  }

  /// Notes that `rewording` would mend the fault, and the edit that writes it.
  private mutating func suggest(
    _ rewording: Rewording, isCertain: Bool, in row: inout Findings.Row
  ) {
    let replacement = rewording.text
    let start = findings.remarks.count
    findings.remarks.append(contentsOf: (replacement.isEmpty ? "Delete it" : "Write “").utf8)
    let lower = findings.remarks.count
    findings.remarks.append(contentsOf: replacement.utf8)
    let new = ByteRange<Remarks>(lower, findings.remarks.count)
    findings.remarks.append(contentsOf: (replacement.isEmpty ? "." : "”.").utf8)
    row.suggestion = ByteRange(start, findings.remarks.count)
    guard ad.isEditable, row.anchor == .words, !row.words.isEmpty else { return }
    let isSafe = isCertain && rules.rules[row.rule].precision == .high
    func edit(_ place: ByteRange<Source>?) -> Findings.Edit? {
      guard let place, !place.isEmpty else { return nil }
      return Findings.Edit(
        place: place, replacement: new, applicability: isSafe ? .safe : .unsafe,
        read: rewording.read)
    }
    // Of a line that ends with CR and LF, a text is read without the CR.
    let isLine = replacement.isEmpty && ad.markup == .text && !rewording.written.isEmpty
    let place =
      ad.map.origin(contiguous: rewording.written)
      ?? (isLine ? ad.map.origin(covering: rewording.written) : nil)
    row.rewording = edit(place)
    let isAllThere = rewording.written == rewording.read
    if replacement.isPlain, isAllThere {
      row.fix = edit(ad.map.origin(spelling: rewording.written))
    }
  }
}

extension [Findings.Row] {
  /// Puts them into the order of their places in the file, in which they mostly are.
  fileprivate mutating func sortByPlace() {
    for index in indices.dropFirst() where Self.precedes(self[index], self[index - 1]) {
      return sort(by: Self.precedes)
    }
  }

  private static func precedes(_ a: Findings.Row, _ b: Findings.Row) -> Bool {
    (a.place.lower, a.place.upper, a.rule) < (b.place.lower, b.place.upper, b.rule)
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

extension LegalBasis {
  /// Whether `other` tells what the same law asks in the same place.
  fileprivate func isOfTheSameLaw(as other: LegalBasis) -> Bool {
    obligation == other.obligation && jurisdiction == other.jurisdiction
  }
}
