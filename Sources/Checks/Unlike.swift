internal import AdModel

extension Evidence {
  /// Whether the field of `part` says something, and nothing of what stands at `place`: they share
  /// no word of three letters or more, and neither is made of the initials of the other.
  func isUnlike(_ place: ByteRange<Prose>, _ part: Part) -> Bool {
    guard let field = self.place(of: part) else { return false }
    let (one, other) = (names(in: place), names(in: field))
    guard !one.isEmpty, !other.isEmpty else { return false }
    return !Self.isShort(one, for: other) && !Self.isShort(other, for: one)
      && !one.contains { name in other.contains { Self.areAlike(name, $0) } }
  }

  /// The letters of each word, in lower case.
  private func names(in place: ByteRange<Prose>) -> [[UInt8]] {
    Words(of: ad.prose, in: place).map { ad.prose[$0].map(\.folded) }
  }

  /// “Millstone” and “millstonefoods”.
  private static func areAlike(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    return short.count >= 3 && long.starts(with: short)
  }

  /// “VCU” and “Virginia Commonwealth University”, with or without small words.
  private static func isShort(_ short: [[UInt8]], for names: [[UInt8]]) -> Bool {
    guard let initials = short.first, initials.count >= 2 else { return false }
    let firsts = names.compactMap(\.first)
    return initials.starts(with: firsts.prefix(initials.count)) && firsts.count >= 2
      || initials.elementsEqual(names.filter { $0.count > 3 }.compactMap(\.first))
  }
}
