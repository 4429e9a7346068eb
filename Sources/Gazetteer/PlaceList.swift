import AdModel

/// Places named one after another: “CO, WA or OR”.
struct PlaceList {
  /// The tokens from the first name to the last.
  var tokens: Range<Int>
  var places: [Workplace]
}

/// Reads lists of places where an ad says who may apply, in which states stand by name and by code
/// more than towns do.
struct PlaceListReader {
  let tokens: Tokens
  let mentions: [PlaceMention]
  /// The country the ad is from, as the bits of its code; 0 where unknown.
  let home: UInt64
  private let table = PlaceTable()
  /// The number of the first of ``mentions`` at each byte where one begins.
  private let numbers: [Int: Int]

  init(_ tokens: Tokens, _ mentions: [PlaceMention], home: UInt64) {
    self.tokens = tokens
    self.mentions = mentions
    numbers = Dictionary(
      mentions.indices.lazy.map { (mentions[$0].place.lower, $0) },
      uniquingKeysWith: { first, _ in first })
    self.home = home
  }

  /// The lists of a sentence, in their order.
  func lists(in sentence: Range<Int>) -> [PlaceList] {
    var lists: [PlaceList] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard let first = item(at: index, in: sentence) else {
        index += 1
        continue
      }
      var items = [first]
      while let next = follower(of: items.last!, in: sentence) { items.append(next) }
      index = items.last!.tokens.upperBound
      lists.append(
        PlaceList(
          tokens: first.tokens.lowerBound..<index, places: items.flatMap { places(of: $0, items) }))
    }
    return lists
  }

  private struct Item {
    var tokens: Range<Int>
    /// What the name may mean; one place where the ad's mention settles it.
    var candidates: [Place]
    /// The mention that settles it.
    var mention: PlaceMention?
    /// The countries of an area such as the EU.
    var area: String?
  }

  /// The next name of the list that `item` is in.
  private func follower(of item: Item, in sentence: Range<Int>) -> Item? {
    var index = item.tokens.upperBound
    guard index < sentence.upperBound else { return nil }
    var isJoined = Self.parting.contains(tokens.all[index].mark)
    while index < sentence.upperBound, Self.joining.contains(tokens.all[index].hash),
      !tokens.all[index].isAllCapitals || tokens.all[index].hash == Self.and
    {
      isJoined = true
      index += 1
    }
    while index < sentence.upperBound, isJoined, Self.articles.contains(tokens.all[index].hash) {
      index += 1
    }
    return isJoined ? self.item(at: index, in: sentence) : nil
  }

  private func item(at index: Int, in sentence: Range<Int>) -> Item? {
    guard index < sentence.upperBound, tokens.all[index].isCapitalised else { return nil }
    let start = tokens.all[index].start
    if let number = numbers[start] {
      let mention = mentions[number]
      if mention.whole != mention.place || mention.best.kind.isLocal && !isState(mention) {
        let end = sentence.first { tokens.all[$0].start >= mention.whole.upper }
        return Item(
          tokens: index..<(end ?? sentence.upperBound), candidates: [mention.best],
          mention: mention)
      }
    }
    var key: [UInt8] = []
    var longest: Item?
    var line = table.first
    for last in index..<min(index + 4, sentence.upperBound) {
      if last > index, !isInside(last) { break }
      key.removeAll(keepingCapacity: true)
      Word.fold(tokens.text, start..<tokens.all[last].end, into: &key)
      let area = Areas.countries(of: key)
      if let area { longest = Item(tokens: index..<last + 1, candidates: [], area: area) }
      line = table.line(notBefore: key, in: line..<table.count)
      let match = table.match(line: line, key)
      if match == .none, area == nil, !Areas.begins(with: key) { break }
      guard match == .whole, area == nil else { continue }
      var candidates: [Place] = []
      table.places(line: line, into: &candidates)
      candidates = candidates.filter { counts($0, index..<last + 1) }
      if !candidates.isEmpty {
        longest = Item(tokens: index..<last + 1, candidates: candidates)
      }
    }
    return longest
  }

  /// Whether the token may stand inside a name.
  private func isInside(_ index: Int) -> Bool {
    let token = tokens.all[index]
    return token.mark == 0 || token.mark == 0x2D || token.mark == 0x2E
  }

  /// Whether the name of a town is that of a state too, as New York is.
  private func isState(_ mention: PlaceMention) -> Bool {
    var found: [Place] = []
    if mention.best.line >= 0 { table.places(line: Int(mention.best.line), into: &found) }
    return found.contains { $0.kind == .state || $0.kind == .shortState }
  }

  private func counts(_ place: Place, _ tokens: Range<Int>) -> Bool {
    switch place.kind {
    case .region: !place.isSmallCountry  // it stands there as a country, too
    case .state, .country, .county: true
    case .shortState, .isoCode:
      tokens.count == 1 && self.tokens.all[tokens.lowerBound].isAllCapitals
        && self.tokens.all[tokens.lowerBound].end - self.tokens.all[tokens.lowerBound].start < 4
    case .town, .shortTown, .district, .postcode: false
    }
  }

  /// What `item` means among the others of its list.
  private func places(of item: Item, _ items: [Item]) -> [Workplace] {
    let whole = ByteRange<Prose>(
      tokens.all[item.tokens.lowerBound].start, tokens.all[item.tokens.upperBound - 1].end)
    if let mention = item.mention { return [Workplace(mention)] }
    if let area = item.area {
      return area.split(separator: " ").map {
        let code = $0.utf8.reduce(0) { $0 << 8 | UInt64($1) }
        return Workplace(Place(kind: .country, packed: code), at: whole)
      }
    }
    let namesAmerica = items.contains { $0.candidates.contains { $0.packed == Self.america } }
    func rank(_ place: Place) -> Int {
      let atHome = place.countryBits == home ? 8 : 0
      return switch place.kind {
      case .state: 6 + (home == 0 && place.countryBits == Self.america ? 8 : atHome)
      case .country: 10
      case .shortState where namesAmerica: 1
      case .shortState: 4 + (home == 0 && place.countryBits == Self.america ? 8 : atHome)
      case .isoCode: 5
      case .region: 3 + atHome
      default: 2 + atHome
      }
    }
    let best = item.candidates.max { rank($0) < rank($1) }
    // The Midwest is not all of the country, and nobody knows which states it is.
    if let best, best.kind == .region, !best.hasLevel { return [] }
    return best.map { [Workplace($0, at: whole)] } ?? []
  }

  private static let america = Place.pack("US")
  private static let and = Word.hash("and")
  private static let parting: Set<UInt8> = [0x2C, 0x2F, 0x26, 0x7C, 0x3B]
  private static let joining = Word.hashes("and or und oder nor")
  private static let articles = Word.hashes("the state of")
}

extension Word {
  /// The hash of a word in small letters.
  static func hash(_ word: some StringProtocol) -> UInt64 {
    word.utf8.reduce(seed) { mix($0, $1) }
  }

  static func hashes(_ words: String) -> Set<UInt64> {
    Set(words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { hash($0) })
  }
}
