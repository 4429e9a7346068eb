public import AdModel

/// The few places of an ad where a figure, a mask or an address can be.
///
/// One pass finds them all. Every scanner of facts then works only there, which is what keeps
/// facts at a few nanoseconds a byte.
public struct Landmarks: Sendable {
  /// What stands at a landmark.
  enum Kind: UInt8, Sendable {
    case none, number, mask, at, dot, mark
  }

  struct Mark: Sendable {
    let offset: Int
    let kind: Kind
  }

  struct Stretch: Sendable {
    let part: Part
    let lower: Int
    let upper: Int
    let marks: Range<Int>
  }

  let prose: [UInt8]
  private(set) var marks: [Mark] = []
  private(set) var stretches: [Stretch] = []

  /// Finds the landmarks of all fields of `ad` that a person reads.
  public init(of ad: Ad) {
    prose = ad.prose
    stretches.reserveCapacity(ad.fields.count)
    let kinds = Self.kinds
    var marks: [Mark] = []
    marks.reserveCapacity(64)
    for field in ad.fields where field.part.isRead && !field.place.isEmpty {
      let lower = max(0, field.place.lower)
      let upper = min(prose.count, field.place.upper)
      guard lower < upper else { continue }
      let first = marks.count
      Self.find(from: lower, to: upper, of: prose, kinds: kinds, into: &marks)
      stretches.append(
        Stretch(part: field.part, lower: lower, upper: upper, marks: first..<marks.count))
    }
    self.marks = marks
  }

  /// The field of `stretch` as scanners read it.
  func passage(_ stretch: Stretch) -> Passage {
    Passage(bytes: prose, lower: stretch.lower, upper: stretch.upper, part: stretch.part)
  }

  private static func find(
    from lower: Int, to upper: Int, of prose: [UInt8], kinds: [Kind], into marks: inout [Mark]
  ) {
    let bytes = prose.span.extracting(lower..<upper)
    let kinds = kinds.span
    var at = 0
    while true {
      let start = at
      at = Signs.next(in: bytes, from: at)
      guard at < bytes.count else { break }
      let kind = kinds[Int(bytes[at])]
      let last = at > start || at == 0 ? Kind.none : kinds[Int(bytes[at - 1])]
      // A run of digits or of the same mask character is one landmark, at its start.
      if kind != .none,
        kind != last || kind == .at || kind == .dot
          || kind == .mask && bytes[at] != bytes[at - 1],
        kind == .number || kind == .mask || isPlausible(prose, at: lower + at, upper: upper)
      {
        marks.append(Mark(offset: lower + at, kind: kind))
      }
      at += 1
    }
  }

  /// Whether the punctuation at `offset` can belong to an address, whole, broken or removed.
  private static func isPlausible(_ prose: [UInt8], at offset: Int, upper: Int) -> Bool {
    let next = offset + 1 < upper ? prose[offset + 1] : 0
    let before = offset > 0 ? prose[offset - 1] : 0
    switch prose[offset] {
    case 0x2E: return (next.isWordly || next == 0x2A) && !(next.isDigit && before.isDigit)
    case 0x28, 0x5B, 0x3C: return next.isLetter || next == 0x23
    case 0x3A: return next == 0x2F
    case 0x2C: return before.lowercase == 0x77
    case 0x2F: return before == 0x4E && next == 0x41 || before == 0x2F
    case 0x78, 0x58: return next.lowercase == 0x78
    // The bullet is the one sign of its block that serves as a mask.
    case 0xE2:
      return offset + 5 < upper && next == 0x80 && prose[offset + 2] == 0xA2
        && prose[offset + 3] == 0xE2 && prose[offset + 5] == 0xA2
    default: return true
    }
  }

  private static let kinds: [Kind] = {
    var kinds = [Kind](repeating: .none, count: 256)
    for digit in 0x30...0x39 { kinds[digit] = .number }
    for mask in [0x2A, 0x23, 0x5F] { kinds[mask] = .mask }
    kinds[0x40] = .at
    kinds[0x2E] = .dot
    for mark in [0x28, 0x5B, 0x3C, 0x3A, 0x2C, 0x2F, 0x78, 0x58, 0xE2] { kinds[mark] = .mark }
    return kinds
  }()
}
