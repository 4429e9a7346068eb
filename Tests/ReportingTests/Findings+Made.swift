import AdModel

extension Findings {
  /// The `findings` of rules that are among `rules`, as the linter would have them.
  init(_ findings: [Finding], rules: [Rule]) {
    let fields = findings.map { finding in
      Field(
        .body, name: finding.field, pointer: finding.pointer, place: ByteRange(0, 0),
        value: ByteRange(0, 0))
    }
    self.init(rules: rules, prose: findings.flatMap { Array($0.words.utf8) }, fields: fields)
    var read = 0
    for (number, finding) in findings.enumerated() {
      let words = ByteRange<Prose>(read, read + finding.words.utf8.count)
      read = words.upper
      let (first, firstLaw) = (arguments.count, self.laws.count)
      self.laws += finding.laws
      arguments += finding.arguments.map { remark($0) }
      let digits = finding.fingerprint.split(separator: ":")
      rows.append(
        Row(
          rule: rules.firstIndex { $0.id == finding.rule }!, level: finding.level,
          anchor: finding.anchor, field: number, place: finding.place, words: words,
          message: remark(finding.message), arguments: first..<arguments.count,
          laws: firstLaw..<self.laws.count,
          suggestion: remark(finding.suggestion),
          fix: finding.fix.map {
            Edit(
              place: $0.place, replacement: remark($0.replacement), applicability: $0.applicability,
              read: words)
          },
          fingerprint: Fingerprint(
            high: UInt64(digits[0].prefix(16), radix: 16)!,
            low: UInt64(digits[0].dropFirst(16), radix: 16)!, ordinal: Int(digits[1])!)))
    }
  }

  private mutating func remark(_ text: String) -> ByteRange<Remarks> {
    let start = remarks.count
    remarks += text.utf8
    return ByteRange(start, remarks.count)
  }
}
