public import AdModel

/// A way to reach somebody that an ad gives, or tries to: e-mail, phone, web address, letter.
public struct Contact: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case email, phone, url
    /// “Apply in writing to …”
    case post
  }

  /// Why a contact cannot be used as it stands.
  public enum Fault: String, Sendable, CaseIterable {
    /// The `@` is gone: “email jsmithacme.co.uk”.
    case lostAt = "lost-at"
    /// A blank stands inside: “jobs@ acme.com”.
    case blankInside = "blank-inside"
    /// The ending is misspelt or has a comma for a dot: “.con”, “,com”.
    case wrongEnding = "wrong-ending"
    /// The next word is glued to it: “jobs@acme.comContact”.
    case gluedWord = "glued-word"
    /// The end is cut off: “jobs@”, “email your CV to”.
    case cutOff = "cut-off"
    /// Two signs where one belongs: “jobs@@acme.com”.
    case doubledSign = "doubled-sign"
    /// Spelt out against robots: “jobs [at] acme [dot] com”.
    case obfuscated
    /// The scheme or the `www` is broken: “http:/acme.com”, “www,acme.com”.
    case brokenScheme = "broken-scheme"
    /// A phone number with too few or too many digits.
    case wrongLength = "wrong-length"
    /// A number that nobody has, such as 01234 567890.
    case sample
    /// Part of it is masked.
    case masked
  }

  public var kind: Kind
  /// What is wrong with it; `nil` where it can be used.
  public var fault: Fault?
  /// Whether the words around it ask to apply there, or it is an address a person can write to.
  public var isApplyRoute: Bool
  /// The contact as written; for one that is cut off, the words that announce it.
  public var place: ByteRange<Prose>

  public var isUsable: Bool { fault == nil || fault == .obfuscated || fault == .gluedWord }

  /// All contacts in the text and the links of `ad`, in the order of the text, links last.
  public static func all(in ad: Ad) -> [Contact] { all(in: ad, landmarks: Landmarks(of: ad)) }

  /// The same, with landmarks that are known already.
  public static func all(in ad: Ad, landmarks: Landmarks) -> [Contact] {
    var contacts: [Contact] = []
    let company = SqueezedName(of: ad)
    for stretch in landmarks.stretches {
      guard stretch.part != .company, stretch.part != .location else { continue }
      let passage = landmarks.passage(stretch)
      var end = stretch.lower
      for mark in landmarks.marks[stretch.marks] where mark.offset >= end {
        guard let contact = passage.contact(at: mark, company: company) else { continue }
        contacts.append(contact)
        end = contact.place.upper
      }
      if stretch.part == .body || stretch.part == .apply, let contact = passage.cutOffContact {
        contacts.append(contact)
      }
    }
    return contacts + links(of: ad)
  }

  /// The contacts that links lead to.
  private static func links(of ad: Ad) -> [Contact] {
    ad.links.compactMap { link in
      guard let target = link.target, target.upper <= ad.prose.count else { return nil }
      let passage = Passage(
        bytes: ad.prose, lower: target.lower, upper: target.upper, part: .link)
      let place = link.text.isEmpty ? target : link.text
      if passage.reads("mailto:", at: target.lower) {
        let isWhole = passage.bytes[target.utf8].contains(0x40)
        return Contact(
          kind: .email, fault: isWhole ? nil : .cutOff, isApplyRoute: true, place: place)
      }
      if passage.reads("tel:", at: target.lower) {
        return Contact(kind: .phone, fault: nil, isApplyRoute: true, place: place)
      }
      guard passage.reads("http", at: target.lower) || passage.reads("//", at: target.lower) else {
        return nil
      }
      return Contact(
        kind: .url, fault: nil, isApplyRoute: asksToApply(link, in: ad) || passage.isApplyPath,
        place: place)
    }
  }

  private static func asksToApply(_ link: Link, in ad: Ad) -> Bool {
    let text = Passage(
      bytes: ad.prose, lower: link.text.lower, upper: min(link.text.upper, ad.prose.count),
      part: .body)
    var at = text.lower
    while let word = text.word(after: at), word.upper > at {
      if !word.roles.isDisjoint(with: [.apply, .send]) { return true }
      at = word.upper
    }
    return false
  }
}

extension Passage {
  /// Whether a web address, here the whole passage, leads to vacancies or to an application.
  fileprivate var isApplyPath: Bool { isApplyPath(lower..<upper) }

  /// Whether the web address at `place` leads to vacancies or to an application.
  func isApplyPath(_ place: Range<Int>) -> Bool {
    var at = place.lowerBound
    while at < place.upperBound {
      if reads("apply", at: at) || reads("application", at: at) || reads("job", at: at)
        || reads("career", at: at) || reads("vacanc", at: at)
      {
        return true
      }
      while at < place.upperBound, bytes[at].isLetter { at += 1 }
      while at < place.upperBound, !bytes[at].isLetter { at += 1 }
    }
    return false
  }

  /// The contact that the landmark `mark` is part of.
  fileprivate func contact(at mark: Landmarks.Mark, company: SqueezedName) -> Contact? {
    switch mark.kind {
    case .at: email(at: mark.offset)
    case .dot: address(at: mark.offset, company: company)
    case .number: phone(at: mark.offset)
    case .mark: brokenAddress(at: mark.offset)
    case .mask, .none: nil
    }
  }
}
