/// What the lexicon knows of a word.
public struct Entry: Hashable, Sendable {
  /// How many of 19,228 ads use it: 0 for none, else 1 + ⌊log₃ ads⌋, at most 9 (6,561 ads).
  public var frequency: Int
  /// Whether only British English spells it so.
  public var isBritish: Bool
  /// Whether only American English spells it so.
  public var isAmerican: Bool
  /// Whether it is written with a capital.
  public var isName: Bool
  /// Whether it, or what it begins with an apostrophe behind it, may stand for other words.
  public var isConfusable: Bool

  public init(
    frequency: Int, isBritish: Bool = false, isAmerican: Bool = false, isName: Bool = false,
    isConfusable: Bool = false
  ) {
    self.frequency = frequency
    self.isBritish = isBritish
    self.isAmerican = isAmerican
    self.isName = isName
    self.isConfusable = isConfusable
  }

  /// An entry as the list writes it: `4b`, a digit and marks.
  init(line: some Collection<UInt8>) {
    self.init(frequency: Int(line.first ?? 0x30) - 0x30)
    for mark in line.dropFirst() {
      switch mark {
      case 0x62: isBritish = true
      case 0x61: isAmerican = true
      case 0x6E: isName = true
      case 0x63: isConfusable = true
      default: break
      }
    }
  }
}
