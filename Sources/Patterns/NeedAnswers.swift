/// Whether the text at hand holds what patterns need (``Needs``), found out when it is first asked.
struct NeedAnswers: ~Copyable {
  private let index: PatternIndex
  /// For each number of the index, twice the number of the last text that was asked, and one more
  /// where that holds what is needed.
  private var answers = Buffer<UInt32>()
  /// What of it that text holds that must stand near.
  private var near = Buffer<NeedMarks>()
  /// The number of the text at hand.
  private var text: UInt32 = 1

  init(_ index: PatternIndex) {
    self.index = index
    answers.append(repeating: 0, count: index.count)
    near.append(repeating: NeedMarks(), count: index.count)
  }

  /// Turns to another text.
  mutating func forget() {
    text += 1
    guard text == 1 << 31 else { return }
    for number in 0..<answers.count { answers[number] = 0 }
    text = 1
  }

  /// Whether a text with `present` holds what the pattern `number` of the index needs.
  @inline(__always) mutating func areMet(_ number: Int, by present: borrowing NeedSet) -> Bool {
    let answer = answers[number]
    return answer >> 1 == text ? answer & 1 == 1 : ask(number, present)
  }

  /// What the text at hand holds of what the pattern `number` needs near, once it was asked.
  @inline(__always) func near(of number: Int) -> NeedMarks { near[number] }

  @inline(never) private mutating func ask(_ number: Int, _ present: borrowing NeedSet) -> Bool {
    var isMet = index.needs(of: number, areMetBy: present)
    if isMet, index.traits(of: number).nearWords > 0 {
      near[number] = index.nearNeeds(of: number, among: present)
      isMet = !near[number].isEmpty
    }
    answers[number] = text << 1 | (isMet ? 1 : 0)
    return isMet
  }
}
