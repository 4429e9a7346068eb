internal import AdModel
internal import Facts
internal import Law
internal import RuleText

/// What entries say of obligations.
extension EntryReader {
  private static let obligationKeys = [
    "id", "aliases", "title", "law", "url", "severity", "confidence", "applies", "requires",
    "forbids", "unless", "note", "penalties", "meets", "breaks",
  ]
  private static let appliesKeys = [
    "in", "except-in", "from", "to", "employees", "counted", "performed", "remote", "reports-to",
    "ignores-limits", "employer", "except-employer", "any-size",
  ]
  private static let areaKeys = ["from", "to", "employees", "law", "url"]
  private static let clauseKeys = ["duty", "from", "over", "under", "unless"]

  mutating func obligation(_ node: Node) -> LawBook.Entry? {
    guard let keys = map(node, "an obligation", allowed: Self.obligationKeys) else { return nil }
    let id = text(keys, "id")
    guard let applies = keys["applies"].flatMap({ map($0, "“applies”", allowed: Self.appliesKeys) })
    else {
      fault(node, "“\(id)” needs “applies”: where and since when it is in force")
      return nil
    }
    return LawBook.Entry(
      id: id, areas: areaNodes(applies).map { $0.text ?? $0.map?.first?.key.text ?? "" },
      obligation: later { $0.obligation(id, keys, applies) })
  }

  private mutating func obligation(_ id: String, _ keys: Keys, _ applies: Keys) -> Obligation {
    var obligation = Obligation(
      id: id, title: text(keys, "title"), citation: text(keys, "law"), url: text(keys, "url"))
    obligation.aliases = texts(keys, "aliases")
    obligation.level = choice(keys, "severity", default: .warning)
    obligation.confidence = keys["confidence"]?.text ?? "medium"
    if !["high", "medium", "low"].contains(obligation.confidence) {
      fault(keys["confidence"] ?? keys.node, "“confidence” should be high, medium or low")
    }
    read(applies, into: &obligation)
    if obligation.areas.isEmpty { fault(keys.node, "“applies” needs “in”: the places of the law") }
    obligation.clauses =
      clauses(keys, "requires", isRequired: true) + clauses(keys, "forbids", isRequired: false)
    obligation.unless = texts(keys, "unless")
    obligation.note = keys["note"]?.text ?? ""
    obligation.penalties = keys["penalties"]?.text ?? ""
    if readsExamples {
      obligation.examples =
        samples(keys, "meets", isGood: true)
        + samples(keys, "breaks", isGood: false)
    }
    obligation.origin = "\(file):\(keys.node.line)"
    return obligation
  }

  /// The places of a law: each a text, or a map with what differs there.
  private func areaNodes(_ applies: Keys) -> [Node] {
    applies["in"]?.list ?? applies["in"].map { [$0] } ?? []
  }

  private mutating func read(_ applies: Keys, into obligation: inout Obligation) {
    let from = applies["from"] == nil ? nil : date(applies, "from")
    let to = applies["to"] == nil ? nil : date(applies, "to")
    let employees = number(applies, "employees") ?? 1
    for item in areaNodes(applies) {
      var area = Obligation.Area(
        id: item.text ?? "", from: from, to: to, employees: employees)
      // `{US-NY-NYC: {from: 2013-06-11, employees: 4}}`: what differs there.
      if let pair = item.map?.first, let own = map(pair.value, "a place", allowed: Self.areaKeys) {
        area.id = pair.key.text ?? ""
        if own["from"] != nil { area.from = date(own, "from") }
        if own["to"] != nil { area.to = date(own, "to") }
        area.employees = number(own, "employees") ?? employees
        area.citation = own["law"]?.text ?? ""
        area.url = own["url"]?.text ?? ""
        // What the statutes of other places begin with says nothing of this one.
        area.since = own["law"] != nil && own["from"] == nil ? nil : area.from
      }
      obligation.areas.append(area)
    }
    obligation.exceptIn = texts(applies, "except-in")
    obligation.counted = applies["counted"]?.text ?? ""
    obligation.performed = reach(applies["performed"], default: .yes)
    obligation.remote = reach(applies["remote"], default: .unclear(""))
    obligation.reportsTo = reach(applies["reports-to"], default: .unclear(""))
    obligation.ignoresLimits = applies["ignores-limits"]?.text == "true"
    obligation.kinds = choices(applies, "employer", default: [])
    obligation.exceptKinds = choices(applies, "except-employer", default: [])
    obligation.anySizeKinds = choices(applies, "any-size", default: [])
  }

  private func reach(_ node: Node?, default fallback: Obligation.Reach) -> Obligation.Reach {
    switch node?.text {
    case nil: fallback
    case "yes": .yes
    case "no": .no
    case "unclear": .unclear("")
    case let text?: .unclear(text)
    }
  }

  private mutating func clauses(_ keys: Keys, _ key: String, isRequired: Bool) -> [Clause] {
    list(keys, key).compactMap { node in
      if let duty = node.text { return Clause(duty: duty, isRequired: isRequired) }
      guard let keys = map(node, "a duty of an obligation", allowed: Self.clauseKeys) else {
        return nil
      }
      var clause = Clause(duty: text(keys, "duty"), isRequired: isRequired)
      if keys["from"] != nil { clause.from = date(keys, "from") }
      if keys["over"] != nil { clause.limit = amount(keys, "over").map { .over($0) } }
      if keys["under"] != nil { clause.limit = .under(text(keys, "under")) }
      clause.unless = texts(keys, "unless")
      return clause
    }
  }

  private mutating func samples(
    _ keys: Keys, _ key: String, isGood: Bool
  ) -> [Obligation.Sample] {
    list(keys, key).compactMap { node in
      if let text = node.text { return Obligation.Sample(text: text, isGood: isGood) }
      guard let keys = map(node, "an example", allowed: ["duty", "title", "text"]),
        let text = keys["text"]?.text
      else { return nil }
      return Obligation.Sample(
        text: text, title: keys["title"]?.text ?? "", duty: keys["duty"]?.text ?? "",
        isGood: isGood)
    }
  }

  mutating func number(_ keys: Keys, _ key: String) -> Int? {
    guard let node = keys[key] else { return nil }
    guard let number = node.text.flatMap({ Int($0) }), number > 0 else {
      fault(node, "“\(key)” should be a whole number above 0, not “\(node.text ?? "")”")
      return nil
    }
    return number
  }
}
