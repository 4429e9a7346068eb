import AdModel

extension Passage {
  /// The web address, or the e-mail address without its `@`, around the dot at `dot`.
  func address(at dot: Int, company: SqueezedName) -> Contact? {
    guard self[dot - 1].isWordly, self[dot + 1].isWordly || self[dot + 1] == 0x2A else {
      return nil
    }
    let token = addressRange(around: dot)
    let isWeb = reads("www.", at: token.lowerBound) || reads("http", at: token.lowerBound)
    if bytes[token].contains(0x40) {
      guard let sign = bytes[token].firstIndex(of: 0x40), !isWeb else { return web(token) }
      return email(at: sign)
    }
    if isWeb { return web(token) }
    guard let end = domainEnd(in: token), end > dot else { return nil }
    let host = token.lowerBound..<end
    if Self.technology[Word.key(bytes[host].lazy.map(\.lowercase))] != 0 { return nil }
    if self[dot + 1].isUppercase, self[dot - 1].isLowercase, !self[end].isWordly {
      // “team.It works” lost a blank; no domain.
      guard reads("com", at: dot + 1) || reads("co.", at: dot + 1) else { return nil }
    }
    let hasPath = self[end] == 0x2F
    if !hasPath, !isWeb, isLostAt(host, company: company) {
      return contact(.email, .lostAt, host.lowerBound, end)
    }
    return contact(.url, nil, host.lowerBound, hasPath ? token.upperBound : end)
  }

  /// Names of programs and frameworks that look like domains.
  private static let technology = WordTable([
    (
      "asp.net vb.net ado.net socket.io c.net .net next.js node.js paint.net f.net dot.net microsoft.net",
      1
    )
  ])

  /// The stretch of signs that can make an address around `dot`, no punctuation at its ends.
  private func addressRange(around dot: Int) -> Range<Int> {
    var start = dot
    while start > lower, dot - start < 120, Self.isAddress(bytes[start - 1]) { start -= 1 }
    var end = dot
    while end < upper, end - dot < 200, Self.isAddress(bytes[end]) { end += 1 }
    while end < upper, bytes[end] & 0xC0 == 0x80 { end += 1 }
    // A sign of several bytes that ends there, such as a dash, has no lead here.
    while start < dot, !self[start].isWordly, self[start] < 0xC0 { start += 1 }
    while end > dot + 1, !self[end - 1].isAddressLetter, self[end - 1] != 0x2F,
      self[end - 1] != 0x2A
    {
      end -= 1
    }
    return start..<end
  }

