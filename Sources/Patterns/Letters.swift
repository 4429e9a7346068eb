/// Numbers and letters in printable ASCII, read where they stand: a table that the build makes is a
/// string of the binary, and starting reads nothing of it.
///
/// A number has 24 bits and takes four letters of six bits each, from `0` on, the lowest first.
///
/// The compiler cannot see that tasks may share it: nobody writes the letters once they are there,
/// and ``owner`` keeps those that are not the binary's own.
@safe struct Letters: @unchecked Sendable {
  private let start: UnsafePointer<UInt8>
  let count: Int
  /// What frees the letters, if they were made at run time.
  private let owner: Owner?

  @safe private final class Owner {
    let letters: UnsafeMutableBufferPointer<UInt8>

    init(_ text: [UInt8]) {
      unsafe letters = .allocate(capacity: text.count)
      _ = unsafe letters.initialize(from: text)
    }

    deinit { unsafe letters.deallocate() }
  }

  /// The letters of `text`, where they stand.
  init(_ text: StaticString) {
    unsafe start = text.utf8Start
    count = text.utf8CodeUnitCount
    owner = nil
  }

  /// A copy of `text`.
  init(_ text: [UInt8]) {
    let owner = Owner(text)
    unsafe start = UnsafePointer(owner.letters.baseAddress!)
    count = text.count
    self.owner = owner
  }

  /// The letter at `place`.
  @inline(__always) subscript(place: Int) -> UInt8 {
    precondition(place >= 0 && place < count)
    return unsafe start[place]
  }

  /// The number whose letters begin at `place`.
  @inline(__always) func number(at place: Int) -> Int {
    precondition(place >= 0 && place <= count - 4)
    let letters = unsafe UnsafeRawPointer(start + place).loadUnaligned(as: UInt32.self)
    let sixes = UInt32(littleEndian: letters) &- 0x3030_3030
    let twelves = sixes & 0x003F_003F | (sixes & 0x3F00_3F00) >> 2
    return Int(twelves & 0xFFF | (twelves >> 4) & 0xFF_F000)
  }

  /// The first place of `letter` among `places`, which end eight letters or more before the end.
  @inline(__always) func first(_ letter: UInt8, in places: (lower: Int, upper: Int)) -> Int? {
    precondition(places.lower >= 0 && places.upper <= count - 8)
    let wanted = UInt64(letter) &* 0x0101_0101_0101_0101
    var place = places.lower
    while place < places.upper {
      // Eight letters at once: of those that differ from the wanted one in no bit, the lowest.
      let eight = unsafe UnsafeRawPointer(start + place).loadUnaligned(as: UInt64.self)
      let differing = UInt64(littleEndian: eight) ^ wanted
      let found = (differing &- 0x0101_0101_0101_0101) & ~differing & 0x8080_8080_8080_8080
      if found != 0 {
        let at = place &+ found.trailingZeroBitCount >> 3
        return at < places.upper ? at : nil
      }
      place &+= 8
    }
    return nil
  }

  /// Writes the bytes of `count` numbers from `place` on, three each, and one byte more.
  func unpack(_ count: Int, at place: Int, to start: UnsafeMutableRawPointer) {
    for index in 0..<count {
      let bytes = UInt32(number(at: place + 4 * index)).littleEndian
      unsafe (start + 3 * index).storeBytes(of: bytes, as: UInt32.self)
    }
  }

  /// The letters of numbers that hold three of `bytes` each, for ``unpack(_:at:to:)``.
  static func of(bytes: [UInt8]) -> [UInt8] {
    stride(from: 0, to: bytes.count, by: 3).flatMap { first in
      of(bytes[first..<min(first + 3, bytes.count)].reversed().reduce(0) { $0 << 8 | Int($1) })
    }
  }

  /// The letters of `number`.
  static func of(_ number: Int) -> [UInt8] {
    precondition(number >= 0 && number < 1 << 24)
    return (0..<4).map { 0x30 + UInt8(number >> (6 * $0) & 63) }
  }
}
