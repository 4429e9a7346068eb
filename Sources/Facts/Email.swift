import AdModel

extension Passage {
  /// The e-mail address around the `@` at `sign`, usable or not.
  func email(at sign: Int) -> Contact? {
    let start = localStart(before: sign)
    var host = sign + 1
    var fault: Contact.Fault?
    if self[host] == 0x40 {
      fault = .doubledSign
      host += 1
    }
    var local = start
    if start == sign {
      // “jobs @ acme.com”, but not “@acme”, “5 @ £3”.
      let end = skippingBlanks(before: sign)
      guard end < sign, end > lower, bytes[end - 1].isWordly else { return nil }
      // “addresses ending in @acme.com”
      if let word = word(before: end), word.upper == end,
        !word.roles.isDisjoint(with: [.filler, .preposition]) || Self.joining[word.key] != 0
      {
        return nil
      }
      local = localStart(before: end)
      fault = .blankInside
    }
    if self[host].isBlank {
      host = skippingBlanks(from: host)
      fault = fault ?? .blankInside
    }
    guard let end = hostEnd(from: host) else {
      // “a.lee@ (Head of School)”
      if start < sign, fault == .blankInside, sign - local > 1, !self[host].isWordly,
        isNamed(local, sign)
      {
        return contact(.email, .cutOff, local, sign + 1)
      }
      // “jobs@” with nothing behind it, where an address was asked for.
      guard fault == nil, sign - local > 1, !self[host].isWordly || self[host] == 0x2A,
        bytes[local..<sign].contains(where: \.isLetter)
      else {
        return bareHost(from: local, host: host, fault: fault)
      }
      return contact(.email, .cutOff, local, sign + 1)
    }
    if start == sign || host > sign + 1, fault == .blankInside, !isNamed(local, sign) { return nil }
    // “hr@acme.co,uk”
    if end.fault == nil, self[end.upper] == 0x2C, let top = label(at: end.upper + 1),
      Self.countries[key(of: top)] != 0, !self[top.upperBound].isWordly
    {
      return contact(.email, .wrongEnding, local, top.upperBound)
    }
    if bytes[local..<end.upper].contains(0x2A) { fault = .masked }
    return contact(.email, fault ?? end.fault, local, end.upper)
  }

  /// “jobs@acme”: a host without an ending.
  private func bareHost(from local: Int, host: Int, fault: Contact.Fault?) -> Contact? {
    guard fault == nil, host - local > 2 else { return nil }
    var end = host
    while self[end].isAddressLetter || self[end] == 0x2D { end += 1 }
    // “jobs@acme .com”, “jobs@acme com”
    let next = skippingBlanks(from: end)
    if next > end, self[next] == 0x2E, let top = topLevelEnd(after: next), !self[top].isWordly {
      return contact(.email, .blankInside, local, top)
    }
    // “jobs@acme . com”
    if next > end, self[next] == 0x2E, self[next + 1].isBlank, let top = label(at: next + 2),
      Self.endings[key(of: top)] != 0
    {
      return contact(.email, .blankInside, local, top.upperBound)
    }
    if self[end] == 0x2C, let top = label(at: end + 1), Self.endings[key(of: top)] != 0 {
      return contact(.email, .wrongEnding, local, top.upperBound)
    }
    // “jobs@acme..com”
    if self[end] == 0x2E, self[end + 1] == 0x2E, let top = topLevelEnd(after: end + 1),
      !self[top].isWordly
    {
      return contact(.email, .doubledSign, local, top)
    }
    // “Talent@VCU” is the name of a page.
    guard end - host >= 3,
      Self.providers[key(of: host..<end)] != 0 || before(local, says: .email)
        || !bytes[local..<end].contains(where: \.isUppercase)
          && before(local, says: [.send, .contact, .apply])
    else { return nil }
    return contact(.email, .cutOff, local, end)
  }

  /// Hosts of private mail, which nobody writes without their ending but by mistake.
  private static let providers = WordTable([
    ("gmail googlemail hotmail yahoo outlook icloud btinternet", 1)
  ])

