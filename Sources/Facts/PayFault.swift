public import AdModel

/// Something wrong with a statement of pay that its own numbers show.
public struct PayFault: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// The first amount of a range is above the second.
    case inverted = "range-inverted"
    /// The upper amount is more than twice the lower.
    case wide = "wide-range"
    /// An amount that may be a week's or a month's pay, with no period.
    case missingPeriod = "missing-period"
    /// No currency at the amount, anywhere in the ad, or by its country.
    case missingCurrency = "missing-currency"
    /// Far too much or too little for its period.
    case implausible = "implausible-unit"
    /// On-target earnings without the pay that is certain.
    case oteWithoutBase = "ote-without-base"
    /// Other pay for the same work elsewhere in the ad.
    case conflict
  }

  public var kind: Kind
  public var statement: PayStatement
  /// Where to point: the amounts for faults of amounts, the whole statement otherwise.
  public var place: ByteRange<Prose>
  /// The amounts that it contradicts.
  public var other: ByteRange<Prose>?

  /// All faults of the pay that `ad` states, in the order of the text.
  public static func all(in ad: Ad) -> [PayFault] { all(of: PayStatement.all(in: ad)) }

  /// The faults of the pay `statements` of one ad.
  public static func all(of statements: [PayStatement]) -> [PayFault] {
    let statesCurrency = statements.contains(where: \.statesCurrency)
    let statesBase = statements.contains { $0.kind == .base || $0.kind == .salary }
    var faults: [PayFault] = []
    for statement in statements where statement.kind.isPay {
      func note(_ kind: Kind, at place: ByteRange<Prose>) {
        faults.append(PayFault(kind: kind, statement: statement, place: place))
      }
      if statement.isInverted { note(.inverted, at: statement.amount) }
      if statement.isWide { note(.wide, at: statement.amount) }
      if statement.lacksPeriod, !statements.contains(where: { $0.givesPeriod(to: statement) }) {
        note(.missingPeriod, at: statement.place)
      }
      if statement.currency == nil, !statesCurrency, statement.isLabelled {
        note(.missingCurrency, at: statement.amount)
      }
      if statement.isImplausible { note(.implausible, at: statement.place) }
      if statement.kind == .ote, !statesBase { note(.oteWithoutBase, at: statement.place) }
    }
    if let (first, later) = PayStatement.conflict(among: statements) {
      faults.append(
        PayFault(kind: .conflict, statement: later, place: later.amount, other: first.amount))
    }
    return faults
  }

  /// How many times the lower amount the upper one may be.
  public static let widest = 2.0
}

extension PayStatement {
  /// Whether a range falls instead of rising.
  public var isInverted: Bool { bounds == .range && minimum > maximum && maximum > 0 }

  /// Whether a range says next to nothing: from 0, or up to more than twice its start.
  public var isWide: Bool {
    guard bounds == .range, minimum <= maximum, kind == .salary || kind == .base else {
      return false
    }
    return maximum > minimum * PayFault.widest
  }

  /// Whether nobody can tell what the amount is paid for: too small for a year. One below
  /// 300 may be an hour's, a day's or thousands a year (“48 to 55 €”); it must state its currency.
  public var lacksPeriod: Bool {
    guard period == nil, isNamed, kind != .fee, part != .salary else { return false }
    let scale = currency?.scale ?? 1
    let least = (minimum > 0 ? min(minimum, maximum) : maximum) / scale
    return (least >= 300 || statesCurrency && least >= 7) && maximum / scale < 10_000
  }

  /// Whether it is pay by the hour of which `other`, an amount without a period, can only be one more:
  /// “£14.10 an hour”, “your night rate is £16.10”.
  fileprivate func givesPeriod(to other: PayStatement) -> Bool {
    period == .hour && currency == other.currency && minimum > 0 && other.minimum > 0
      && other.maximum < 2 * minimum && minimum < 2 * other.maximum
  }

  /// Whether the amount cannot be pay for its period, or for any.
  public var isImplausible: Bool {
    let scale = currency?.scale ?? 1
    let low = (minimum > 0 ? min(minimum, maximum) : maximum) / scale
    let high = max(minimum, maximum) / scale
    guard !isInverted else { return false }
    switch period {
    case .hour: return high > 500
    case .day: return high > 5_000
    case .week: return high > 20_000
    case .month: return high > 100_000
    case .year: return low < 5_000 || high > 2_000_000
    case .piece: return false
    case nil: return isLabelled && high > 2_000_000
    }
  }
}
