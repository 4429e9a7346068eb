internal import AdModel

/// A place where two words may have lost the blank between them.
struct Seam {
  var fault: WordFault
  /// Whether it is a fault in any ad. The others count only in an ad that shows such damage.
  var isCertain: Bool
}

/// Blanks lost between words: at a capital inside a word, behind a stop, before a number.
extension Court {
  /// `releaseResolve`, `SQLProficient`, `forYou`: capitals inside a word that is no brand.
  func humps(_ suspect: WordScan.Suspect, _ cache: inout WordCache) -> Seam? {
    let range = suspect.lower..<suspect.upper
    guard text[range].allSatisfy({ $0.isLatin }), !isOwn(range), !byte(range.upperBound).isDigit,
      byte(range.upperBound) != 0x28 || byte(range.upperBound + 1) != 0x29,
      !byte(range.lowerBound - 1).isDigit, !isAddress(chunk(range))
    else { return nil }
    if byte(range.upperBound - 1) == 0x73, byte(range.upperBound - 2).isUpper { return nil }
    let parts = parts(of: range)
    guard parts.count >= 2, parts.count <= 4 else { return nil }
    var isCertain = false
    for (left, right) in zip(parts, parts.dropFirst()) {
      let isLast = right.upperBound == range.upperBound
      guard let trust = trust(left, right, isLast: isLast, &cache) else { return nil }
      isCertain = isCertain || trust
    }
    if count(of: suspect) >= 3 { isCertain = false }
    if !isCertain, count(of: suspect) >= 2, byte(range.lowerBound).isUpper { return nil }
    let mended = parts.map { Array(text[$0]).text }.joined(separator: " ")
    return Seam(
      fault: fault(.runTogether, range, mended, isCertain ? .sure : .likely), isCertain: isCertain)
  }

  /// Whether two humps are two words: certainly, perhaps, or (`nil`) not.
  ///
  /// Behind a small letter only a word that begins sentences is certain, or one behind a plural or
  /// a participle (`skillsPositive`, `preferredMinimum`): `useEffect`, `easyJet`, `openSUSE` and
  /// `paymentGateway` look just like `marketPursue`.
  private func trust(
    _ left: Range<Int>, _ right: Range<Int>, isLast: Bool, _ cache: inout WordCache
  ) -> Bool? {
    let one = frequency(of: left, &cache)
    let two = frequency(of: right, &cache)
    let isSmall = isSmallWord(right)
    if byte(left.lowerBound).isLower {
      if one >= 0, two >= 3, isHyphenated(left, right) { return true }
      let isClear = isSmall || two >= 0 && right.count >= 4 && endsItems(left)
      if one >= 8, left.count >= 2, two >= 5 || isSmall { return isClear && left.count >= 3 }
      guard left.count >= 3, one >= 3 else { return nil }
      if two >= 4 || isSmall { return isClear && (left.count >= 4 || one >= 6) }
      return left.count >= 4 && one >= 5 && right.count >= 3 ? false : nil
    }
    if one >= 3, two >= 3, wantsHyphen(before: right) { return true }
    if isSmall, !isStarter(right), isLast, left.count >= 2,
      one >= 3 || isOwn(left) || left.count >= 4
    {
      return left.count >= 3
    }
    guard two >= 5, one >= 3 || left.count >= 4 && isOwn(left), right.count >= 2 else {
      return nil
    }
    return false
  }

  /// Whether the two want a hyphen: `pan|European`, `Object|Orientated`.
  private func isHyphenated(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    let first = Array(text[left]).lowered + [0x2D]
    return WordList.hyphens.place(of: first.span) != nil || wantsHyphen(before: right)
  }

  /// Whether the word is the end of compounds: `-based`, `-orientated`.
  private func wantsHyphen(before word: Range<Int>) -> Bool {
    let last = [0x2D] + Array(text[word]).lowered
    return WordList.hyphens.place(of: last.span) != nil
  }

  /// Whether it is a word that begins sentences and stands in no brand.
  private func isSmallWord(_ range: Range<Int>) -> Bool {
    let word = Array(text[range]).text
    return Self.openers.contains(word) || Self.starters.contains(word)
  }

