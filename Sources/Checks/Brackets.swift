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
    let (prose, brackets) = (evidence.ad.prose, evidence.scan.brackets)
    if brackets.isEmpty { return [] }
    return evidence.bodyFields.flatMap { field in
      Self.unbalanced(brackets.inside(field.place), in: prose, field.place).map {
        Hit(Self.widened($0, in: prose, field.place))
      }
    }
  }

  /// Which of the `brackets` of `field` stand alone.
  private static func unbalanced(
    _ brackets: ArraySlice<Int32>, in prose: [UInt8], _ field: ByteRange<Prose>
  ) -> [Int] {
    var open: [Int] = []
    var closing: [Int] = []
    for at in brackets.lazy.map({ Int($0) }) {
      if prose[at] == UInt8(ascii: "(") || prose[at] == UInt8(ascii: "[") {
        open.append(at)
      } else if open.popLast() == nil, !isEnumerator(at, in: prose, field) {
        closing.append(at)
      }
    }
    // Several are a list whose items have run together: “the homec) the handbook”. Very many are no
    // prose at all.
    return (open.count <= 8 ? open : []) + (closing.count == 1 ? closing : [])
  }

  /// Whether a letter, a number or a face stands before the bracket at `at`.
  private static func isEnumerator(
    _ at: Int, in prose: [UInt8], _ field: ByteRange<Prose>
  ) -> Bool {
    guard at > field.lower + 1 else { return true }
    let before = prose[at - (prose[at - 1] == 0x20 ? 2 : 1)]
    if before.isDigit || [0x3A, 0x3B, 0x2D, 0x29, 0x2A, 0x2E].contains(before) { return true }
    var start = at
    while start > field.lower, Words.isLetter(prose[start - 1]), at - start < 5 { start -= 1 }
    let word = prose[start..<at]
    let isShort = word.count == 1 || !word.isEmpty && word.allSatisfy(isRoman)
    return isShort && (start == field.lower || !Words.isLetter(prose[start - 1]))
  }

  private static func isRoman(_ byte: UInt8) -> Bool {
    byte.folded == 0x69 || byte.folded == 0x76 || byte.folded == 0x78
  }

  /// The bracket with the word that touches it.
  private static func widened(
    _ at: Int, in prose: [UInt8], _ field: ByteRange<Prose>
  ) -> ByteRange<Prose> {
    var lower = at
    while lower > field.lower, prose[lower - 1] > 0x20 { lower -= 1 }
    var upper = at + 1
    while upper < field.upper, prose[upper] > 0x20 { upper += 1 }
    return ByteRange(lower, upper)
  }
}
