import AdModel
import Foundation
import Gazetteer

// Reads ads as NDJSON and writes, a line an ad, where each says that the work is.

/// An ad made of fields that stand in the file as they are.
func ad(_ record: [String: Any]) -> Ad {
  var prose: [UInt8] = []
  var fields: [Field] = []
  for (key, part) in [
    ("title", Part.title), ("location", .location), ("country", .country), ("salary", .salary),
    ("text", .body),
  ] {
    guard let text = record[key] as? String, !text.isEmpty else { continue }
    if !prose.isEmpty { prose += Ad.separator }
    let start = prose.count
    prose += text.utf8
    let place = start..<prose.count
    fields.append(Field(part, name: key, place: ByteRange(place), value: ByteRange(place)))
  }
  var map = SourceMap<Prose, Source>()
  map.append(verbatim: ByteRange(0, prose.count))
  return Ad(
    id: record["id"] as? String ?? "", markup: .text, prose: prose, fields: fields, map: map,
    record: ByteRange(0, prose.count))
}

var gazetteer = Gazetteer()
while let line = readLine() {
  guard let record = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
  else { continue }
  let ad = ad(record)
  let facts = gazetteer.facts(of: ad)
  func shown(_ places: [Workplace]) -> [[String: Any]] {
    places.map { place in
      [
        "path": place.path, "sure": place.surePath, "text": ad.text(at: place.place),
        "part": ad.field(at: place.place.lower)?.part.rawValue ?? "",
      ]
    }
  }
  let remote = facts.remote
  let row: [String: Any] = [
    "id": ad.id, "workplaces": shown(facts.workplaces), "reportsTo": shown(facts.reportsTo),
    "remote": "\(remote.mode)", "within": shown(remote.within), "except": shown(remote.except),
  ]
  let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
  print(
    String(
      decoding: try JSONSerialization.data(withJSONObject: row, options: options), as: UTF8.self)
  )
}
