internal import AdModel
internal import Checks
internal import Deferral
internal import Facts
internal import Law

extension LegalReview {
  /// What to think of each obligation, where `hits` are what the rules have found in the ad.
  func lines(of evidence: Evidence, _ hits: [RuleHit]) -> [LegalOpinion.Line] {
    let book = table.book
    return book.obligations.indices.map { number in
      let obligation = book.obligations[number]
      // Of several places the one where it is broken tells.
      let all = obligation.standings(in: situation, book.jurisdictions).map { standing in
        (standing, outcome(of: obligation, number, standing, evidence, hits))
      }
      let (standing, told) = all.first { !$0.1.broken.isEmpty } ?? all[0]
      let area = Claim(number, standing)?.area ?? nearestArea(of: obligation)
      let claim = Claim(obligation: number, area: area)
      return LegalOpinion.Line(
        obligation: obligation.id, title: obligation.title, status: told.status,
        reason: told.reason, basis: basis(of: claim), broken: told.broken)
    }
  }

  /// The first of its areas that lies in a place of the job or holds one, or else the first.
  private func nearestArea(of obligation: Obligation) -> Obligation.Area {
    let map = table.book.jurisdictions
    let chains = situation.chains(map)
    let near = obligation.areas.first { area in
      chains.contains { chain in
        chain.contains(area.id) || chain.first.map { map.isInside(area.id, $0) } ?? false
      }
    }
    return near ?? obligation.areas[0]
  }

  private func outcome(
    of obligation: Obligation, _ number: Int, _ standing: Standing, _ evidence: Evidence,
    _ hits: [RuleHit]
  ) -> (status: LegalOpinion.Status, reason: String, broken: [String]) {
    switch standing {
    case .no(let why): return (.notApplicable, why, [])
    case .unknown(let why): return (.unknown, why, [])
    case .applies, .possible: break
    }
    if let fact = obligation.unless.first(where: { evidence.said.has(FactKey($0)) }) {
      return (.notApplicable, "It does not bind such ads: \(table.meaning(of: fact))", [])
    }
    guard let claim = Claim(number, standing) else { return (.unknown, "", []) }
    var outcome = Outcome()
    for term in table.terms[number].clauses {
      add(term, in: claim.area, evidence, hits, to: &outcome)
    }
    let reach = [claim.condition, claim.doubt].filter { !$0.isEmpty }.joined(separator: "; ")
    let caveat =
      reach.isEmpty
      ? "" : claim.doubt.isEmpty ? " It counts \(reach)." : " It may not count: \(reach)."
    if !outcome.broken.isEmpty {
      let status: LegalOpinion.Status = claim.doubt.isEmpty ? .notMet : .possible
      return (
        status, outcome.broken.map(\.sentence).unique.joined(separator: " ") + caveat,
        outcome.broken.map(\.duty)
      )
    }
    if !outcome.untold.isEmpty { return (.unknown, outcome.untold.joined(separator: " "), []) }
    let met = outcome.met.isEmpty ? ["It asks for nothing in the ad."] : outcome.met.unique
    return (.met, (met + outcome.unjudged).joined(separator: " "), [])
  }

  /// What was found of the duties of an obligation: sentences.
  private struct Outcome {
    var broken: [(duty: String, sentence: String)] = []
    var untold: [String] = []
    var met: [String] = []
    var unjudged: [String] = []
  }

  private func add(
    _ term: LawTable.Term, in area: Obligation.Area, _ evidence: Evidence, _ hits: [RuleHit],
    to outcome: inout Outcome
  ) {
    let duty = table.book.duties[term.duty]
    guard duty.unjudged.isEmpty else { return outcome.unjudged.append(duty.unjudged) }
    switch term.arising(for: evidence.said, on: situation.date) {
    case .notYet: outcome.met.append("Not asked before \(term.clause.from?.description ?? "").")
    case .excepted: outcome.met.append("Excepted: \(duty.asks).")
    case .idle where !duty.otherwise.isEmpty: outcome.untold.append(duty.otherwise)
    case .idle: break
    case .unclear: outcome.untold.append(duty.because)
    case .yes:
      let hit = hits.first { hit in
        table.rules[term.duty].contains(hit.rule)
          && isBroken(term.clause.limit, in: area, by: hit.hit)
      }
      if let hit {
        let quote = evidence.quote(of: hit).map { " (\($0))" } ?? ""
        outcome.broken.append((duty.id, duty.breach.dropLastStop + quote + "."))
      } else if let near = hits.first(where: { table.kindred[term.duty].contains($0.rule) }) {
        let quote = evidence.quote(of: near) ?? "what was found"
        outcome.untold.append("Whether \(quote) breaks it is for a person to judge.")
      } else if !duty.met.isEmpty {
        outcome.met.append(duty.met)
      }
    }
  }
}

extension Evidence {
  /// The first of the words that `hit` points at, in quotes; `nil` where it points at none.
  fileprivate func quote(of hit: RuleHit) -> String? {
    let words = hit.hit.anchor == .words ? ad.text(at: hit.hit.place) : ""
    return words.isEmpty ? nil : "“\(words.prefix(80))”"
  }
}

extension [String] {
  /// Each of them once.
  fileprivate var unique: [String] {
    reduce(into: []) { all, text in
      if !all.contains(text) { all.append(text) }
    }
  }
}

extension String {
  /// It without a full stop at its end.
  fileprivate var dropLastStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
