internal import AdModel

/// Numbers from the least to the most, in figures or letters; where there is none, the words.
enum FigureRange: Hashable {
  case numbers(Double, Double)
  case words([UInt8])

  init(_ text: some Sequence<UInt8>) {
    var figures: [Double] = []
    var word: [UInt8] = []
    var words: [UInt8] = []
    /// Whether a hyphen stands before ``word``, a number in letters before that, and one at all.
    var (isJoined, isSpelled, isCounted) = (false, false, false)
    func close() {
      if word.isEmpty { return }
      let spelled = Self.spelled[String(decoding: word, as: UTF8.self)]
      let count = figures.count
      if word.elementsEqual("dozen".utf8) {
        // “two dozen”, “a dozen”
        if isCounted, let last = figures.popLast() {
          figures.append(last * 12)
        } else {
          figures.append(12)
        }
      } else if isJoined, isSpelled, let ones = spelled, ones < 10, let tens = figures.last,
        tens >= 20
      {
        // “sixty-one”
        figures[figures.count - 1] = tens + ones
      } else if let figure = spelled ?? Self.figure(word) {
        figures.append(figure)
      }
      isCounted = figures.count > count
      (isJoined, isSpelled) = (false, spelled != nil)
      word = []
    }
    for byte in text {
      let isPart = byte.isLower || byte.isUpper || byte.isDigit || byte >= 0x80
      if isPart || byte == UInt8(ascii: ".") && word.last?.isDigit == true {
        word.append(byte.folded)
      } else {
        close()
        isJoined = byte == UInt8(ascii: "-")
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
    Double(String(decoding: word, as: UTF8.self).prefix { $0.isNumber || $0 == "." })
  }

  private static let spelled: [String: Double] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
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
