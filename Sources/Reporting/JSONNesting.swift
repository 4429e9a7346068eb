/// The containers that are open: a bit for each, the innermost lowest.
struct JSONNesting: Sendable {
  private(set) var depth = 0
  private var arrays: UInt64 = 0
  private var lines: UInt64 = 0
  private var filled: UInt64 = 0

  /// Whether the innermost one is an array.
  var isInArray: Bool { arrays & 1 == 1 }

  /// Whether the members of the innermost one stand on lines of their own.
  var isInLines: Bool { lines & 1 == 1 }

  /// Whether the innermost one has no member yet.
  var isEmpty: Bool {
    get { filled & 1 == 0 }
    set { filled = filled & ~1 | (newValue ? 0 : 1) }
  }

  /// The number of those whose members stand on lines of their own.
  var lineDepth: Int { lines.nonzeroBitCount }

  mutating func begin(_ container: JSONWriter.Container, _ layout: JSONWriter.Layout) {
    precondition(depth < UInt64.bitWidth, "no report is nested so deep")
    depth += 1
    arrays = arrays << 1 | (container == .array ? 1 : 0)
    lines = lines << 1 | (layout == .lines ? 1 : 0)
    filled <<= 1
  }

  mutating func end() {
    depth -= 1
    arrays >>= 1
    lines >>= 1
    filled >>= 1
  }
}
