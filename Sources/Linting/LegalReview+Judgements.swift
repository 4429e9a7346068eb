internal import AdModel
internal import Checks
internal import Deferral
internal import Law

extension LegalReview {
  /// What is thought of the obligations that may hold where the job is and that the ad does not
  /// break, where `hits` are what the rules have found in it.
  ///
  /// Nothing is thought of those for which a rule that does not `run` would have to look.
  func judgements(
    of evidence: Evidence, _ hits: [RuleHit], in file: String, runs: (Int) -> Bool
  ) -> [Judgement] {
    let judged = table.book.candidates(for: situation).map(\.obligation).filter { number in
      table.terms[number].clauses.allSatisfy { term in
        let rules = table.rules[term.duty]
        return rules.count == table.book.duties[term.duty].rules.count && rules.allSatisfy(runs)
      }
    }
    let near = Set(judged.map { table.book.obligations[$0].id })
    var key = FingerprintKey(file: file, ad: evidence.ad.id)
    return lines(of: evidence, hits).compactMap { line in
      guard near.contains(line.obligation), let kind = Judgement.Kind(of: line.status) else {
        return nil
      }
      return Judgement(kind, finding(of: line, in: evidence.ad, &key))
    }
  }

  private func finding(
    of line: LegalOpinion.Line, in ad: Ad, _ key: inout FingerprintKey
  ) -> Finding {
    let rule = "law/\(line.obligation)"
    let title = ad.fields.first { $0.part == .title && !$0.place.isEmpty }
    let start = ByteRange<Source>(ad.record.lower, min(ad.record.upper, ad.record.lower + 1))
    let fingerprint = key.fingerprint(rule: rule, field: title?.name ?? "", words: [UInt8]().span)
    return Finding(
      rule: rule, level: line.basis.level,
      message: "\(line.title), in \(line.basis.jurisdiction): \(line.reason)",
      place: title.map { ad.map.origin(covering: $0.place) } ?? start,
      prose: title?.place ?? ByteRange(0, 0), words: title.map { ad.text(at: $0.place) } ?? "",
      field: title?.name ?? "", anchor: title == nil ? .record : .title, laws: [line.basis],
      fingerprint: fingerprint.text)
  }
}

extension Judgement.Kind {
  /// That of an obligation of `status`; `nil` where findings tell of it.
  fileprivate init?(of status: LegalOpinion.Status) {
    switch status {
    case .met: self = .pass
    case .notApplicable: self = .notApplicable
    case .unknown: self = .open
    case .notMet, .possible: return nil
    }
  }
}
