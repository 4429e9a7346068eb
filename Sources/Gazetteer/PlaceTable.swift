internal import CPlaces

/// The table of places, searched where it stands in the program.
///
/// Its lines are sorted by key; `Scripts/generate-places` tells how a line is built. This is the
/// one file of the module that touches memory by hand: `subscript` checks every offset.
@safe struct PlaceTable {
  private let start: UnsafePointer<UInt8>
  /// The number of bytes.
  let count: Int
  /// The first byte after the line that names source and licence.
  let first: Int

  init() { unsafe self.init(cplaces()) }

  /// The names of American counties, keyed by state and digits: `US-NY-119`.
  static var counties: PlaceTable { unsafe PlaceTable(ccounties(), hasHead: false) }

  private init(_ table: CPlaces, hasHead: Bool = true) {
    unsafe start = table.start
    count = unsafe table.count
    var end = 0
    while unsafe hasHead && end < table.count && table.start[end] != 0x0A { end += 1 }
    first = hasHead ? end + 1 : 0
  }

  subscript(offset: Int) -> UInt8 {
    guard offset >= 0, offset < count else { return 0x0A }
    return unsafe start[offset]
  }

  /// The line after the one at `offset`.
  func line(after offset: Int) -> Int {
    var next = offset
    while self[next] != 0x0A { next += 1 }
    return next + 1
  }

