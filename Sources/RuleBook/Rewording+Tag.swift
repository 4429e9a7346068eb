internal import AdModel

extension Rewording {
  /// Whether it writes the bracket of what may be a tag, as for `&lt;` in `&lt;b&gt;`.
  ///
  /// In a plain text, `<b>` would show, where a page takes it for markup. And where one bracket cannot
  /// be written, the other would be left alone.
  func makesTag(in ad: Ad) -> Bool {
    guard text == "<" || text == ">", let field = ad.field(at: read.lower)?.place else {
      return false
    }
    return text == "<"
      ? ad.prose.beginsTagName(at: read.upper, in: field.utf8)
      : ad.prose.hasOpenTag(before: read.lower, in: field.utf8)
  }
}

extension [UInt8] {
  /// Whether what stands behind a bracket at `offset` may be the name of an element.
  fileprivate func beginsTagName(at offset: Int, in field: Range<Int>) -> Bool {
    guard field.contains(offset) else { return false }
    return self[offset] | 0x20 &- 0x61 < 26 || "/!?".utf8.contains(self[offset])
  }

  /// Whether a tag that begins on the line before `offset`, however its bracket is written, is still
  /// open there.
  fileprivate func hasOpenTag(before offset: Int, in field: Range<Int>) -> Bool {
    let reach = Swift.max(field.lowerBound, offset - Self.tagLimit)
    for end in (reach...offset).reversed() {
      let before = self[reach..<end]
      if before.last == 0x0A || before.ends(withAnyOf: Self.closings) { return false }
      if before.ends(withAnyOf: Self.openings), beginsTagName(at: end, in: field) { return true }
    }
    return false
  }

  /// The longest tag that is looked for, in bytes.
  private static var tagLimit: Int { 500 }
  private static var openings: [String] { ["<", "&lt;", "&#60;", "&#x3c;"] }
  private static var closings: [String] { [">", "&gt;", "&#62;", "&#x3e;"] }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(withAnyOf signs: [String]) -> Bool {
    signs.contains { suffix($0.utf8.count).elementsEqual($0.utf8) }
  }
}
