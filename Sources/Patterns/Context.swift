/// A pattern that nobody looks for, but that is asked about around what was found.
public struct Context: Sendable {
  public let pattern: Pattern
  /// The pattern's number in the index of the build, if it is in there; asked for often, so it is here.
  public let number: Int?

  public init(_ pattern: Pattern) {
    self.pattern = pattern
    number = pattern.number
  }
}

/// Where in an ad contexts may begin, as the one pass over it finds.
///
/// Of contexts that are asked about in few ads the pass finds no places: noting them in every ad costs
/// more than a search in those few. Whether an ad holds what such a context needs is known of all of
/// them, so nearly no question about one reaches PCRE2.
struct ContextPlaces: ~Copyable {
  /// For each number, the link of its last place; -1 for no place, -2 where nothing is known.
  private var first: Buffer<Int32>
  /// The numbers that have places.
  private var touched = Buffer<Int32>()
  private var links = Buffer<Link>(capacity: 1 << 9)
  /// The words and signs of the texts of the ad so far.
  var present = NeedSet()
  let index: PatternIndex
  /// Whether every text of the ad went through the pass.
  private var isComplete = true

  /// The places of contexts with the numbers of `isKnown`, which says whose beginning is known, in
  /// `index`.
  init(_ isKnown: [Bool], _ index: PatternIndex) {
    self.index = index
    first = Buffer(capacity: isKnown.count)
    for isKnown in isKnown { first.append(isKnown ? -1 : -2) }
  }

  /// A place, and the link of the one before it.
  struct Link: BitwiseCopyable {
    var place: Int32
    var next: Int32
  }

  /// Forgets the places of the last ad.
  mutating func forget() {
    isComplete = true
    present.removeAll()
    for index in 0..<touched.count { first[Int(touched[index])] = -1 }
    touched.removeAll()
    links.removeAll()
  }

  /// Says that a text was not gone through.
  mutating func giveUp() { isComplete = false }

  mutating func add(_ place: Int, of number: Int) {
    let last = first[number]
    if last == -2 { return }
    if last == -1 { touched.append(Int32(number)) }
    links.append(Link(place: Int32(place), next: last))
    first[number] = Int32(links.count - 1)
  }

  /// Whether the places of `number` are all known.
  func knows(_ number: Int) -> Bool { isComplete && first[number] != -2 }

  /// Whether the ad may hold what the context `number` needs.
  func mayHold(_ number: Int) -> Bool {
    !isComplete || index.needs(of: number, areMetBy: present)
  }

  /// The link of the last place of `number`.
  func first(of number: Int) -> Int32 { first[number] }

  /// The place at `link` and the link of the one before it; `nil` behind the last.
  func place(_ link: Int32) -> (place: Int, next: Int32)? {
    guard link >= 0 else { return nil }
    return (Int(links[Int(link)].place), links[Int(link)].next)
  }
}
