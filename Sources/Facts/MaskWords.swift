import AdModel

/// Words that stand for what was removed.
extension Passage {
  /// `#EMAIL_1f3a#`, as data sets write it.
  func placeholder(at offset: Int) -> MaskRun? {
    let kind: Mask.Kind
    if reads("#email_", at: offset) {
      kind = .email
    } else if reads("#url_", at: offset) {
      kind = .url
    } else if reads("#phone_", at: offset) {
      kind = .phone
    } else {
      return nil
    }
    var end = offset + 5
    while self[end].isWordly || self[end] == 0x5F, end - offset < 100 { end += 1 }
    guard self[end] == 0x23 else { return nil }
    return MaskRun(
      form: .placeholder(kind), lower: offset, upper: end + 1, count: end + 1 - offset)
  }

  /// `(url removed)`, `[email protected]`, `(Apply online only)`.
  func removal(at offset: Int) -> MaskRun? {
    var end = offset + 1
    while end < offset + 40, self[end].isLetter || self[end] == 0x20 || self[end] == 0x2D {
      end += 1
    }
    guard self[end] == 0x29 || self[end] == 0x5D || self[end] == 0x3E else { return nil }
    guard let first = word(after: offset), first.lower == offset + 1,
      let last = word(before: end), Self.removed[last.key] != 0
    else { return nil }
    let run = { (kind: Mask.Kind) in
      MaskRun(form: .words(kind), lower: offset, upper: end + 1, count: end + 1 - offset)
    }
    if reads("apply online only", at: offset + 1) {
      // It replaces an address or a number that the sentence asks for; else it is just said.
      guard let word = word(before: offset), word.gap.isSubset(of: [.blank, .wide]) else {
        return nil
      }
      return run(.other)
    }
    if last.lower == first.lower {
      return Self.removed[last.key] == 1 && self[offset] == 0x5B ? run(.other) : nil
    }
    guard Self.removed[last.key] == 1 else { return nil }
    if first.roles.contains(.email) { return run(.email) }
    if first.roles.contains(.phone) || first.key == Self.contactWord { return run(.phone) }
    if first.key == Self.url || first.key == Self.link || first.key == Self.website {
      return run(.url)
    }
    if !first.roles.isDisjoint(with: [.pay, .payish]) { return run(.pay) }
    return Self.things[first.key] != 0 ? run(.other) : nil
  }

  /// `N/A` where the sentence has just asked to call or write.
  func notAvailable(at offset: Int) -> MaskRun? {
    guard self[offset - 1] == 0x4E, self[offset + 1] == 0x41, !self[offset - 2].isWordly,
      !self[offset + 2].isWordly, !isLineStart(offset - 1)
    else { return nil }
    var at = offset - 1
    for step in 0..<8 {
      guard let word = word(before: at), word.gap.isDisjoint(with: .end) else { return nil }
      if word.roles.contains(.email) {
        return step < 4 ? removedContact(.email, at: offset) : nil
      }
      if word.roles.contains(.phone) || word.roles.contains(.contact) && step > 0 {
        if word.gap.contains(.colon), step == 0 { return nil }
        return removedContact(.phone, at: offset)
      }
      at = word.lower
    }
    return nil
  }

  private func removedContact(_ kind: Mask.Kind, at slash: Int) -> MaskRun {
    MaskRun(form: .words(kind), lower: slash - 1, upper: slash + 2, count: 3)
  }

  private static let removed = WordTable([
    ("removed protected redacted hidden masked withheld deleted", 1), ("only", 2),
  ])
  private static let things = WordTable([
    ("name address number company client location postcode site details agency text", 1)
  ])
  private static let contactWord = Word.key("contact".utf8)
  private static let url = Word.key("url".utf8)
  private static let link = Word.key("link".utf8)
  private static let website = Word.key("website".utf8)
}
