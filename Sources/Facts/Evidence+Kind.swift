import AdModel

extension Evidence {
  /// What the money is for, by the words on either side of it.
  var kind: PayStatement.Kind {
    if let kind = kindAfter ?? kindBefore { return kind }
    // “€60 monthly for lunch”: far too little to live on, and nobody calls it pay.
    let scale = money.currency?.scale ?? 1
    if payLabel == nil, passage.part == .body,
      money.period == .month && money.maximum < 200 * scale
        || money.period == .year && money.maximum < 3_000 * scale && money.maximum > 40
    {
      return .allowance
    }
    if payLabel == nil || isForRoom, isRent(scale) { return .allowance }
    return money.period == .piece ? .fee : .salary
  }

  /// Whether it is what a room costs: “staff rooms at €70 a week”.
  private func isRent(_ scale: Double) -> Bool {
    switch money.period {
    case .week where money.maximum < 250 * scale: break
    case .month where money.maximum < 1_000 * scale: break
    default: return false
    }
    return isForRoom || before.contains { Self.lodgings[$0.key] != 0 }
  }

  /// “$350 a month for a room”
  private var isForRoom: Bool {
    guard let first = after.first, first.key == Self.for, first.gap == [.blank] else {
      return false
    }
    return after.prefix(4).contains { Self.lodgings[$0.key] != 0 }
  }

  static let `for` = Word.key("for".utf8)
  private static let lodgings = WordTable([
    (
      """
      room rooms rent rental housing accommodation accommodations lodging lodgings apartment apartments
      bunkhouse dorm dormitory hostel caravan
      """, 1
    )
  ])

  /// What the words behind the amount call it: “£500 referral bonus”, “$40k base”.
  private var kindAfter: PayStatement.Kind? {
    let plain: Gap = [.blank, .wide, .bracket, .dash, .slash]
    guard let first = after.first, !first.isNumber,
      first.gap.isSubset(of: [.blank, .wide, .bracket])
    else {
      return nil
    }
    if isExtra { return .allowance }
    if let kind = Self.kind(of: first, isAfter: true) { return kind }
    // “OTE £60k (uncapped) – Basic: …” goes on to something else.
    let isTarget = before.first?.roles.contains(.ote) == true
    let rest = after.dropFirst().prefix {
      $0.gap.isSubset(of: plain) && !$0.isNumber && !(isTarget && $0.gap.contains(.dash))
    }
    if Self.each[first.key] != 0, rest.prefix(3).contains(where: { $0.roles.contains(.bonus) }) {
      return .bonus
    }
    // “£500 when your friend joins”, “£400 if we hire them”
    if money.period == nil, Self.each[first.key] != 0 || first.key == Self.if,
      rest.prefix(3).contains(where: { Self.friends[$0.key] != 0 })
    {
      return .bonus
    }
    guard Self.joins[first.key] == 0 else { return nil }
    if let second = rest.first, let kind = Self.kind(of: second, isAfter: true),
      kind != .commission, kind != .allowance || money.period != .hour
    {
      return kind
    }
    // “$1,000 annual professional development stipend”
    let isSmall = !money.isThousands && money.maximum < 10_000 * (money.currency?.scale ?? 1)
    if isSmall, money.period != .hour, rest.contains(where: { $0.roles.contains(.allowance) }) {
      return .allowance
    }
    return nil
  }

  /// Whether it comes on top of other pay: “$400 a week extra”, “£1.50 an hour more for nights”.
  private var isExtra: Bool {
    guard let first = after.first, first.gap.isSubset(of: [.blank, .wide]),
      Self.extras[first.key] != 0
    else { return false }
    guard after.count > 1, after[1].gap.isSubset(of: [.blank, .wide]) else { return true }
    return Self.afterExtra[after[1].key] != 0
  }

  /// Whether the words before name what comes on top: “Night premium $1.75/hour”, “shift differential of £2
  /// an hour”.
  private var isNamedExtra: Bool {
    let named: Gap = [.blank, .wide, .colon, .dash]
    guard let first = before.first, first.gap.isSubset(of: named) else { return false }
    if Self.namedExtras[first.key] != 0 { return true }
    guard Self.of[first.key] != 0, before.count > 1 else { return false }
    return before[1].gap == [.blank] && Self.namedExtras[before[1].key] != 0
  }