  /// Whether it is a plural or a participle, in which items end and names of code seldom begin.
  private func endsItems(_ word: Range<Int>) -> Bool {
    guard word.count >= 5 else { return false }
    let last = byte(word.upperBound - 1)
    let before = byte(word.upperBound - 2)
    return last == 0x73 && before != 0x73 && before != 0x75 && before != 0x69
      || last == 0x64 && before == 0x65 && word.count >= 6
  }

  /// Whether it is a word that begins sentences, but may end the name of a product: `SignNow`.
  private func isStarter(_ range: Range<Int>) -> Bool {
    Self.starters.contains(Array(text[range]).text)
  }

  private static let starters: Set<String> = [
    "Then", "Now", "Can", "Not", "No", "Strong", "Good", "Proven", "Proficient", "Familiar",
    "Previous", "Demonstrated", "Working", "Able", "Ensure", "Provide", "Assist", "Maintain",
    "Prepare", "Perform", "Resolve", "Develop", "Pursue", "Starting", "Benefits", "Perks",
    "Skills", "Duties", "Salary", "Location", "Responsibility", "Applicants",
  ]

  private static let openers: Set<String> = [
    "The", "We", "You", "Our", "Your", "This", "As", "A", "An", "Please", "If", "Must", "Will",
    "To", "With", "They", "Have", "Ability", "Responsibilities", "Requirements", "Experience",
    "Qualifications", "Excellent", "Knowledge", "For", "And", "Is", "Are", "These", "Responsible",
    "Candidates", "What", "Who", "How", "When", "Why", "Be", "All", "Minimum", "Competitive",
  ]

  /// The humps of a word: `SQL|Proficient`, `release|Resolve`, `users|EXCITE`.
  private func parts(of range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for at in range.dropFirst() {
      let isStart =
        byte(at).isUpper
        && (byte(at - 1).isLower || at + 1 < range.upperBound && byte(at + 1).isLower)
      if isStart {
        parts.append(start..<at)
        start = at
      }
    }
    parts.append(start..<range.upperBound)
    return parts
  }

  /// `skills.You`, `growth)Annual`, `Group(NYSE`, `10+Education`: no blank before a word.
  func seam(before suspect: WordScan.Suspect, _ cache: inout WordCache) -> Seam? {
    let at = suspect.lower - 1
    let sign = byte(at)
    guard sign >= 0x21, sign <= 0x3F else { return nil }
    let right = letters(at: suspect.lower)
    switch sign {
    case 0x2E, 0x21, 0x3F: return stop(at, right, &cache)
    case 0x2C, 0x3B, 0x3A: return comma(at, right, &cache)
    case 0x29: return bracket(at, right, &cache)
    case 0x28: return opening(at, right, &cache)
    case 0x2B, 0x25: return number(at, right, &cache)
    default: return nil
    }
  }

  /// A full stop, an exclamation or question mark.
  private func stop(_ at: Int, _ right: Range<Int>, _ cache: inout WordCache) -> Seam? {
    var end = at
    while [0x2E, 0x21, 0x3F].contains(byte(end - 1)) { end -= 1 }
    if byte(end - 1) == 0x29 { end -= 1 }
    let left = letters(before: end)
    let isLong = end < at || byte(at) != 0x2E
    if byte(at) == 0x2E, byte(at - 1) == 0x2E { return nil }
    guard left.count >= 2, !byte(left.lowerBound - 1).isDigit, right.count >= 2 || isArticle(right),
      !isAddress(chunk(left.lowerBound..<right.upperBound))
    else { return nil }
    let one = frequency(of: left, &cache)
    let two = frequency(of: right, &cache)
    let isCapital = byte(right.lowerBound).isUpper
    if !isCapital {
      guard one >= 6, two >= 6, left.count >= 4, right.count >= 2, byte(right.upperBound) != 0x2E,
        byte(left.lowerBound - 1) != 0x2E, !isDomainEnd(right), byte(right.upperBound) != 0x28
      else { return nil }
      return joint(left, right, isCertain: two >= 8)
    }
    guard !isProduct(right), byte(left.lowerBound - 1) != 0x2E else { return nil }
    let isLower = text[left].allSatisfy({ $0.isLower })
    let isRightLower = text[right].dropFirst().allSatisfy({ $0.isLower })
    if isLower && (left.count >= 3 && one >= 2 || isLong)
      && (two >= 3 || isRightLower && right.count >= 4)
    {
      return joint(left, right, isCertain: two >= 4 || one >= 5)
    }
    if two >= 5, left.count >= 3 || one >= 3 && right.count >= 3 {
      return joint(left, right, isCertain: two >= 7 && left.count >= 3)
    }
    if left.count >= 4, one >= 4, two >= 4 || right.count >= 5 || isLong && isLower {
      return joint(left, right, isCertain: two >= 4 || isLong && isLower)
    }
    if isLong, left.count >= 3 { return joint(left, right, isCertain: false) }
    return nil
  }

