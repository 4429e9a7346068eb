/// A thing that an ad asks people to have, or says that they need not have: a licence, a card, a degree,
/// tools of their own.
public struct Requisite: Hashable, Sendable {
  /// One of the things that the words name: “full driving licence” is `licence` of `full`, `driving`.
  public struct Item: Hashable, Sendable {
    public var head: String
    public var attributes: Set<String>
  }

  /// Whether people must have it; else nobody needs it, or the employer gives it.
  public var isNeeded: Bool
  public var items: [Item]
  /// What it is about: “experience with ledgers”.
  public var topic: Set<String>

  /// What the words say; `nil` if they name nothing.
  public init?(_ text: some Collection<UInt8>) { self.init(TermWords(text)) }

  /// The same; the words of `before` lead up to them.
  init?(_ words: TermWords, before: [String] = []) {
    isNeeded =
      words.plain.contains("own") || !Self.waivers.contains { words.plain.contains($0) }
    let (said, topic) = Self.parts(of: words.plain)
    items = Self.items(Array(Self.lead(before)) + said)
    self.topic = topic
    if items.isEmpty { return nil }
  }

  /// Whether both can be true of one job. Nobody needs any card, says the one, and the other asks for a
  /// certain card: they contradict each other; but a certain card is not any.
  public func agrees(with other: Requisite) -> Bool {
    guard isNeeded != other.isNeeded else { return true }
    let (needed, waived) = isNeeded ? (self, other) : (other, self)
    guard waived.topic.isEmpty || waived.topic == needed.topic else { return true }
    return !waived.items.contains { waived in
      needed.items.contains {
        $0.head == waived.head && waived.attributes.isSubset(of: $0.attributes)
      }
    }
  }

  /// What says that somebody does not need the thing.
  private static let waivers: Set<String> = [
    "no", "not", "dont", "wont", "isnt", "arent", "without", "neither", "provided", "supplied",
    "provide", "supply", "furnished", "given",
  ]

  /// The words of the thing, and those of what it is about.
  private static func parts(of words: [String]) -> (said: [String], topic: Set<String>) {
    var said: [String] = []
    var topic: Set<String> = []
    var isTopic = false
    for word in words {
      if prepositions.contains(word) {
        isTopic = !said.allSatisfy(plainWords.contains)
      } else if verbs.contains(word) {
        isTopic = false
      } else if isTopic, !plainWords.contains(word) {
        topic.insert(singular(word))
      } else if !isTopic {
        said.append(word)
      }
    }
    return (said, topic)
  }

  /// The things that `words` name, each with what stands before it.
  private static func items(_ words: [String]) -> [Item] {
    words.split { $0 == "or" || $0 == "and" || $0 == "nor" }.compactMap { group in
      let named = group.filter { !plainWords.contains($0) && Double($0) == nil }
      guard let head = named.last else { return nil }
      return Item(head: singular(head), attributes: Set(named.dropLast()))
    }
  }

  /// The last of the words before the thing that belong to it: “you hold a | full driving” licence.
  private static func lead(_ words: [String]) -> ArraySlice<String> {
    let start = words.lastIndex {
      verbs.contains($0) || plainWords.contains($0) || prepositions.contains($0)
    }
    return words[(start.map { $0 + 1 } ?? 0)...].suffix(4)
  }

  /// “licences” and “license” are the licence.
  private static func singular(_ word: String) -> String {
    if word.hasPrefix("licen") { return "licence" }
    return word.utf8.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss")
      ? String(word.dropLast()) : word
  }

  private static let prepositions: Set<String> = ["in", "of", "with", "for", "from", "on", "as"]
  /// What joins the thing to what is said of it.
  private static let verbs: Set<String> = [
    "is", "are", "be", "need", "needs", "have", "has", "hold", "holds", "possess", "bring", "buy",
    "will", "must", "do", "dont", "wont", "provide", "provided", "supply", "supplied", "you",
    "youll", "we", "requires", "require",
  ]
  /// What changes nothing about which thing it is.
  private static let plainWords: Set<String> = [
    "a", "an", "any", "the", "your", "their", "our", "own", "no", "not", "without", "all", "every",
    "full", "valid", "current", "clean", "uk", "us", "up", "to", "date", "prior", "previous",
    "relevant", "at", "least", "minimum", "needed", "required", "necessary", "essential",
    "mandatory", "compulsory", "must", "years", "year", "absolutely", "also", "necessarily",
    "really", "set", "furnished", "given", "neither", "some", "this", "but", "useful", "helpful",
    "nice", "desirable", "handy", "advantage", "bonus", "plus", "isnt", "arent",
  ]
}
