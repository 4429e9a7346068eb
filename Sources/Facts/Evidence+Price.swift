import AdModel

/// Tells what is paid for goods, rooms and services from what is paid for work.
extension Evidence {
  /// Whether it is what a shop takes, a person gives or somebody is charged: “tills take £900 a day”,
  /// “your £62 DBS fee”.
  var isTaking: Bool {
    if isPrice { return true }
    for (index, word) in before.prefix(5).enumerated() {
      if !word.roles.isDisjoint(with: [.pay, .payish]) { break }
      let isHome = index > 0 && before[index - 1].key == Self.home
      if Self.takings[word.key] != 0, !isHome, isDirect(index) { return true }
      guard word.roles.contains(.filler) else { break }
    }
    // “we pay the £120 for your licence”
    if before.first?.key == Self.the, before.dropFirst().first?.key == Self.pay, money.period == nil
    {
      return true
    }
    guard before.first?.key == Self.your else { return false }
    return after.prefix(3).contains { Self.charges[$0.key] != 0 }
  }

  /// Whether it is what those who are served pay: “rents start at £112 a week”, “care fees from £1,200
  /// a week”, “residents pay £1,300 a week”, “plans cost $79, $149 or $299 a month”.
  private var isPrice: Bool {
    let isOfPeople = before.count > 1 && before[0].key == Self.pay && before[0].gap == [.blank]
    if isOfPeople, before[1].gap == [.blank] { return isOfPayers }
    for (index, word) in before.prefix(8).enumerated() {
      // The prices of a list are those of one thing.
      if word.isNumber, passage.currency(before: word.lower) != nil { continue }
      if word.key == Self.or, index + 1 < before.count, before[index + 1].isNumber { continue }
      if !word.gap.isDisjoint(with: [.comma, .bracket, .line]) { return false }
      let next = index + 1 < before.count ? before[index + 1].key : 0
      switch Self.prices[word.key] {
      case 1: return true
      case 2: return Self.houses[next] != 0 || money.period == .week && money.minimum >= 1_200
      case 3: return next == Self.we
      case 4: return money.period != .hour && money.period != .year
      case 5: return Self.deals[next] == 0 && !word.gap.contains(.colon)
      default: break
      }
      guard word.roles.contains(.filler) || Self.begins[word.key] != 0 else { return false }
    }
    return false
  }

  /// Whether those whom “pay” stands behind are served: “guests pay”, “visitors to the show pay”.
  private var isOfPayers: Bool {
    if Self.payers[before[1].key] != 0 { return true }
    for (index, word) in before.enumerated().dropFirst(2) {
      guard before[index - 1].gap == [.blank], word.gap == [.blank],
        Self.speakers[before[index - 1].key] == 0
      else { return false }
      if Self.payers[word.key] != 0 { return Self.joints[before[index - 1].key] != 0 }
    }
    return false
  }

  /// What is a price by itself (1), of a house (2), where we ask it (3), where it is for nights (4),
  /// and unless it is a plan of pay (5).
  private static let prices = WordTable([
    ("rent rents rental rentals fare fares charges charged let lets parking turns cost costs", 1),
    ("fee fees", 2), ("charge", 3), ("rooms cottages suites", 4),
    ("plan plans subscription subscriptions membership memberships", 5),
  ])
  private static let deals = WordTable([
    (
      "pay compensation commission commissions salary wage bonus payment income remuneration incentive",
      1
    )
  ])
  private static let joints = WordTable([("to of at in with who from", 1)])
  private static let speakers = WordTable([("we you they i it", 1)])
  private static let or = Word.key("or".utf8)
  private static let houses = WordTable([
    ("care home nursing residential school tuition membership room nursery boarding entry", 1)
  ])
  private static let begins = WordTable([("start starts begin begins over", 1)])
  private static let payers = WordTable([
    (
      """
      residents guests customers clients tenants parents members visitors shoppers buyers attendees
      passengers tourists diners subscribers spectators
      """, 1
    )
  ])
  private static let we = Word.key("we".utf8)
  private static let takings = WordTable([("take takes taking takings tills till gifts fines", 1)])
  private static let charges = WordTable([
    ("fee fees check checks licence license uniform deposit fare fares registration", 1)
  ])
  private static let home = Word.key("home".utf8)
  private static let the = Word.key("the".utf8)
  private static let pay = Word.key("pay".utf8)
  private static let your = Word.key("your".utf8)
}