  private static let joining = WordTable([("or ending with like follow us twitter instagram", 1)])
  private static let endings = WordTable([("com co org net uk ca au nz ie de edu fr nl za", 1)])
  /// Endings that follow another one: “co,uk”.
  private static let countries = WordTable([("uk au nz za", 1)])
  private static let wrongEndings = WordTable([
    ("con cmo ocm vom xom comm cpm coom comn ney nte ogr rog couk", 1)
  ])

  private func key(of range: Range<Int>) -> UInt64 {
    Word.key(bytes[range].lazy.map(\.lowercase))
  }

  private func localStart(before sign: Int) -> Int {
    var start = sign
    while start > lower, sign - start < 64, Self.isLocal(bytes[start - 1]) { start -= 1 }
    while start < sign, !self[start].isWordly { start += 1 }
    return start
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    byte.isWordly || byte == 0x2E || byte == 0x5F || byte == 0x2D || byte == 0x2B || byte == 0x25
      || byte == 0x27 || byte == 0x2A || byte == 0x26 || byte >= 0xC3
  }

  /// Where a host with a known ending ends that starts at `start`, and what is wrong with it.
  private func hostEnd(from start: Int) -> (upper: Int, fault: Contact.Fault?)? {
    var at = start
    var best: (Int, Contact.Fault?)?
    guard self[at].isWordly || self[at] == 0x2A else { return nil }
    while at < upper, at - start < 100 {
      let byte = bytes[at]
      if byte == 0x2E {
        if let end = topLevelEnd(after: at) {
          let next = self[end]
          if !next.isWordly || next == 0x5F {
            best = (end, nil)
          } else if next.isUppercase, self[end - 1].isLowercase {
            best = (end, .gluedWord)
          } else if next.isDigit {
            best = (end, .gluedWord)
          }
        } else if let end = label(at: at + 1), !self[end.upperBound].isWordly,
          self[end.upperBound] != 0x2E || !self[end.upperBound + 1].isWordly, best == nil
        {
          // An ending that is none we know: misspelt, or one of the thousand new ones.
          let isWrong = Self.wrongEndings[key(of: end)] != 0
          best = (end.upperBound, isWrong ? .wrongEnding : nil)
        } else if !self[at + 1].isWordly {
          break
        }
        at += 1
      } else if byte.isAddressLetter || byte == 0x2D || byte == 0x2A {
        at += 1
      } else {
        break
      }
    }
    return best
  }

  /// Whether the words before name e-mail, or the local part looks like no plain word.
  private func isNamed(_ local: Int, _ sign: Int) -> Bool {
    before(local, says: [.email, .send, .contact, .apply])
      || bytes[local..<sign].contains { $0 == 0x2E || $0 == 0x5F }
  }

  /// Whether one of the six words before `offset` has one of `roles`.
  func before(_ offset: Int, says roles: Roles, within count: Int = 6) -> Bool {
    var at = offset
    for _ in 0..<count {
      guard let word = word(before: at), word.gap.isDisjoint(with: .end) else { return false }
      if !word.roles.isDisjoint(with: roles) { return true }
      at = word.lower
    }
    return false
  }

  func contact(_ kind: Contact.Kind, _ fault: Contact.Fault?, _ lower: Int, _ upper: Int) -> Contact
  {
    var isRoute = kind != .url
    if isRoute {
      // Accessibility desks and press offices take no applications.
      var at = lower
      for _ in 0..<14 {
        guard let word = word(before: at), word.gap.isDisjoint(with: [.line, .sentence]) else {
          break
        }
        if Self.elsewhere[word.key] != 0 { isRoute = false }
        at = word.lower
      }
    } else {
      isRoute =
        part == .apply || isApplyPath(lower..<upper)
        || before(lower, says: [.apply, .send], within: 10)
    }
    return Contact(kind: kind, fault: fault, isApplyRoute: isRoute, place: ByteRange(lower, upper))
  }

  private static let elsewhere = WordTable([
    (
      """
      accommodation accommodations disability privacy fraud media press unsubscribe data complaints
      investor scam accessibility fax
      """, 1
    )
  ])
}

extension UInt8 {
  /// Whether it is a letter or digit of an address, or a part of a letter beyond ASCII, which
  /// addresses have had since RFC 5890 and RFC 6531; dashes, quotes and bullets (E2) are none.
  var isAddressLetter: Bool { isWordly || self >= 0x80 && self != 0xE2 && self != 0xC2 }
}
