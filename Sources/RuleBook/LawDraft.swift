internal import AdModel
internal import Law
internal import RuleText

/// Laws as far as the files read so far have them.
struct LawDraft {
  /// The keys of a rule file that hold laws.
  static let keys = ["jurisdictions", "duties", "obligations", "rates"]

  private var jurisdictions: [Jurisdiction] = []
  private var duties: [Duty] = []
  private var obligations: [LawBook.Entry] = []
  private var tables: [String: [RateTable.Row]] = [:]

  var book: LawBook {
    LawBook(
      jurisdictions: Jurisdictions(jurisdictions), duties: duties, entries: obligations,
      tables: tables.mapValues { RateTable($0) })
  }

  /// Reads what a file says of laws.
  mutating func read(_ keys: Keys, by reader: inout EntryReader) {
    for node in reader.list(keys, "jurisdictions") {
      guard let place = reader.jurisdiction(node) else { continue }
      if !reader.isBaked, jurisdictions.contains(where: { $0.id == place.id }) {
        reader.fault(node["id"] ?? node, "there is a jurisdiction “\(place.id)” already")
      }
      jurisdictions.append(place)
    }
    for node in reader.list(keys, "duties") {
      guard let duty = reader.duty(node) else { continue }
      if !reader.isBaked, duties.contains(where: { $0.id == duty.id }) {
        reader.fault(node["id"] ?? node, "there is a duty “\(duty.id)” already")
      }
      duties.append(duty)
    }
    for node in reader.list(keys, "obligations") {
      guard let entry = reader.obligation(node) else { continue }
      if !reader.isBaked, obligations.contains(where: { $0.id == entry.id }) {
        reader.fault(node["id"] ?? node, "there is an obligation “\(entry.id)” already")
      }
      obligations.append(entry)
    }
    for pair in reader.map(keys, "rates") {
      let name = pair.key.text ?? ""
      tables[name, default: []] += reader.list(pair.value, name).compactMap { reader.rates($0) }
    }
  }
}
