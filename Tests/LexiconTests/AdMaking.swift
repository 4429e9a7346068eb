import AdModel
import Lexicon

/// An ad whose prose is `company` and `text`.
func ad(_ text: String, title: String = "", company: String = "") -> Ad {
  var prose: [UInt8] = []
  var fields: [Field] = []
  for (part, words) in [(Part.title, title), (.company, company), (.body, text)] {
    if !fields.isEmpty { prose += Ad.separator }
    let lower = prose.count
    prose += Array(words.utf8)
    let place = ByteRange<Prose>(lower, prose.count)
    fields.append(Field(part, name: part.rawValue, place: place, value: ByteRange(0, 0)))
  }
  return Ad(
    id: "1", markup: .text, prose: prose, fields: fields, map: SourceMap(),
    record: ByteRange(0, 0))
}

/// The faults of `text` as lines: `kind: words → correction`.
func faults(in text: String, title: String = "", company: String = "") -> [String] {
  var cache = WordCache()
  let ad = ad(text, title: title, company: company)
  return WordReport(on: ad, cache: &cache).faults.map { fault in
    "\(fault.kind.rawValue): \(ad.text(at: fault.place)) → \(fault.correction ?? "")"
  }
}

/// Random numbers that are the same in every run.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
