import AdModel

extension PayStatement {
  /// Two of `statements` that cannot both be what the work pays: the first one, and the one that
  /// contradicts it.
  ///
  /// What the title or the field for pay says is compared with all that the text says, since a text
  /// may go on to other grades, allowances or years. Base pay and all pay, pay by the hour and by the
  /// year, and shares of full-time pay are not compared.
  static func conflict(
    among statements: [PayStatement]
  ) -> (first: PayStatement, later: PayStatement)? {
    let pay = statements.filter { $0.kind == .salary || $0.kind == .base }
    guard !pay.contains(where: { $0.isProRata || $0.isInverted }) else { return nil }
    if let pair = upsideDown(among: pay) { return pair }
    let head = pay.filter { $0.part == .salary || $0.part == .title }
    let text = pay.filter { $0.part == .body && ($0.isLabelled || $0.kind == .base) }
    guard let later = text.first, text.count <= 2 else { return conflict(within: head) }
    // Where nothing comes on top of it, base pay is all pay.
    let isAll = pay.count == statements.count
    for first in head where text.allSatisfy({ first.contradicts($0, whereBaseIsAll: isAll) }) {
      return (first, later)
    }
    return conflict(within: head)
  }

  /// Two statements of which the one for the shorter time pays more: £250 an hour, £220 a day. An ad
  /// with more amounts than a few lists the pay of several jobs.
  private static func upsideDown(
    among pay: [PayStatement]
  ) -> (first: PayStatement, later: PayStatement)? {
    if pay.count > 8 { return nil }
    for (index, first) in pay.enumerated() {
      for later in pay.dropFirst(index + 1)
      where first.isNamed || later.isNamed {
        guard first.currency == later.currency, let one = first.period, let other = later.period,
          one != .piece, other != .piece, one != other
        else { continue }
        let (short, long) = one.perYear > other.perYear ? (first, later) : (later, first)
        if long.isNamed, long.minimum > 0, short.minimum > long.maximum, !short.isImplausible,
          !long.isImplausible
        {
          return (first, later)
        }
      }
    }
    return nil
  }

  private static func conflict(
    within head: [PayStatement]
  ) -> (first: PayStatement, later: PayStatement)? {
    guard head.count == 2, head[0].part != head[1].part, head[0].contradicts(head[1]) else {
      return nil
    }
    return (head[0], head[1])
  }

  /// Whether no amount could be meant by both. Base pay that is above all pay contradicts it, and where
  /// base pay is all pay, so does what is below.
  private func contradicts(_ other: PayStatement, whereBaseIsAll isAll: Bool = false) -> Bool {
    guard let unit = unit ?? unit(like: other), unit == other.unit ?? other.unit(like: self),
      kind == other.kind || kind == .salary && (isAll || other.least > most * Self.rounding),
      currency == nil || other.currency == nil || currency == other.currency
    else { return false }
    return least > other.most * Self.rounding || other.least > most * Self.rounding
  }

  /// “£29,950” and “£30k” are the same pay.
  private static let rounding = 1.02

  /// The period, or the year where the amount can be for nothing shorter.
  private var unit: PayPeriod? {
    if let period { return period }
    return maximum >= 10_000 * (currency?.scale ?? 1) ? .year : nil
  }

  /// The period of `other`, where a named amount without one is much like its: “pay: £11”, “£13 an hour”.
  private func unit(like other: PayStatement) -> PayPeriod? {
    guard isNamed, minimum > 0, other.minimum > 0, other.period == .hour,
      maximum < other.minimum * Self.likeness, other.maximum < minimum * Self.likeness
    else { return nil }
    return other.unit
  }

  private static let likeness = 1.5

  private var least: Double { bounds == .upTo ? 0 : minimum }
  private var most: Double { bounds == .from ? .infinity : maximum }
}
