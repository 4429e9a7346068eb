internal import Checks

/// What an ad must say, and must not, for a duty to arise.
struct Condition: Sendable {
  /// Whether a duty arises for an ad.
  enum Arising { case yes, excepted, notYet, idle, unclear }

  /// Facts that except an ad.
  var unless: FactSet
  /// Facts of which an ad must say one; none where it need not.
  var when: FactSet
  /// Facts of which it is unclear whether they meet the duty.
  var unclear: FactSet

  /// Whether no ad says anything that matters.
  var isEmpty: Bool { unless.isEmpty && when.isEmpty && unclear.isEmpty }

  /// All that it is about.
  var facts: [FactKey] { unless.keys + when.keys + unclear.keys }

  /// Whether the duty arises for an ad that says `facts`.
  func arising(for facts: borrowing SaidFacts) -> Arising {
    if facts.has(anyOf: unless) { return .excepted }
    if !when.isEmpty, !facts.has(anyOf: when) { return .idle }
    return facts.has(anyOf: unclear) ? .unclear : .yes
  }
}
