internal import AdModel

/// What the places of a phrase say of one thing, and whether it is one thing that they say.
enum Differing {
  /// The place that gives another value than the first one does, if there is one such value.
  ///
  /// A value is a number or a range of them, in figures or letters, or else the words. Ranges that
  /// touch agree (“20 to 30”, “about 25”). Three values are a list to choose from, and a sentence
  /// with two explains itself.
  static func hit(among places: [ByteRange<Prose>], in evidence: Evidence) -> Hit? {
    var values: [(value: Value, place: ByteRange<Prose>)] = []
    for place in places {
      let value = Value(evidence.ad.prose[place.utf8])
      if !values.contains(where: { $0.value.agrees(with: value) }) {
        values.append((value, place))
      }
    }
    guard values.count == 2, !evidence.sharesSentence(values[1].place, with: [values[0].place])
    else { return nil }
    let isInOrder = evidence.isBefore(values[0].place, values[1].place)
    let (first, later) = isInOrder ? (0, 1) : (1, 0)
    return Hit(
      values[later].place, arguments: ["other": evidence.text(values[first].place)])
  }

  /// Numbers from the least to the most, or words.
  enum Value: Equatable {
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

    func agrees(with other: Value) -> Bool {
      switch (self, other) {
      case (.numbers(let a, let b), .numbers(let c, let d)):
        a == b || c == d ? a <= d && c <= b : max(a, c) < min(b, d)
      default: self == other
      }
    }
  }
}
