/// The words and numbers of a phrase, in small letters and without the signs that change nothing.
///
/// “Ph.D.”, “bachelor’s” and “37.5hrs” become `phd`, `bachelors` and `37.5 hrs`; numbers in letters
/// are numbers, and a number that is said twice, as in “two (2)”, is said once.
struct TermWords {
  enum Token: Hashable {
    case word(String)
    case number(Double)
    /// One of `- + / : ( ) , %`; every dash is a hyphen.
    case sign(Character)
  }

  let tokens: [Token]
  /// The words and numbers alone, as text: `["12", "month", "contract"]`.
  let plain: [String]
  /// ``plain`` with a blank behind each word.
  private let spaced: [UInt8]
  /// Where in ``spaced`` each word begins.
  private let starts: [Int]

  /// The most bytes that are read: what an ad says of one term is shorter.
  private static let longest = 400

  init(_ text: some Collection<UInt8>) {
    self.init(tokens: Self.settled(Self.read(Array(text.prefix(Self.longest)))))
  }

  private init(tokens: [Token]) {
    self.tokens = tokens
    plain = tokens.compactMap { token in
      switch token {
      case .word(let word): word
      case .number(let value): value == value.rounded() ? "\(Int(value))" : "\(value)"
      case .sign: nil
      }
    }
    var (spaced, starts): ([UInt8], [Int]) = ([], [])
    for word in plain {
      starts.append(spaced.count)
      spaced.append(contentsOf: word.utf8)
      spaced.append(0x20)
    }
    (self.spaced, self.starts) = (spaced, starts)
  }

  /// The first `count` words, numbers and signs.
  func first(_ count: Int) -> TermWords { TermWords(tokens: Array(tokens.prefix(count))) }

  /// Whether the words of `phrase` stand in a row in ``plain`` from number `index` on.
  func says(_ phrase: String, at index: Int) -> Bool {
    let wanted = phrase.utf8Span.span
    let words = spaced.span.extracting(droppingFirst: starts[index])
    guard wanted.count < words.count, words[wanted.count] == 0x20 else { return false }
    for place in wanted.indices where wanted[place] != words[place] { return false }
    return true
  }

  // MARK: Bytes to tokens

  private static func read(_ bytes: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      let next = at + 1 < bytes.count ? bytes[at + 1] : 0
      if byte.isDigit || byte == 0x2E && next.isDigit {
        let (value, end) = number(in: bytes, from: at)
        tokens.append(.number(value))
        at = end
      } else if byte.isLetter || byte >= 0xC3 && byte < 0xE0 {
        let (word, end) = word(in: bytes, from: at)
        tokens.append(.word(word))
        at = end
      } else if byte == 0xE2, next == 0x80, at + 2 < bytes.count {
        if (0x90...0x95).contains(bytes[at + 2]) { tokens.append(.sign("-")) }
        at += 3
      } else if byte == 0xC2, next == 0xBD {
        // “37½”
        if case .number(let whole) = tokens.last { tokens[tokens.count - 1] = .number(whole + 0.5) }
        at += 2
      } else {
        if signs.contains(byte) { tokens.append(.sign(Character(UnicodeScalar(byte)))) }
        at += 1
      }
    }
    return tokens
  }

  private static let signs = Set("-+/:(),%".utf8)

  /// The number at `start`. A comma before three digits sets thousands apart, else decimals.
  private static func number(in bytes: [UInt8], from start: Int) -> (value: Double, end: Int) {
    var at = start
    var digits: [UInt8] = []
    while at < bytes.count {
      if bytes[at].isDigit {
        digits.append(bytes[at])
      } else if bytes[at] == 0x2E || bytes[at] == 0x2C, at + 1 < bytes.count, bytes[at + 1].isDigit
      {
        let group = bytes[(at + 1)...].prefix { $0.isDigit }.count
        if bytes[at] == 0x2E || group != 3 {
          guard !digits.contains(0x2E) else { break }
          digits.append(0x2E)
        }
      } else {
        break
      }
      at += 1
    }
    // More digits than any term has are a code.
    return (
      digits.count > 9 ? 0 : Double(String(decoding: [0x30] + digits, as: UTF8.self)) ?? 0, at
    )
  }

  /// The word at `start` without its apostrophes, and without the dots of “B.Sc.”
  private static func word(in bytes: [UInt8], from start: Int) -> (word: String, end: Int) {
    var word: [UInt8] = []
    var at = start
    while at < bytes.count {
      let byte = bytes[at]
      let next = at + 1 < bytes.count ? bytes[at + 1] : 0
      // “per weekLocation”: two lines whose break was lost. “PhD” and “BEng” are whole.
      if byte.isUppercase, at > start, bytes[at - 1].isLowercase, word.count >= 4 { break }
      if byte.isWordly || byte >= 0x80 && byte < 0xC0 {
        word.append(byte.lowercase)
        at += 1
      } else if byte == 0x27 || byte == 0x2E && next.isLetter && word.count <= 3 {
        at += 1
      } else if byte == 0xE2, next == 0x80, at + 2 < bytes.count, bytes[at + 2] == 0x99 {
        at += 3
      } else {
        break
      }
    }
    return (String(decoding: word, as: UTF8.self), at)
  }

  // MARK: Numbers in letters

  /// The tokens with numbers in letters as numbers, “twenty-four” as one, and “two (2)” said once.
  private static func settled(_ raw: [Token]) -> [Token] {
    var tokens: [Token] = []
    var at = 0
    while at < raw.count {
      defer { at += 1 }
      guard case .word(let word) = raw[at], let value = spelled[word] else {
        tokens.append(raw[at])
        dropRepeat(&tokens)
        continue
      }
      var sum = value
      let unit = at + 1 < raw.count && raw[at + 1] == .sign("-") ? at + 2 : at + 1
      if value >= 20, unit < raw.count, case .word(let word) = raw[unit],
        let ones = spelled[word], ones < 10
      {
        sum += ones
        at = unit
      }
      tokens.append(.number(sum))
    }
    return tokens
  }

  private static func dropRepeat(_ tokens: inout [Token]) {
    let count = tokens.count
    guard count >= 4, tokens[count - 1] == .sign(")"), tokens[count - 3] == .sign("("),
      tokens[count - 2] == tokens[count - 4]
    else { return }
    tokens.removeLast(3)
  }

  private static let spelled: [String: Double] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "sixteen": 16, "eighteen": 18,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
  ]
}
