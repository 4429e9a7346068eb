internal import AdModel
public import Patterns

/// Flags a bracket that is never closed, or closed without having been opened.
///
/// Enumerators such as `a)` and `2)`, and faces such as `:)`, close nothing.
///
/// ```yaml
/// check:
///   brackets: unbalanced
/// ```
public struct Brackets: Check {
  public static let name = "brackets"

  enum Fault: String, CaseIterable { case unbalanced }

  public init(_ options: Options) throws(OptionsError) {
    _ = try options.choice("brackets", of: Fault.self)
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    let prose = evidence.ad.prose
    return evidence.bodyBlocks.filter { $0.kind != .code }.flatMap { block in
      Self.unbalanced(in: prose, block.place).map { at in
        Hit(Self.widened(at, in: prose, block.place))
      }
    }
  }

  /// Where a bracket stands alone in `block`.
  private static func unbalanced(in prose: [UInt8], _ block: ByteRange<Prose>) -> [Int] {
    var open: [Int] = []
    var alone: [Int] = []
    for at in block.utf8 {
      switch prose[at] {
      case UInt8(ascii: "("): open.append(at)
      case UInt8(ascii: ")"):
        if open.popLast() == nil, !isEnumerator(at, in: prose, block) { alone.append(at) }
      default: continue
      }
    }
    return (alone + open).sorted()
  }

  /// Whether a letter, a number or a face stands before the bracket at `at`.
  private static func isEnumerator(
    _ at: Int, in prose: [UInt8], _ block: ByteRange<Prose>
  ) -> Bool {
    var start = at
    while start > block.lower, Words.isLetter(prose[start - 1]), at - start < 5 { start -= 1 }
    let word = prose[start..<at]
    if word.isEmpty {
      return at > block.lower && [0x3A, 0x3B, 0x2D, 0x29, 0x2A].contains(prose[at - 1])
    }
    let isShort = word.count == 1 || word.allSatisfy(\.isDigit) || word.allSatisfy(isRoman)
    return isShort && (start == block.lower || prose[start - 1] <= 0x20)
  }

  private static func isRoman(_ byte: UInt8) -> Bool {
    byte.folded == 0x69 || byte.folded == 0x76 || byte.folded == 0x78
  }

  /// The bracket with the word that touches it.
  private static func widened(
    _ at: Int, in prose: [UInt8], _ block: ByteRange<Prose>
  ) -> ByteRange<Prose> {
    var lower = at
    while lower > block.lower, prose[lower - 1] > 0x20 { lower -= 1 }
    var upper = at + 1
    while upper < block.upper, prose[upper] > 0x20 { upper += 1 }
    return ByteRange(lower, upper)
  }
}
