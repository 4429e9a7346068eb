import AdModel
import Gazetteer
import Testing

/// Whatever an ad holds, places stand inside it, and a used gazetteer says what a fresh one says.
@Suite struct FuzzTests {
  @Test(arguments: 0..<400)
  func `holds for random ads`(seed: UInt64) {
    var random = Random(state: seed &* 2_654_435_769 &+ 1)
    let ad = Ad.made(
      title: random.text(12), location: random.next() % 2 == 0 ? random.text(8) : nil,
      body: random.text(90))
    var fresh = Gazetteer()
    var used = Gazetteer()
    _ = used.facts(of: Ad.made(title: random.text(20), body: random.text(200)))
    let facts = fresh.facts(of: ad)
    #expect(facts.mentions == used.places(in: ad))
    for mention in facts.mentions {
      #expect(ad.prose.indices.contains(mention.place.lower))
      #expect(mention.place.upper <= mention.whole.upper && mention.whole.upper <= ad.prose.count)
      #expect(ad.field(at: mention.place.lower)?.part == mention.part)
      #expect(ad.text(at: mention.place).utf8.elementsEqual(ad.prose[mention.place.utf8]))
      #expect(mention.confidence > 0 && mention.confidence <= 1)
    }
    #expect(facts.faults.allSatisfy { $0.place.upper <= ad.prose.count })
  }
}

/// A generator of random texts, the same for the same seed (SplitMix64).
struct Random {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  mutating func text(_ pieces: Int) -> String {
    (0..<Int(next() % UInt64(pieces + 1))).map { _ in
      Random.pieces[Int(next() % UInt64(Random.pieces.count))]
    }.joined()
  }

  static let pieces = [
    " ", " ", " ", " ", ", ", ". ", "\n", "-", "/", "'", "’", "&", "(", ")", ";", ":", ".", "*",
    "£", "$",
    "Leeds", "New", "York", "St", "San", "Diego", "CA", "US", "GB", "TX", "Georgia", "Washington",
    "D.C.", "Leighton", "buzzard", "Stoke", "on", "Trent", "Reading", "Bath", "München", "Örebro",
    "King's", "Lynn", "LS1", "4AP", "SW1A 1AA", "K1A 0B6", "D02 X285", "91401", "0", "M1", "A1",
    "based in", "Location:", "Commutable:", "in", "the", "head office", "é", "ß", "Ł", "\u{301}",
    "日本", "remote", "Remote", "hybrid", "except", "must live in", "reports to our", "not", "office",
    "(585) 555-0123", "+44", "C$", "NY", "OR", "CO", "Colorado", "Ontario", "Europe",
    "Kingston upon",
    "🙂", "\u{C2}", "a", "Z", "@", "www.", "https://", "and", "of",
  ]
}
