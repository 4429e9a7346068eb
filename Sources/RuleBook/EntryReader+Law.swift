internal import AdModel
internal import Facts
internal import Law
internal import RuleText

/// What entries say of laws.
extension EntryReader {
  private static let jurisdictionKeys = ["id", "in", "name", "towns"]
  private static let dutyKeys = [
    "id", "asks", "breach", "met", "rules", "when", "else", "unless", "unclear", "because",
    "unjudged",
  ]
  private static let rateKeys = ["in", "currency", "note", "source", "amounts"]
  private static let amountKeys = ["from", "to", "amount", "employees", "note"]

  mutating func jurisdiction(_ node: Node) -> Jurisdiction? {
    guard let keys = map(node, "a jurisdiction", allowed: Self.jurisdictionKeys) else { return nil }
    return Jurisdiction(
      id: text(keys, "id"), name: text(keys, "name"), parent: keys["in"]?.text,
      towns: texts(keys, "towns"))
  }

  mutating func duty(_ node: Node) -> Duty? {
    guard let keys = map(node, "a duty", allowed: Self.dutyKeys) else { return nil }
    let id = text(keys, "id")
    if keys["rules"] == nil, keys["unjudged"] == nil {
      fault(node, "“\(id)” needs “rules” that find a breach, or why it stays “unjudged”")
    }
    if (keys["unclear"] == nil) != (keys["because"] == nil) {
      fault(node, "“\(id)” needs both “unclear” and “because”, or neither")
    }
    return Duty(
      id: id, rules: texts(keys, "rules"), when: texts(keys, "when"),
      unless: texts(keys, "unless"), unclear: texts(keys, "unclear"),
      wording: later { reader in
        Duty.Wording(
          asks: reader.text(keys, "asks"), breach: keys["breach"]?.text ?? "",
          met: keys["met"]?.text ?? "", otherwise: keys["else"]?.text ?? "",
          because: keys["because"]?.text ?? "", unjudged: keys["unjudged"]?.text ?? "")
      })
  }

  /// The rates of a place.
  mutating func rates(_ node: Node) -> RateTable.Row? {
    guard let keys = map(node, "a rate", allowed: Self.rateKeys) else { return nil }
    let area = text(keys, "in")
    return RateTable.Row(area: area, rates: later { $0.rates(keys, in: area) })
  }

  private mutating func rates(_ keys: Keys, in area: String) -> [RateTable.Rate] {
    guard let currency: Currency = keys["currency"].flatMap({ choice($0, "currency") }) else {
      fault(keys.node, "the rate needs a “currency”")
      return []
    }
    return list(keys, "amounts").compactMap { amount in
      guard let parts = map(amount, "an amount", allowed: Self.amountKeys),
        let from = date(parts, "from")
      else { return nil }
      guard let number = self.amount(parts, "amount") else { return nil }
      return RateTable.Rate(
        area: area, from: from, to: parts["to"] == nil ? nil : date(parts, "to"),
        amount: number, currency: currency,
        employees: self.number(parts, "employees") ?? 1)
    }
  }

  /// The number under `key`, such as an amount of money; a fault where it is none that pay may be.
  mutating func amount(_ keys: Keys, _ key: String) -> Double? {
    guard let number = keys[key]?.text.flatMap({ Double($0) }), number > 0, number < 1e9 else {
      fault(keys[key] ?? keys.node, "“\(key)” should be a number above 0 and below 1000000000")
      return nil
    }
    return number
  }

  /// The day that `key` names, such as 2026-01-01; a fault where it is none.
  mutating func date(_ keys: Keys, _ key: String) -> CalendarDate? {
    guard let value = keys[key] else {
      fault(keys.node, "“\(key)” is missing")
      return nil
    }
    guard let date = CalendarDate(iso: value.text ?? "") else {
      fault(value, "“\(key)” should be a day such as 2026-01-01, not “\(value.text ?? "")”")
      return nil
    }
    return date
  }
}
