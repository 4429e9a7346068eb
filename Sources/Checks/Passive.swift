internal import AdModel

/// Tells sentences in the passive: a form of “be”, perhaps a word between, and a past participle.
///
/// Participles that say what somebody or something is (“is based in”, “is required”) do not count.
enum Passive {
  static func isPassive(_ sentence: ByteRange<Prose>, of prose: [UInt8]) -> Bool {
    // How many words ago a form of “be” was read, or more than can matter.
    var since = 9
    for word in Words(of: prose, in: sentence) {
      if be.has(word, of: prose) {
        since = 0
        continue
      }
      since += 1
      guard since <= 2 else { continue }
      if isParticiple(word, of: prose) { return true }
    }
    return false
  }

  private static func isParticiple(_ word: Range<Int>, of prose: [UInt8]) -> Bool {
    if states.has(word, of: prose) { return false }
    if irregular.has(word, of: prose) { return true }
    return word.count >= 5 && prose[word.upperBound - 1].folded == UInt8(ascii: "d")
      && prose[word.upperBound - 2].folded == UInt8(ascii: "e")
      && prose[word.upperBound - 3].folded != UInt8(ascii: "e")
  }

  private static let be = WordSet(["is", "are", "be", "been", "being", "was", "were"])
  private static let irregular = WordSet([
    "given", "made", "paid", "held", "taken", "kept", "sent", "done", "met", "seen", "set", "told",
    "run", "led", "brought", "written", "chosen", "shown", "known", "drawn", "built", "found",
    "taught", "put", "spent", "sought", "undertaken", "overseen", "understood",
  ])
  private static let states = WordSet([
    "based", "required", "located", "interested", "committed", "qualified", "experienced",
    "dedicated", "motivated", "organised", "organized", "skilled", "involved", "focused",
    "focussed", "excited", "determined", "delighted", "pleased", "situated", "prepared",
    "educated", "talented", "registered", "limited", "needed", "preferred", "desired", "related",
    "passionate", "employed", "married", "advanced", "detailed", "varied", "established",
    "dated", "indeed", "speed", "united", "accustomed", "supposed", "used", "allowed", "entitled",
    "eligible", "unlimited", "led", "known",
  ])
}
