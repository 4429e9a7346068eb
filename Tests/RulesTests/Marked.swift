/// A text in which some words are marked, and which keeps the marks however it is spelled.
struct Marked {
  var bytes: [UInt8] = []
  /// The marked words, in bytes of the text.
  var marks: [Range<Int>] = []

  init(_ bytes: some Sequence<UInt8>, marks: [Range<Int>] = []) {
    self.bytes = Array(bytes)
    self.marks = marks
  }

  /// A text without marks.
  init(_ text: String) { bytes = Array(text.utf8) }

  /// How a character is written, and what stands around it and is no part of it, such as a tag.
  struct Spelling {
    var before = ""
    var sign: String
    var behind = ""
  }

  /// The same text with each character as `spell` writes the one at this byte.
  func spelled(_ spell: (Unicode.Scalar, Int) -> Spelling) -> Marked {
    var new = Marked("")
    var starts: [Int: Int] = [:]
    var ends: [Int: Int] = [:]
    var at = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let spelling = spell(scalar, at)
      new.bytes += spelling.before.utf8
      starts[at] = new.bytes.count
      new.bytes += spelling.sign.utf8
      at += UTF8.width(scalar)
      ends[at] = new.bytes.count
      new.bytes += spelling.behind.utf8
    }
    new.marks = marks.compactMap { mark in
      guard let start = starts[mark.lowerBound], let end = ends[mark.upperBound] else { return nil }
      return start..<end
    }
    return new
  }

  static func += (text: inout Marked, more: Marked) {
    let shift = text.bytes.count
    text.bytes += more.bytes
    text.marks += more.marks.map { $0.lowerBound + shift..<$0.upperBound + shift }
  }

  static func += (text: inout Marked, more: String) { text.bytes += more.utf8 }
}

extension UTF8 {
  /// The number of bytes of `scalar`.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case ..<0x80: 1
    case ..<0x800: 2
    case ..<0x10000: 3
    default: 4
    }
  }
}
