public import AdModel

/// How an ad says that one applies, the best way first.
public enum ApplyRoute: Hashable, Sendable {
  /// An address, number or link that works and is meant for applying.
  case contact(Contact)
  /// A structured field for it, such as an apply URL.
  case field(ByteRange<Prose>)
  /// An address that a data set has taken out of the ad.
  case placeholder(Mask)
  /// Words that ask to apply or to send something, and leave the way to the page around the ad.
  case instruction(ByteRange<Prose>)

  /// The best way to apply that `ad` names, or `nil` where it names none.
  public static func best(in ad: Ad) -> ApplyRoute? {
    let landmarks = Landmarks(of: ad)
    return best(
      in: ad, contacts: Contact.all(in: ad, landmarks: landmarks),
      masks: Mask.all(in: ad, landmarks: landmarks))
  }

  /// The same, with the contacts and masks of `ad` at hand.
  public static func best(in ad: Ad, contacts: [Contact], masks: [Mask]) -> ApplyRoute? {
    if let contact = contacts.first(where: { $0.isUsable && $0.isApplyRoute }) {
      return .contact(contact)
    }
    if let field = ad.fields.first(where: { $0.part == .apply && !$0.place.isEmpty }) {
      return .field(field.place)
    }
    if let mask = masks.first(where: { $0.isPlaceholder && $0.kind == .email }) {
      return .placeholder(mask)
    }
    for field in ad.fields where field.part == .body {
      let passage = Passage(
        bytes: ad.prose, lower: max(0, field.place.lower),
        upper: min(ad.prose.count, field.place.upper), part: .body)
      if let place = passage.applyInstruction { return .instruction(place) }
    }
    return nil
  }
}

extension Passage {
  /// The first words that ask to apply, to send something or to get in touch.
  fileprivate var applyInstruction: ByteRange<Prose>? {
    var at = lower
    var last: Word?
    while at < upper {
      guard let word = word(after: at) else {
        at += 32
        last = nil
        continue
      }
      if let end = instructionEnd(word, after: last) { return ByteRange(word.lower, end) }
      last = word
      at = max(word.upper, at + 1)
    }
    return nil
  }

  /// Where an instruction ends that begins with `word`, if one does.
  private func instructionEnd(_ word: Word, after last: Word?) -> Int? {
    switch Self.verbs[word.key] {
    case 1: applyEnd(word, after: last)
    case 2: near(word, limit: 7, Self.papers)
    case 3: near(word, limit: 1, Self.us)
    default: nil
    }
  }

  /// “apply now”, “please apply”, “to apply, send …”; not “terms apply to all”.
  private func applyEnd(_ word: Word, after last: Word?) -> Int? {
    guard let next = self.word(after: word.upper) else { return nil }
    let isNear = next.gap.isDisjoint(with: .end)
    if isNear, Self.ways[next.key] != 0 { return next.upper }
    guard let last, word.gap.isDisjoint(with: .end) else { return nil }
    if Self.asking[last.key] != 0 { return word.upper }
    // “To apply for this post you must be 18” tells no way; “to apply, click below” does.
    return last.key == Self.to ? near(word, limit: 9, Self.doing) : nil
  }

  private func near(_ word: Word, limit: Int, _ wanted: WordTable) -> Int? {
    var at = word.upper
    for _ in 0..<limit {
      guard let next = self.word(after: at), next.gap.isDisjoint(with: [.sentence, .bullet]) else {
        return nil
      }
      if wanted[next.key] != 0 { return next.upper }
      at = next.upper
    }
    return nil
  }

  private static let verbs = WordTable([
    ("apply bewerben postuler postulez ansök", 1),
    ("send submit forward email mail sende senden schicken envoyez envoyer skicka mejla", 2),
    ("contact call ring", 3),
  ])
  private static let ways = WordTable([
    (
      """
      now online today here below via through using directly direct by at immediately asap early
      straight soon above on
      """, 1
    )
  ])
  private static let asking = WordTable([("please click press hit and kindly should how jetzt", 1)])
  private static let doing = WordTable([
    (
      """
      send submit click visit email call complete please contact forward use fill go follow upload
      register press
      """, 1
    )
  ])
  private static let papers = WordTable([
    (
      """
      cv cvs resume resumes résumé application applications letter vitae portfolio bewerbung
      lebenslauf bewerbungsunterlagen candidature ansökan
      """, 1
    )
  ])
  private static let us = WordTable([("us me", 1)])
  private static let to = Word.key("to".utf8)
}
