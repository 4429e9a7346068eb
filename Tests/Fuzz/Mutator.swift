import TestSupport

/// Makes new documents out of known ones: cuts, copies, joins, and signs that formats are made of.
struct Mutator {
  private let corpus: [[UInt8]]
  private let tokens: [[UInt8]]
  private var random: SplitMix

  /// The longest document, in bytes: short ones are read fast, and hold every kind of fault.
  static let limit = 3_000

  init(_ corpus: [[UInt8]], tokens: [String], seed: UInt64) {
    self.corpus = corpus
    self.tokens = tokens.map { Array($0.utf8) }
    random = SplitMix(seed: seed)
  }

  /// The next document.
  mutating func next() -> [UInt8] {
    var bytes = piece(of: corpus.randomElement(using: &random) ?? [])
    // Few changes leave most of a document whole, so that what is behind them is read as well.
    for _ in 0..<1 << Int.random(in: 0...3, using: &random) { change(&bytes) }
    if bytes.count > Self.limit { bytes.removeSubrange(Self.limit...) }
    return bytes
  }

  /// A whole document, or a stretch of it.
  private mutating func piece(of bytes: [UInt8]) -> [UInt8] {
    guard bytes.count > Self.limit || Int.random(in: 0..<4, using: &random) == 0 else {
      return bytes
    }
    return Array(bytes[range(in: bytes)])
  }

  private mutating func range(in bytes: [UInt8]) -> Range<Int> {
    let lower = Int.random(in: 0...bytes.count, using: &random)
    let most = min(bytes.count - lower, 1 << Int.random(in: 0...11, using: &random))
    return lower..<lower + Int.random(in: 0...most, using: &random)
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let at = Int.random(in: 0...bytes.count, using: &random)
    let token = tokens.randomElement(using: &random) ?? []
    switch Int.random(in: 0..<10, using: &random) {
    case 0: bytes.removeSubrange(range(in: bytes))
    case 1: bytes.insert(contentsOf: bytes[range(in: bytes)], at: at)
    case 2:
      let other = corpus.randomElement(using: &random) ?? []
      bytes.insert(contentsOf: other[range(in: other)], at: at)
    case 3, 4, 5: bytes.insert(contentsOf: token, at: at)
    case 6: bytes.replaceSubrange(range(in: bytes), with: token)
    case 7:
      let count = 1 << Int.random(in: 0...9, using: &random)
      bytes.insert(contentsOf: repeatElement(token, count: count).joined(), at: at)
    case 8: if at < bytes.count { bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
    default: if at < bytes.count { bytes[at] = UInt8.random(in: 0...255, using: &random) }
    }
  }
}
