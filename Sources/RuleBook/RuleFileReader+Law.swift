internal import AdModel
internal import Facts
internal import Law
internal import RuleText

extension RuleFileReader {
  private static let jurisdictionKeys = ["id", "in", "name", "towns"]
  private static let dutyKeys = [
    "id", "asks", "breach", "met", "rules", "when", "else", "unless", "unclear", "because",
    "unjudged",
  ]
  private static let rateKeys = ["in", "currency", "note", "source", "amounts"]
  private static let amountKeys = ["from", "to", "amount", "employees", "note"]

  /// Reads what a file says of laws.
  mutating func readLaw(_ keys: Keys) {
    for node in keys["jurisdictions"]?.list ?? [] { readJurisdiction(node) }
    for node in keys["duties"]?.list ?? [] { readDuty(node) }
    for node in keys["obligations"]?.list ?? [] { readObligation(node) }
    for pair in keys["rates"]?.map ?? [] {
      for node in pair.value.list ?? [] { readRates(node, of: pair.key.text ?? "") }
    }
  }

  private mutating func readJurisdiction(_ node: Node) {
    guard let keys = map(node, "a jurisdiction", allowed: Self.jurisdictionKeys),
      let id = text(keys, "id", of: node), let name = text(keys, "name", of: node)
    else { return }
    if law.jurisdictions.contains(where: { $0.id == id }) {
      fault(keys["id"] ?? node, "there is a jurisdiction “\(id)” already")
    }
    law.jurisdictions.append(
      Jurisdiction(id: id, name: name, parent: keys["in"]?.text, towns: texts(keys, "towns")))
  }

  private mutating func readDuty(_ node: Node) {
    guard let keys = map(node, "a duty", allowed: Self.dutyKeys),
      let id = text(keys, "id", of: node), let asks = text(keys, "asks", of: node)
    else { return }
    if law.duties.contains(where: { $0.id == id }) {
      fault(keys["id"] ?? node, "there is a duty “\(id)” already")
    }
    if keys["rules"] == nil, keys["unjudged"] == nil {
      fault(node, "“\(id)” needs “rules” that find a breach, or why it stays “unjudged”")
    }
    if (keys["unclear"] == nil) != (keys["because"] == nil) {
      fault(node, "“\(id)” needs both “unclear” and “because”, or neither")
    }
    law.duties.append(
      Duty(
        id: id, asks: asks, breach: keys["breach"]?.text ?? "", met: keys["met"]?.text ?? "",
        rules: texts(keys, "rules"), when: texts(keys, "when"),
        otherwise: keys["else"]?.text ?? "", unless: texts(keys, "unless"),
        unclear: texts(keys, "unclear"), because: keys["because"]?.text ?? "",
        unjudged: keys["unjudged"]?.text ?? ""))
  }

  private mutating func readRates(_ node: Node, of table: String) {
    guard let keys = map(node, "a rate", allowed: Self.rateKeys),
      let area = text(keys, "in", of: node)
    else { return }
    guard let currency: Currency = keys["currency"].flatMap({ choice($0, "currency") }) else {
      return fault(node, "the rate needs a “currency”")
    }
    for amount in keys["amounts"]?.list ?? [] {
      guard let parts = map(amount, "an amount", allowed: Self.amountKeys) else { continue }
      guard let from = date(parts, "from", of: amount) else { continue }
      guard let number = parts["amount"]?.text.flatMap({ Double($0) }), number > 0 else {
        fault(amount, "“amount” should be a number above 0")
        continue
      }
      law.tables[table, default: []].append(
        RateTable.Rate(
          area: area, from: from, to: parts["to"] == nil ? nil : date(parts, "to", of: amount),
          amount: number, currency: currency,
          employees: parts["employees"]?.text.flatMap { Int($0) } ?? 1))
    }
  }

  /// The day that `key` names, such as 2026-01-01; a fault where it is none.
  mutating func date(_ keys: Keys, _ key: String, of node: Node) -> CalendarDate? {
    guard let value = keys[key] else {
      fault(node, "“\(key)” is missing")
      return nil
    }
    let parts = (value.text ?? "").split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3,
      let date = CalendarDate(year: parts[0], month: parts[1], day: parts[2])
    else {
      fault(value, "“\(key)” should be a day such as 2026-01-01, not “\(value.text ?? "")”")
      return nil
    }
    return date
  }
}