  private static let namedExtras = WordTable([("premium differential uplift supplement", 1)])
  private static let of = WordTable([("of is", 1)])
  private static let extras = WordTable([("extra more supplement differential uplift", 1)])
  private static let afterExtra = WordTable([("for at on if when than per each while during", 1)])
  private static let addition = WordTable([("extra additional further", 1)])

  /// What the words before the amount call it: “a bonus of up to”, “OTE:”, “an extra”.
  private var kindBefore: PayStatement.Kind? {
    if let first = before.first, first.gap == [.blank], Self.addition[first.key] != 0 {
      return .allowance
    }
    if isNamedExtra { return .allowance }
    if let first = before.first, Self.averages[first.key] != 0,
      before.dropFirst().prefix(4).contains(where: { Self.tips[$0.key] != 0 })
    {
      return .bonus
    }
    for (index, word) in before.prefix(7).enumerated() {
      let roles = word.roles
      if word.isNumber || word.gap.contains(.mask) || word.gap.contains(.comma) && index > 0 {
        return nil
      }
      if let kind = Self.kind(of: word, isAfter: false) {
        switch kind {
        case .allowance where !isDirect(index) || money.period == .hour || isStipend(word): break
        case .bonus where index > 4: break
        default: return kind
        }
      }
      if Self.packaging[word.key] != 0, let next = before.dropFirst(index + 1).first,
        next.roles.contains(.pay)
      {
        return .allowance
      }
      if !roles.isDisjoint(with: [.pay, .payish]) {
        // “Relocation package: £2,000”, “a referral earns you £250”
        if let next = before.dropFirst(index + 1).first, next.gap == [.blank] {
          if word.key == Self.package, Self.moves[next.key] != 0 { return .allowance }
          if Self.earns[word.key] != 0, next.roles.contains(.bonus) { return .bonus }
        }
        // “recommend a friend and earn £300”
        if Self.rewards[word.key] != 0, money.period == nil,
          before.dropFirst(index + 1).prefix(6).contains(where: { Self.recommends[$0.key] != 0 })
        {
          return .bonus
        }
        // “base salary of”, “basic pay:”
        guard let next = before.dropFirst(index + 1).first, next.gap == [.blank],
          next.roles.contains(.base)
        else { return nil }
        return .base
      }
    }
    return nil
  }

  /// “tips averaged $9 to $14 an hour”, “tronc on top, typically £2,800 a year”
  private static let averages = WordTable([
    ("averaged average averages averaging typically usually of about around are were", 1)
  ])
  private static let tips = WordTable([("tips tronc gratuities", 1)])

  /// Whether a “stipend” is large enough to live on, as that of a doctoral post is.
  private func isStipend(_ word: Word) -> Bool {
    word.key == Self.stipend && money.maximum >= 6_000 * (money.currency?.scale ?? 1)
  }

  /// “salary packaging of up to …”, “salary sacrifice”
  private static let packaging = WordTable([("packaging sacrifice", 1)])
  private static let package = Word.key("package".utf8)
  private static let moves = WordTable([("relocation removal removals moving training", 1)])
  private static let earns = WordTable([("earn earns pays", 1)])
  private static let rewards = WordTable([("earn earns pay pays paid", 1)])
  private static let recommends = WordTable([
    ("recommend recommends recommending introduce introducing refer", 1)
  ])
  private static let friends = WordTable([("friend friends mate mates hire", 1)])
  private static let `if` = Word.key("if".utf8)
  private static let stipend = Word.key("stipend".utf8)

  private static func kind(of word: Word, isAfter: Bool) -> PayStatement.Kind? {
    let roles = word.roles
    if roles.contains(.ote), word.key != target, word.key != earnings { return .ote }
    if word.key == target, !isAfter { return nil }
    if roles.contains(.base) { return .base }
    if roles.contains(.bonus) { return .bonus }
    if roles.contains(.commission) { return .commission }
    if roles.contains(.allowance), !(isAfter && roles.contains(.afterPay)) { return .allowance }
    return nil
  }

  private static let joins = WordTable([("plus and with or und et inc incl including dep doe", 1)])
  private static let each = WordTable([("per for each every when a", 1)])
  private static let target = Word.key("target".utf8)
  private static let earnings = Word.key("earnings".utf8)
}
