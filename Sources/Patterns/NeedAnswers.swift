/// Whether the text at hand holds what patterns need (``Needs``), found out when it is first asked.
struct NeedAnswers: ~Copyable {
  private let index: PatternIndex
  /// What is known of each number of the index: all of it on one line of a cache.
  private var rows = Buffer<NeedAnswer>()
  /// The needs of the patterns that were asked about, those that must be near behind the others.
  private var keys = Buffer<UInt32>(capacity: 1 << 10)
  /// The number of the text at hand.
  private var text: UInt32 = 1

  init(_ index: PatternIndex) {
    self.index = index
    rows.append(repeating: NeedAnswer(), count: index.count)
  }

  /// Turns to another text.
  mutating func forget() {
    text += 1
    guard text == 1 << 31 else { return }
    for number in 0..<rows.count { rows[number].answer = 0 }
    text = 1
  }

  /// Whether a text with `present` holds what the pattern `number` of the index needs.
  @inline(__always) mutating func areMet(_ number: Int, by present: borrowing NeedSet) -> Bool {
    let answer = rows[number].answer
    return answer >> 1 == text ? answer & 1 == 1 : ask(number, present)
  }

  /// What the text at hand holds of what the pattern `number` needs near, once it was asked.
  @inline(__always) func near(of number: Int) -> NeedMarks { rows[number].near }

  @inline(never) private mutating func ask(_ number: Int, _ present: borrowing NeedSet) -> Bool {
    var row = rows[number]
    if row.first == .max { row = read(number) }
    let end = Int(row.first &+ row.needs)
    var isMet = row.needs == 0
    for place in Int(row.first)..<end where present.contains(NeedKey(keys[place])) {
      isMet = true
      break
    }
    if isMet, row.nearNeeds > 0 {
      row.near = NeedMarks()
      for place in end..<end &+ Int(row.nearNeeds) {
        let key = NeedKey(keys[place])
        if present.contains(key) { row.near.insert(key) }
      }
      isMet = !row.near.isEmpty
    }
    row.answer = text << 1 | (isMet ? 1 : 0)
    rows[number] = row
    return isMet
  }

  /// Reads the needs of the pattern `number` from the index.
  private mutating func read(_ number: Int) -> NeedAnswer {
    let (needs, near) = (index.needs(of: number), index.nearNeeds(of: number))
    var row = NeedAnswer()
    row.first = UInt32(keys.count)
    row.needs = UInt32(needs.count)
    row.nearNeeds = UInt32(near.count)
    for place in needs { keys.append(UInt32(index.key(place).number)) }
    for place in near { keys.append(UInt32(index.key(place).number)) }
    return row
  }
}

/// What a pattern needs, and whether the last text that was asked holds it.
struct NeedAnswer: BitwiseCopyable {
  /// Twice the number of the last text that was asked, and one more where that holds what is needed.
  var answer: UInt32 = 0
  /// Where the needs begin among those of all patterns; the greatest number before they are there.
  var first: UInt32 = .max
  /// How many needs there are, and how many of those that must be near.
  var needs: UInt32 = 0
  var nearNeeds: UInt32 = 0
  /// What the last text holds of what must stand near.
  var near = NeedMarks()
}
