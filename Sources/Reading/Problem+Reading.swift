import AdModel

extension Problem {
  /// A text that is not JSON: where, what stands there, and what should.
  init(_ fault: JSONFault, in file: SourceFile) {
    self.init(
      id: "broken-json", fault, in: file, what: "This record",
      end: "mend it, or tell the format with --input.")
  }

  /// Data in a page that are not JSON.
  init(inDataOfPage fault: JSONFault, in file: SourceFile) {
    self.init(
      id: "broken-json-ld", fault, in: file, what: "The JobPosting in this page",
      end: "search engines skip it, and so does this check.")
    losesAds = false
  }

  private init(id: String, _ fault: JSONFault, in file: SourceFile, what: String, end: String) {
    let text = file.text
    let isAtEnd = fault.offset >= text.count
    let place = ByteRange<Source>(
      min(fault.offset, text.count), isAtEnd ? text.count : fault.offset + 1)
    let found: String =
      if isAtEnd || text[fault.offset].isLineEnd {
        isAtEnd ? "the file ends" : "the line ends"
      } else {
        "found \(Self.quoted(text, at: fault.offset))"
      }
    self.init(
      id: id, file: file.name, place: place,
      message: "\(what) is not valid JSON: expected \(fault.expected.rawValue), but \(found)"
        + " (byte \(file.original(of: place).lowerBound)); \(end)")
  }

  /// A page that shows one ad and holds the data of more.
  init(severalPostings postings: [JSONLD.Posting], in file: SourceFile) {
    self.init(
      id: "several-postings", file: file.name, place: ByteRange(postings[1].range),
      message: "This page has text of its own and \(postings.count) JobPostings, of which only the"
        + " one with its title, or else the first, is checked with it; give each job a page.")
  }

  /// JSON that is valid, but no ad.
  init(notAnAd node: JSONTape.Node, in file: SourceFile) {
    let kind =
      switch node.kind {
      case .object: "an object"
      case .array: "an array"
      case .string: "a string"
      case .number: "a number"
      case .bool: "true or false"
      case .null: "null"
      }
    self.init(
      id: "not-an-ad", file: file.name, place: ByteRange(node.withQuotes),
      message: "This record is \(kind); an ad is an object with fields such as “title” and"
        + " “description”.")
  }

  /// An object that may be anything, but for an ad.
  init(noFieldIn object: JSONTape.Node, in file: SourceFile) {
    self.init(
      id: "not-an-ad", file: file.name, place: ByteRange(object.withQuotes),
      message:
        "This object has no field with the title, the text, the company, the place or the pay"
        + " of a job; give the fields names such as “title” and “description”.")
  }

  /// The character at `offset`, in quotation marks, or its number if it cannot be shown.
  private static func quoted(_ text: [UInt8], at offset: Int) -> String {
    let tail = String(decoding: text[offset..<min(text.count, offset + 4)], as: UTF8.self)
    guard let scalar = tail.unicodeScalars.first else { return "nothing" }
    if scalar.properties.generalCategory == .control || scalar == "\u{FFFD}" {
      return "the byte \(text[offset])"
    }
    return "“\(Character(scalar))”"
  }
}
