internal import AdModel

/// Numbers from the least to the most, in figures or letters; where there is none, the words.
enum FigureRange: Hashable {
  case numbers(Double, Double)
  case words([UInt8])

  init(_ text: some Sequence<UInt8>) {
    var figures: [Double] = []
    var word: [UInt8] = []
    var words: [UInt8] = []
    func close() {
      if let figure = Self.figure(word) { figures.append(figure) }
      word = []
    }
    for byte in text {
      let isPart = byte.isLower || byte.isUpper || byte.isDigit || byte >= 0x80
      if isPart || byte == UInt8(ascii: ".") && word.last?.isDigit == true {
        word.append(byte.folded)
      } else {
        close()
      }
      if isPart { words.append(byte.folded) }
    }
    close()
    if let least = figures.min(), let most = figures.max() {
      self = .numbers(least, most)
    } else {
      self = .words(words)
    }
  }

  private static func figure(_ word: [UInt8]) -> Double? {
    let text = String(decoding: word, as: UTF8.self)
    return spelled[text] ?? Double(text.prefix { $0.isNumber || $0 == "." })
  }

  private static let spelled: [String: Double] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12, "eighteen": 18, "twenty": 20, "thirty": 30, "forty": 40,
  ]

  /// Whether they are the same, or ranges that touch.
  func agrees(with other: FigureRange) -> Bool {
    switch (self, other) {
    case (.numbers(let a, let b), .numbers(let c, let d)):
      a == b || c == d ? a <= d && c <= b : max(a, c) < min(b, d)
    default: self == other
    }
  }
}