  /// A comma, a semicolon, a colon.
  private func comma(_ at: Int, _ right: Range<Int>, _ cache: inout WordCache) -> Seam? {
    let end = byte(at - 1) == 0x29 ? at - 1 : at
    let left = letters(before: end)
    guard left.count >= 2, right.count >= 2 || isArticle(right) || isSmallArticle(right),
      byte(right.upperBound) != 0x3A || byte(right.upperBound + 1).isBlank,
      byte(left.lowerBound - 1) != 0x3A, byte(left.lowerBound - 1) != 0x26,
      !isAddress(chunk(left.lowerBound..<right.upperBound))
    else { return nil }
    let one = frequency(of: left, &cache)
    let two = frequency(of: right, &cache)
    let isHeading = byte(at) == 0x3A && one >= 5 && byte(right.lowerBound).isUpper
    guard one >= 3, two >= (isHeading ? 0 : 3) else { return nil }
    let isProse =
      byte(at) == 0x2C && left.count >= 4 && right.count >= 4
      && text[left.lowerBound..<right.upperBound].allSatisfy({ $0.isLower || $0 == 0x2C })
    let isCertain =
      one >= 5 && two >= 5 && left.count >= 3 && (right.count >= 2 || byte(at) == 0x2C) || isProse
    return joint(left, right, isCertain: isCertain)
  }

  /// A closing bracket.
  private func bracket(_ at: Int, _ right: Range<Int>, _ cache: inout WordCache) -> Seam? {
    let inner = byte(at - 1)
    let content = contentStart(before: at)
    guard right.count >= 2 || isArticle(right), at - content >= 3, inner != 0x28,
      !isAddress(chunk(content..<right.upperBound))
    else { return nil }
    let two = frequency(of: right, &cache)
    let isCapital = byte(right.lowerBound).isUpper
    guard two >= (isCapital ? 4 : 7), right.count >= 3 || two >= 8 else { return nil }
    return joint(at..<at + 1, right, isCertain: true)
  }

  /// An opening bracket.
  private func opening(_ at: Int, _ right: Range<Int>, _ cache: inout WordCache) -> Seam? {
    let left = letters(before: at)
    var close = right.upperBound
    while byte(close) != 0x29, byte(close) != 0x0A, close - at < 80 { close += 1 }
    let hasBlank = text[at..<min(close, text.count)].contains(0x20)
    let isNote =
      hasBlank
      || byte(right.lowerBound).isUpper && right.count >= 3 && byte(right.upperBound) != 0x2F
    guard left.count >= 4, frequency(of: left, &cache) >= 3, isNote, right.count >= 2,
      !isAddress(chunk(left.lowerBound..<right.upperBound))
    else { return nil }
    let mended = Array(text[left]).text + " (" + Array(text[right]).text
    return Seam(
      fault: fault(.missingSpace, left.lowerBound..<right.upperBound, mended, .sure),
      isCertain: byte(at - 1).isLower)
  }

