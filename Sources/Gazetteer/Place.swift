/// A town, county, state, region or country that an ad may name.
public struct Place: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case town
    /// A part of a city, such as Canary Wharf or Manhattan.
    case district
    case county
    /// The first level below a country: a state, province, Land or UK nation.
    case state
    /// An area people speak of without borders: the Midlands, the Bay Area.
    case region
    case country
    /// An area told by its postcode.
    case postcode
    /// A short for a state (`TX`), which counts only after a town or in a location field.
    case shortState
    /// A short for a town (`NY`), which counts only before its state.
    case shortTown
    /// The ISO 3166 code of a country, which counts likewise.
    case isoCode

    init(letter: UInt8) {
      switch letter {
      case UInt8(ascii: "c"): self = .county
      case UInt8(ascii: "d"): self = .district
      case UInt8(ascii: "s"): self = .state
      case UInt8(ascii: "r"): self = .region
      case UInt8(ascii: "n"): self = .country
      case UInt8(ascii: "a"): self = .shortState
      case UInt8(ascii: "b"): self = .shortTown
      case UInt8(ascii: "i"): self = .isoCode
      case UInt8(ascii: "p"): self = .postcode
      default: self = .town
      }
    }

    /// Whether somebody can go to work there: a town, or what stands for one.
    public var isLocal: Bool {
      self == .town || self == .district || self == .postcode || self == .shortTown
    }

    /// Whether it is a short that says nothing by itself.
    var isShort: Bool { self == .shortState || self == .shortTown || self == .isoCode }

    /// Whether it is a county, a state or a region: a place to work in, and a territory to sell in.
    public var isArea: Bool { self == .county || self == .state || self == .region }

    /// Whether it names a whole country.
    public var isCountry: Bool { self == .country || self == .isoCode }
  }

  /// Whether it is a country so small that it is a place to work in, too: Malta, Jersey, Monaco. The
  /// table has it as a region with people.
  var isSmallCountry: Bool { kind == .region && thousands > 0 }

  public let kind: Kind
  /// The three digits of its American county in ANSI INCITS 31; 0 where unknown.
  let countyDigits: Int16
  /// Its code as ASCII bytes, the first one highest: `US-IL`.
  let packed: UInt64
  let thousands: Int32
  /// Its geohash, 25 bits; 0 where it is too big to have one.
  let cell: UInt32
  let line: Int32
  let spelling: Int32

  /// People who live there, rounded to thousands; 0 where unknown or few.
  public var population: Int { Int(thousands) * 1000 }

  /// The code of its country and, where we keep it, of the level below: `US-IL`, `GB-ENG`, `FR`.
  ///
  /// Codes are those of ISO 3166-2 (for Ireland, its provinces).
  public var code: String { Place.unpack(packed) }

  /// The ISO 3166 code of its country, such as `US`.
  public var country: String { Place.unpack(countryBits) }

  /// The code of the state, nation or Land within its country, such as `IL`, or empty.
  public var admin1: String { String(code.drop { $0 != "-" }.dropFirst()) }

  /// How it is written, such as “Stoke-on-Trent”.
  public var name: String {
    line < 0 ? code : PlaceTable().name(line: Int(line), spelling: Int(spelling))
  }

  /// The part of a town that it is, such as Brooklyn, or `nil`.
  public var district: String? {
    guard kind == .town || kind == .district else { return nil }
    return PlaceTable().town(of: self)?.isPart ?? (kind == .district) ? name : nil
  }

  /// The town that it is or lies in, by its full name: “New York City” for NYC and Brooklyn.
  public var town: String? {
    guard kind == .town || kind == .district || kind == .shortTown else { return nil }
    if let town = PlaceTable().town(of: self) { return town.name }
    return kind == .town ? name : nil
  }

  /// The county that it is or lies in, such as “Westchester County”, where that is known.
  public var county: String? {
    if kind == .county { return name }
    guard countyDigits > 0 else { return nil }
    let digits = String(countyDigits)
    let zeros = String(repeating: "0", count: max(0, 3 - digits.utf8.count))
    return PlaceTable.counties.value(of: "\(code)-\(zeros)\(digits)")
  }

  /// The two letters of its country.
  var countryBits: UInt64 {
    var bits = packed
    while bits > 0xFFFF { bits >>= 8 }
    return bits
  }

  /// Whether it is known in which state, nation or Land it lies.
  var hasLevel: Bool { packed > 0xFFFF }

  /// Where it is, if that is known.
  var point: Point? { cell == 0 ? nil : Point(geohash: cell) }

  private static func unpack(_ packed: UInt64) -> String {
    let count = 8 - packed.leadingZeroBitCount / 8
    return unsafe String(unsafeUninitializedCapacity: 8) { bytes in
      for index in 0..<count {
        unsafe bytes[index] = UInt8(truncatingIfNeeded: packed >> UInt64(8 * (count - 1 - index)))
      }
      return count
    }
  }

  /// The code written as bits, such as those of `GB`.
  static func pack(_ code: StaticString) -> UInt64 {
    code.withUTF8Buffer { bytes in
      var packed: UInt64 = 0
      for index in bytes.indices { packed = unsafe packed << 8 | UInt64(bytes[index]) }
      return packed
    }
  }

  /// Whether `self`, a town, lies in `outer`, a state, county or country written after it.
  ///
  /// A county is near its towns: within 90 km of the town that stands for it.
  func lies(in outer: Place) -> Bool {
    if outer.kind == .country, outer.packed == Place.pack("IE"), packed == Place.pack("GB-NIR") {
      return true  // on the island of Ireland
    }
    guard countryBits == outer.countryBits else { return false }
    if outer.kind.isCountry { return true }
    if outer.hasLevel, packed != outer.packed { return false }
    guard outer.kind != .state, outer.kind != .shortState else { return true }
    guard let here = point, let there = outer.point else { return true }
    return here.kilometres(to: there) < 90
  }
}

extension Place {
  /// A place that its code alone tells, such as the state of a postcode.
  init(kind: Kind, packed: UInt64) {
    self.init(kind: kind, packed: packed, thousands: 0, cell: 0, line: -1, spelling: -1)
  }

  init(
    kind: Kind, county: Int16 = 0, packed: UInt64, thousands: Int32, cell: UInt32, line: Int32,
    spelling: Int32
  ) {
    self.kind = kind
    countyDigits = county
    self.packed = packed
    self.thousands = thousands
    self.cell = cell
    self.line = line
    self.spelling = spelling
  }
}

extension Place {
  /// Whether it is too big to be a workplace by being named: a state or a country.
  var isWide: Bool { kind == .state || kind == .country }
}
