internal import AdModel
internal import Facts

/// What the places of a phrase say of one thing, and whether it is one thing that they say.
enum Differing {
  /// What the words of a place are read as.
  enum Reading: String, Sendable, CaseIterable {
    /// A number or a range of them, or else the words.
    case figures
    case contract, hours, timetable, experience, degree, requisite, seniority, language, leave
  }

  /// The place that gives another value than the first one does, if there is one such value.
  ///
  /// Ranges that touch agree (“20 to 30”, “about 25”), and so do “3 years” and “36 months” where
  /// they are read as experience. Three values are a list to choose from, and a sentence with two
  /// explains itself.
  static func hit(
    among places: [ByteRange<Prose>], as reading: Reading, in evidence: Evidence
  ) -> Hit? {
    var values: [(value: Value, place: ByteRange<Prose>)] = []
    for place in places {
      guard let value = Value(place, as: reading, in: evidence.ad) else { continue }
      if !values.contains(where: { $0.value.agrees(with: value) }) {
        values.append((value, place))
      }
    }
    guard values.count == 2, !evidence.sharesSentence(values[1].place, with: [values[0].place])
    else { return nil }
    let isInOrder = evidence.isBefore(values[0].place, values[1].place)
    let (first, later) = isInOrder ? (0, 1) : (1, 0)
    return Hit(
      values[later].place, arguments: ["other": evidence.text(values[first].place)])
  }

  /// Figures, or a term of the job.
  private enum Value {
    case figures(FigureRange)
    case term(Term)

    init?(_ place: ByteRange<Prose>, as reading: Reading, in ad: Ad) {
      if let kind = Term.Kind(rawValue: reading.rawValue) {
        guard let term = Term(kind, at: place, in: ad) else { return nil }
        self = .term(term)
      } else {
        self = .figures(FigureRange(ad.prose[place.utf8]))
      }
    }

    func agrees(with other: Value) -> Bool {
      switch (self, other) {
      case (.figures(let a), .figures(let b)): a.agrees(with: b)
      case (.term(let a), .term(let b)): a.agrees(with: b)
      default: true
      }
    }
  }
}