  /// `10+Education`, `20%Ability`.
  private func number(_ at: Int, _ right: Range<Int>, _ cache: inout WordCache) -> Seam? {
    guard byte(at - 1).isDigit, right.count >= 3, byte(right.lowerBound).isUpper,
      frequency(of: right, &cache) >= 4
    else { return nil }
    return joint(at - 1..<at + 1, right, isCertain: true)
  }

  /// `Qualifications6+`, `experience4 years`: no blank before a number.
  func seam(beforeDigitsAt suspect: WordScan.Suspect, _ cache: inout WordCache) -> Seam? {
    let left = suspect.lower..<suspect.upper
    var end = left.upperBound
    let hasStop = byte(end) == 0x2E
    if hasStop { end += 1 }
    while byte(end).isDigit { end += 1 }
    let hasPlus = byte(end) == 0x2B
    let unit = byte(end) == 0x20 ? letters(at: end + 1) : end..<end
    let isYears = Array(text[unit]).lowered.text.hasPrefix("year")
    guard frequency(of: left, &cache) >= 5, byte(left.upperBound - 1).isLower,
      end - left.upperBound <= 3,
      !byte(end).isLatin, !isAddress(chunk(left))
    else { return nil }
    guard hasPlus || isYears || frequency(of: left, &cache) >= 8 && !hasStop else { return nil }
    let mended = Array(text[left]).text + " " + Array(text[left.upperBound..<end]).text
    return Seam(
      fault: fault(.missingSpace, left.lowerBound..<end, mended, .likely),
      isCertain: hasPlus || isYears)
  }

  private func joint(_ left: Range<Int>, _ right: Range<Int>, isCertain: Bool) -> Seam {
    let mended =
      Array(text[left.lowerBound..<right.lowerBound]).text + " " + Array(text[right]).text
    return Seam(
      fault: fault(
        .missingSpace, left.lowerBound..<right.upperBound, mended, isCertain ? .sure : .likely),
      isCertain: isCertain)
  }

  /// Where the bracket that closes at `at` opens, at most 80 bytes before.
  private func contentStart(before at: Int) -> Int {
    var start = at
    while byte(start - 1) != 0x28, byte(start - 1) != 0x0A, at - start < 80 { start -= 1 }
    return start
  }

  /// `A` or `I` with a word behind it.
  private func isArticle(_ range: Range<Int>) -> Bool {
    range.count == 1 && (byte(range.lowerBound) == 0x41 || byte(range.lowerBound) == 0x49)
      && byte(range.upperBound) == 0x20 && byte(range.upperBound + 1).isLower
  }

  /// `a` with a word behind it.
  private func isSmallArticle(_ range: Range<Int>) -> Bool {
    range.count == 1 && byte(range.lowerBound) == 0x61 && byte(range.upperBound) == 0x20
      && byte(range.upperBound + 1).isLower && byte(range.upperBound + 2).isLower
  }

  /// `.Net`, `.Js`, `.Io`: ends of product names and domains written with a capital.
  private func isProduct(_ range: Range<Int>) -> Bool {
    Self.productEnds.contains(Array(text[range]).lowered.text)
  }

  private static let productEnds: Set<String> = [
    "com", "net", "org", "co", "uk", "io", "ai", "js", "py", "de", "eu", "gov", "edu", "ie", "tv",
  ]

  /// `.com`, `.pdf`: the end of an address or of the name of a file.
  func isDomainEnd(_ range: Range<Int>) -> Bool {
    let word = Array(text[range]).lowered.text
    return Self.domainEnds.contains(word)
  }

  private static let domainEnds: Set<String> = [
    "com", "net", "org", "co", "uk", "io", "ai", "edu", "gov", "de", "fr", "se", "js", "py",
    "html", "htm", "pdf", "doc", "docx", "exe", "app", "dev", "tv", "us", "ca", "eu", "ie", "nl",
    "info", "biz", "jobs", "asp", "aspx", "php", "xls", "csv", "json", "xml", "txt", "zip", "me",
    "it", "in", "es", "ch", "be", "au", "nz", "tech", "cloud", "online", "careers", "work",
  ]
}