  /// The first of `lines` whose key is not less than `key`, or their end.
  func line(notBefore key: [UInt8], in lines: Range<Int>) -> Int {
    precondition(lines.lowerBound >= 0 && lines.upperBound <= count)
    var low = lines.lowerBound
    var high = lines.upperBound
    while low < high {
      // The table ends with a line feed, so that both scans stay inside.
      var middle = (low + high) / 2
      while unsafe middle > low && start[middle - 1] != 0x0A { middle -= 1 }
      if precedes(line: middle, key.span) {
        while unsafe start[middle] != 0x0A { middle += 1 }
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// How the key of the line at `offset` goes with `key`.
  func match(line offset: Int, _ key: [UInt8]) -> Match {
    guard offset < count else { return .none }
    for index in key.indices where self[offset + index] != key[index] { return .none }
    switch self[offset + key.count] {
    case 0x09, 0x21: return .whole
    case 0x20: return .begins
    default: return .none
    }
  }

  enum Match { case none, begins, whole }

  /// Whether the key of the line at `offset` comes before `key`; its end does, a tab or a `!`.
  private func precedes(line offset: Int, _ key: Span<UInt8>) -> Bool {
    for index in key.indices {
      // A key ends before its line, and so before the table.
      let byte = unsafe start[offset + index]
      if byte == 0x09 || byte == 0x21 { return true }
      if byte != key[index] { return byte < key[index] }
    }
    return false
  }
}

extension PlaceTable {
  /// What the key of the line at `line` is besides a place.
  func marks(line: Int) -> Marks {
    var offset = line
    while self[offset] != 0x09, self[offset] != 0x21, self[offset] != 0x0A { offset += 1 }
    var marks: Marks = []
    guard self[offset] == 0x21 else { return marks }
    offset += 1
    while self[offset] != 0x09, self[offset] != 0x0A {
      switch self[offset] {
      case 0x77: marks.insert(.word)
      case 0x66: marks.insert(.firstName)
      default: marks.insert(.surname)
      }
      offset += 1
    }
    return marks
  }

  /// Whether the key of the line at `line` is that of a street, such as “church street” and not “adwick
  /// le street”.
  func namesStreet(line: Int) -> Bool {
    var end = line
    while self[end] != 0x09, self[end] != 0x21, self[end] != 0x0A { end += 1 }
    let key = line..<end
    return Self.streets.contains { word in
      guard key.count > word.count else { return false }
      let start = end - word.count
      return (0..<word.count).allSatisfy { self[start + $0] == word[$0] }
        && !(self[start - 1] == 0x65 && self[start - 2] == 0x6C && self[start - 3] == 0x20)
    }
  }

  private static let streets = [" street", " road", " lane", " avenue"].map { Array($0.utf8) }

  /// The places of the line at `line`, those with the most people first.
  func places(line: Int, into places: inout [Place]) {
    var offset = line
    while self[offset] != 0x09, self[offset] != 0x0A { offset += 1 }
    while self[offset] == 0x09 {
      offset += 1
      places.append(place(line: line, cell: offset))
      while self[offset] != 0x09, self[offset] != 0x0A { offset += 1 }
    }
  }

  /// The thousands of people in the biggest place of the line at `line`.
  func people(line: Int) -> Int {
    var found: [Place] = []
    places(line: line, into: &found)
    return Int(found.first?.thousands ?? 0)
  }

  /// The place whose cell begins at `cell`.
  private func place(line: Int, cell: Int) -> Place {
    var at = cell
    var kind = Place.Kind.town
    if self[at + 1] == 0x2F {
      kind = Place.Kind(letter: self[at])
      at += 2
    }
    var code: UInt64 = 0
    while self[at] != 0x2C {
      code = code << 8 | UInt64(self[at])
      at += 1
    }
    at += 1
    let thousands = number(at: &at)
    var cellCode: UInt32 = 0
    if self[at] == 0x2C {
      at += 1
      var length = 0
      while let bits = Point.bits(self[at]), length < 5 {
        cellCode = cellCode << 5 | UInt32(bits)
        length += 1
        at += 1
      }
      if length < 5 { cellCode = 0 }
    }
    let county = number(at: &at)
    return Place(
      kind: kind, county: Int16(clamping: county), packed: code,
      thousands: Int32(clamping: thousands), cell: cellCode,
      line: Int32(line), spelling: self[at] == 0x2C ? Int32(at + 1) : -1)
  }

  /// The digits at `at`, which moves behind them.
  private func number(at: inout Int) -> Int {
    var value = 0
    while self[at] >= 0x30, self[at] <= 0x39 {
      value = value * 10 + Int(self[at] - 0x30)
      at += 1
    }
    return value
  }

  /// Whether a place is written in capitals, such as `UK`.
  func isInCapitals(_ place: Place) -> Bool {
    guard place.spelling >= 0 else { return false }
    let spelling = cell(at: Int(place.spelling))
    return !spelling.isEmpty && spelling.allSatisfy { self[$0] < 0x61 }
  }

  /// The bytes from `start` to the comma, tab or line feed that ends them.
  private func cell(at start: Int) -> Range<Int> {
    var end = start
    while self[end] != 0x2C, self[end] != 0x09, self[end] != 0x0A { end += 1 }
    return start..<end
  }

  /// The town that a place is a part of or, with `isPart` false, another name of.
  func town(of place: Place) -> (name: String, isPart: Bool)? {
    guard place.spelling >= 0 else { return nil }
    let spelling = cell(at: Int(place.spelling))
    guard self[spelling.upperBound] == 0x2C else { return nil }
    let town = cell(at: spelling.upperBound + 1)
    return (text(town.lowerBound + 1..<town.upperBound), self[town.lowerBound] == 0x3C)
  }

  /// What stands behind the tab in the line with this very key.
  func value(of key: String) -> String? {
    let key = Array(key.utf8)
    let line = line(notBefore: key, in: first..<count)
    guard match(line: line, key) == .whole else { return nil }
    return text(cell(at: line + key.count + 1))
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: range.map { self[$0] }, as: UTF8.self)
  }

  /// How a place is written: as its cell says, else its key with capitals.
  func name(line: Int, spelling: Int) -> String {
    if spelling >= 0, case let written = cell(at: spelling), !written.isEmpty {
      return text(written)
    }
    var bytes: [UInt8] = []
    var offset = line
    var begins = true
    while self[offset] != 0x09, self[offset] != 0x21, self[offset] != 0x0A {
      let byte = self[offset]
      bytes.append(begins && byte >= 0x61 && byte <= 0x7A ? byte - 32 : byte)
      begins = byte == 0x20
      offset += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// What a name is besides a place, so that it needs context.
struct Marks: OptionSet {
  let rawValue: UInt8
  /// A word of English, such as “reading”.
  static let word = Marks(rawValue: 1)
  /// One of the common first names of the US census.
  static let firstName = Marks(rawValue: 2)
  /// One of the common surnames of the US census.
  static let surname = Marks(rawValue: 4)
}
