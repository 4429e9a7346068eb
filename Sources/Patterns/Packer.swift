/// Makes bytes small where they are like others, by the blocks of LZ4.
///
/// A block is a row of sequences: a token with two lengths, literals, and how far behind and how long a
/// match is. Matches may lie in a dictionary, which stands before what is packed or unpacked. Here are some
/// hundred bytes each time, for which zlib would set up more than they are, and LZ4's library be one more
/// to install.
/// Source: https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md, but for its conditions on the end
/// of a block: what it holds ends where its reader knows.
struct Packer {
  let dictionary: [UInt8]
  /// Where four bytes stand in the dictionary.
  private let places: [UInt32: [Int]]

  private static let shortestMatch = 4
  private static let farthestMatch = 0xFFFF
  /// How many places of the dictionary, and of the bytes themselves, are looked at for the longest match.
  private static let placesTried = 16
  /// A length of a token that goes on in the next bytes.
  private static let longLength = 15

  init(dictionary: [UInt8]) {
    self.dictionary = dictionary
    var places: [UInt32: [Int]] = [:]
    for place in dictionary.indices.dropLast(Self.shortestMatch - 1) {
      places[Self.four(dictionary, at: place), default: []].append(place)
    }
    self.places = places
  }

  private static func four(_ bytes: [UInt8], at place: Int) -> UInt32 {
    (0..<shortestMatch).reduce(0) { $0 << 8 | UInt32(bytes[place + $1]) }
  }

  /// The block of `bytes`.
  func block(of bytes: [UInt8]) -> [UInt8] {
    let all = dictionary + bytes
    var block: [UInt8] = []
    var own: [UInt32: [Int]] = [:]
    var (place, literals) = (dictionary.count, dictionary.count)
    while place + Self.shortestMatch <= all.count {
      let four = Self.four(all, at: place)
      let earlier =
        (places[four] ?? []).suffix(Self.placesTried) + (own[four] ?? []).suffix(Self.placesTried)
      let matches = earlier.filter { place - $0 <= Self.farthestMatch }.map { earlier in
        var length = Self.shortestMatch
        while place + length < all.count, all[place + length] == all[earlier + length] {
          length += 1
        }
        return (distance: place - earlier, length: length)
      }
      let best = matches.max { $0.length < $1.length }
      if let best {
        Self.append(all[literals..<place], best, to: &block)
        literals = place + best.length
      }
      let next = place + (best?.length ?? 1)
      while place < next {
        if place + Self.shortestMatch <= all.count {
          own[Self.four(all, at: place), default: []].append(place)
        }
        place += 1
      }
    }
    if literals < all.count { Self.append(all[literals...], nil, to: &block) }
    return block
  }

  private static func append(
    _ literals: ArraySlice<UInt8>, _ match: (distance: Int, length: Int)?, to block: inout [UInt8]
  ) {
    let length = match.map { $0.length - shortestMatch } ?? 0
    block.append(UInt8(min(literals.count, longLength)) << 4 | UInt8(min(length, longLength)))
    append(restOf: literals.count, to: &block)
    block += literals
    guard let match else { return }
    block += [UInt8(match.distance & 0xFF), UInt8(match.distance >> 8)]
    append(restOf: length, to: &block)
  }

  private static func append(restOf length: Int, to block: inout [UInt8]) {
    guard length >= longLength else { return }
    var rest = length - longLength
    while rest >= 255 {
      block.append(255)
      rest -= 255
    }
    block.append(UInt8(rest))
  }

  /// Fills `range` of `bytes`, before which the dictionary stands, with what the block at `place` holds.
  static func unpack(_ place: Int, to range: Range<Int>, in bytes: inout MutableSpan<UInt8>) {
    var (from, to) = (place, range.lowerBound)
    while to < range.upperBound {
      let token = bytes[from]
      from += 1
      for _ in 0..<length(token >> 4, in: bytes, at: &from) {
        bytes[to] = bytes[from]
        (from, to) = (from + 1, to + 1)
      }
      if to == range.upperBound { return }
      let distance = Int(bytes[from]) | Int(bytes[from + 1]) << 8
      from += 2
      for _ in 0..<length(token & 0xF, in: bytes, at: &from) + shortestMatch {
        bytes[to] = bytes[to - distance]
        to += 1
      }
    }
  }

  /// A length that begins with four bits of a token and may go on at `place`.
  @inline(__always) private static func length(
    _ bits: UInt8, in bytes: borrowing MutableSpan<UInt8>, at place: inout Int
  ) -> Int {
    var length = Int(bits)
    guard length == longLength else { return length }
    while true {
      let more = bytes[place]
      place += 1
      length += Int(more)
      if more < 255 { return length }
    }
  }
}