  private static func isAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2E, 0x2D, 0x5F, 0x2F, 0x3A, 0x40, 0x3F, 0x3D, 0x25, 0x26, 0x23, 0x7E, 0x2B, 0x2A: true
    default: byte.isAddressLetter
    }
  }

  /// The end of the last known ending in the host of `token`.
  private func domainEnd(in token: Range<Int>) -> Int? {
    var best: Int?
    for at in token {
      if bytes[at] == 0x2F || bytes[at] == 0x3A { break }
      if bytes[at] == 0x2E, let end = topLevelEnd(after: at), !self[end].isLowercase,
        !self[end].isDigit
      {
        best = end
      }
    }
    return best
  }

  private func web(_ token: Range<Int>) -> Contact? {
    let start = token.lowerBound
    var fault: Contact.Fault?
    if bytes[token].starts(with: "http://localhost".utf8) { return nil }
    // What a data set took out is a mask, not a broken address.
    if token.contains(where: { bytes[$0] == 0x23 && reads("#url_", at: $0) }) { return nil }
    if reads("http", at: start) {
      let at = start + (self[start + 4].lowercase == 0x73 ? 5 : 4)
      if !(self[at] == 0x3A && self[at + 1] == 0x2F && self[at + 2] == 0x2F) {
        fault = .brokenScheme
      }
    }
    if bytes[token].contains(0x2A) { fault = .masked }
    if fault == nil, domainEnd(in: afterScheme(token)) == nil, !hasEnding(afterScheme(token)) {
      // “www.acme trust.org.uk”
      let next = skippingBlanks(from: token.upperBound)
      var dot = next
      while self[dot].isWordly { dot += 1 }
      if next > token.upperBound, dot > next, let end = topLevelEnd(after: dot), !self[end].isWordly
      {
        return contact(.url, .blankInside, start, end)
      }
      fault = .cutOff
    }
    return contact(.url, fault, start, token.upperBound)
  }

  private func afterScheme(_ token: Range<Int>) -> Range<Int> {
    var at = token.lowerBound
    while at < token.upperBound, at < token.lowerBound + 9 {
      if bytes[at] == 0x2F, self[at + 1] != 0x2F { return at + 1..<token.upperBound }
      at += 1
    }
    return token
  }

  /// Whether the host has a dot with letters on both sides, whatever the ending.
  private func hasEnding(_ token: Range<Int>) -> Bool {
    token.contains { at in
      bytes[at] == 0x2E && self[at - 1].isWordly && self[at + 1].isLetter && self[at + 2].isLetter
        && !(at - token.lowerBound == 3 && reads("www", at: token.lowerBound)
          && !bytes[(at + 1)..<token.upperBound].contains(0x2E))
    }
  }

  /// Whether a domain stands where an e-mail address was announced.
  private func isLostAt(_ host: Range<Int>, company: SqueezedName) -> Bool {
    guard !reads("www", at: host.lowerBound) else { return false }
    let first = bytes[host].firstIndex(of: 0x2E) ?? host.upperBound
    let name = bytes[host.lowerBound..<first]
    var at = host.lowerBound
    var last: Word?
    var asksForEmail = false
    var isWebPage = false
    for step in 0..<9 {
      guard let word = word(before: at), word.gap.isDisjoint(with: .end) else { break }
      let roles = word.roles
      if step == 0 { last = word }
      if roles.contains(.email) {
        // “via e-mail or at acme.com” offers a page as well.
        asksForEmail = true
        break
      }
      if step < 3, roles.contains(.visit), word.upper - word.lower > 2, word.key != Self.online {
        isWebPage = true
        break
      }
      if step < 6, Self.papers[word.key] != 0, step > 0, last?.key == Self.to {
        asksForEmail = true
      }
      at = word.lower
    }
    if isWebPage { return false }
    if namesPerson(before: host.lowerBound, in: name) { return true }
    let isSqueezed =
      company.isTail(of: name)
      || bytes[host].count(where: { $0 == 0x2E }) > 1
        && company.isTail(of: bytes[host.lowerBound..<hostNameEnd(host)])
    if isSqueezed { return asksForEmail || last != nil }
    // “email marketing for acme.com” names a client.
    guard asksForEmail, let last, last.key != Self.purpose else { return false }
    return last.roles.contains(.email) || last.roles.contains(.preposition)
      || last.gap.contains(.colon) || last.upper + 1 == host.lowerBound
  }

  /// Whether somebody named just before `offset` is in the `name` of a host, with an initial before
  /// and more behind: “Mrs Hall, hhallacme.co.uk”.
  private func namesPerson(before offset: Int, in name: ArraySlice<UInt8>) -> Bool {
    var at = offset
    var last: Word?
    for _ in 0..<7 {
      guard let word = word(before: at), word.gap.isDisjoint(with: .end) else { return false }
      if Self.honorifics[word.key] != 0, let last, last.upper - last.lower >= 4 {
        let letters = bytes[last.lower..<last.upper].map(\.lowercase)
        let host = name.map(\.lowercase)
        return host.count >= letters.count + 5
          && host.dropFirst().starts(with: letters)
      }
      last = word
      at = word.lower
    }
    return false
  }

  private static let honorifics = WordTable([("mr mrs ms miss dr prof", 1)])

  /// The end of the host without its ending: `a.smithacme` of `a.smithacme.co.uk`.
  private func hostNameEnd(_ host: Range<Int>) -> Int {
    for at in host where bytes[at] == 0x2E {
      if let end = topLevelEnd(after: at), end == host.upperBound { return at }
    }
    return host.upperBound
  }

  private static let papers = WordTable([
    ("cv cvs resume resumes résumé vitae application letter", 1)
  ])
  private static let to = Word.key("to".utf8)
  private static let purpose = Word.key("for".utf8)
  private static let online = Word.key("online".utf8)

  /// Addresses that are broken at a bracket, a comma or a colon.
  func brokenAddress(at offset: Int) -> Contact? {
    switch bytes[offset] {
    case 0x3A where reads("http", at: offset - 4) || reads("https", at: offset - 5): scheme(offset)
    case 0x2F where self[offset - 1] == 0x2F: looseScheme(offset - 1)
    case 0x2C where reads("www", at: offset - 3) && self[offset + 1].isWordly: commaAddress(offset)
    case 0x28, 0x5B: spelledOut(at: offset)
    default: nil
    }
  }

  private func scheme(_ colon: Int) -> Contact? {
    let start = colon - (reads("https", at: colon - 5) ? 5 : 4)
    guard !self[start - 1].isLetter else { return nil }
    let token = addressRange(around: colon)
    return web(start..<max(token.upperBound, colon + 1))
  }

  /// “http//acme.com”, “htp://acme.com”
  private func looseScheme(_ slash: Int) -> Contact? {
    var start = slash
    if self[start - 1] == 0x3A { start -= 1 }
    while self[start - 1].isLetter, slash - start < 7 { start -= 1 }
    let count = slash - start
    guard count >= 3, reads("ht", at: start) || reads("tt", at: start), !self[start - 1].isWordly
    else { return nil }
    if reads("http:", at: start) || reads("https:", at: start) { return nil }
    let token = addressRange(around: slash)
    return contact(.url, .brokenScheme, start, max(token.upperBound, slash + 2))
  }

  private func commaAddress(_ comma: Int) -> Contact? {
    guard !self[comma - 4].isWordly else { return nil }
    let token = addressRange(around: comma + 1)
    return contact(.url, .brokenScheme, comma - 3, token.upperBound)
  }

  /// “jobs [at] acme [dot] com”, “jobs(at)acme.com”
  private func spelledOut(at offset: Int) -> Contact? {
    guard reads("at", at: offset + 1), self[offset + 3] == 0x29 || self[offset + 3] == 0x5D else {
      return nil
    }
    let end = skippingBlanks(before: offset)
    var start = end
    while self[start - 1].isWordly || self[start - 1] == 0x2E { start -= 1 }
    guard start < end else { return nil }
    var at = skippingBlanks(from: offset + 4)
    let host = at
    while self[at].isWordly || self[at] == 0x2E || self[at] == 0x2D { at += 1 }
    let next = skippingBlanks(from: at)
    if self[next] == 0x28 || self[next] == 0x5B, reads("dot", at: next + 1) {
      at = skippingBlanks(from: next + 5)
      while self[at].isWordly || self[at] == 0x2E { at += 1 }
    } else if !bytes[host..<at].contains(0x2E) {
      return nil
    }
    return contact(.email, .obfuscated, start, at)
  }

  /// “For more information, email a CV to”, where the ad ends.
  var cutOffContact: Contact? {
    var end = upper
    while end > lower, bytes[end - 1].isBlank || bytes[end - 1] == 0x0A { end -= 1 }
    guard end > lower, let last = word(before: end), last.upper == end,
      Self.announcing[last.key] != 0
    else { return nil }
    var at = last.lower
    for _ in 0..<12 {
      guard let word = word(before: at), word.gap.isDisjoint(with: .end) else { return nil }
      let roles = word.roles
      if roles.contains(.email) || Self.asking[word.key] != 0 {
        return Contact(
          kind: roles.contains(.phone) ? .phone : .email, fault: .cutOff, isApplyRoute: true,
          place: ByteRange(word.lower, end))
      }
      at = word.lower
    }
    return nil
  }

  private static let announcing = WordTable([("to on at via", 1)])
  private static let asking = WordTable([("send call contact submit forward telephone apply", 1)])
}
