import AdModel

/// How the bytes of a feed become text, window by window.
///
/// UTF-16 is one decision for the whole file. Bytes that are not UTF-8 are a matter of each record:
/// one that was damaged on its way does not change what all others say.
struct WindowDecoding {
  /// How the file is written, as far as it has been read.
  private(set) var encoding: Encoding
  /// Whether that is UTF-8 only because nothing but ASCII has been seen.
  private var isOpen = false
  private let name: String

  /// The decoding of a feed that begins with `sample`, and is no longer if that `isWhole`.
  ///
  /// Unless it `isText` for sure, binary files are told by their control characters. Behind a sample
  /// of nothing but ASCII, the first record of something else tells how the feed is written, if that
  /// `isOpen`.
  init(
    _ sample: [UInt8], isWhole: Bool, isText: Bool, isOpen: Bool, _ name: String
  ) throws(Problem) {
    self.name = name
    if sample.skippingMark(0..<sample.count).isEmpty { throw .emptyFile(name) }
    if let wide = Transcoder.wideEncoding(of: sample) {
      encoding = wide
      var transcoder = Transcoder(name)
      try transcoder.readUTF16(sample, isBigEndian: wide == .utf16BigEndian)
      return
    }
    if !isText, let null = SourceFile.telltaleNull(in: sample) {
      throw .notText(name, byte: null, sample[null])
    }
    // A character that the sample cuts tells nothing.
    let end = isWhole ? sample.count : sample.lastIndex { $0 < 0x80 }.map { $0 + 1 } ?? 0
    let survey = Survey(sample, 0..<end)
    if !isText, survey.broken > 0, survey.isBinary {
      throw .notText(name, byte: survey.firstControl, sample[survey.firstControl])
    }
    encoding = survey.broken == 0 || survey.isUTF8 ? .utf8 : .windows1252
    self.isOpen = isOpen && sample.allSatisfy { $0 < 0x80 }
  }

  /// Sees how the feed is written by the first of `records` that is not ASCII.
  private mutating func settle(by records: [Range<Int>], of text: [UInt8]) {
    guard isOpen, let first = records.first(where: { text[$0].contains { $0 >= 0x80 } }) else {
      return
    }
    isOpen = false
    let survey = Survey(text, first)
    if survey.broken > 0, !survey.isUTF8 { encoding = .windows1252 }
  }

  /// What is seen of a file at once.
  struct View {
    /// Its text; bytes that are not UTF-8 stand in it as they are.
    var text: [UInt8]
    /// Where each character of UTF-16 stood.
    fileprivate var map: SourceMap<Source, Original>?

    /// The number of bytes that `text` begins with up to the character at `upper`.
    func bytes(upTo upper: Int) -> Int {
      guard let map, upper > 0 else { return upper }
      return map.origin(covering: ByteRange(upper - 1, upper)).upper
    }
  }

  /// What is seen in `bytes`, behind which nothing comes if they are the last.
  func view(of bytes: [UInt8], isLast: Bool) -> View {
    guard encoding == .utf16LittleEndian || encoding == .utf16BigEndian else {
      return View(text: bytes)
    }
    var transcoder = Transcoder(name)
    transcoder.readUTF16(bytes, isBigEndian: encoding == .utf16BigEndian, isLast: isLast)
    return View(text: transcoder.text, map: transcoder.map)
  }

  /// The window that `cut` found in bytes that stand behind `offset` others.
  mutating func window(
    of cut: Cut, at offset: Int, firstRecord: Int,
    _ read: @escaping @Sendable (ByteRange<Source>, SourceFile) throws(Problem) -> Ad
  ) -> Window {
    let text = cut.view.text
    settle(by: cut.records, of: text)
    let raw = SourceFile(
      name: name, text: text, encoding: encoding, transcoding: cut.view.map,
      byteCount: text.count, offset: offset, lookahead: text.count - cut.upper)
    var notes = cut.faults.map {
      Window.Note(record: $0.record, problem: $0.problem(raw), isFatal: true)
    }
    var source = raw
    var records = cut.records
    if cut.view.map == nil, !text.span.extracting(0..<cut.upper).isUTF8 {
      let mended = Mended(cut, name)
      source.text = mended.text
      source.transcoding = mended.map
      source.lookahead = mended.text.count - mended.upper
      records = mended.records
      for index in notes.indices {
        notes[index].problem.place = notes[index].problem.place.map(mended.place)
      }
      for (record, damage) in mended.damages where damage.isUTF8 || encoding == .utf8 {
        let problem = Problem(damage, in: source)
        notes.append(Window.Note(record: record, problem: problem, isFatal: false))
      }
    }
    return Window(
      source: source, records: records.map { ByteRange($0) }, firstRecord: firstRecord,
      problem: nil, notes: Dictionary(grouping: notes, by: \.record), read: read)
  }
}

/// The text of a window in which some bytes are not UTF-8, mended record by record.
private struct Mended {
  private var transcoder: Transcoder
  private(set) var records: [Range<Int>] = []
  private(set) var damages: [(record: Int, damage: Transcoder.Damage)] = []
  /// The end of the window's own text.
  private(set) var upper = 0

  var text: [UInt8] { transcoder.text }
  var map: SourceMap<Source, Original> { transcoder.map }

  init(_ cut: Cut, _ name: String) {
    let bytes = cut.view.text
    transcoder = Transcoder(name)
    var at = 0
    for (number, record) in cut.records.enumerated() {
      _ = transcoder.readStretch(bytes, at..<record.lowerBound)
      let lower = text.count
      if let damage = transcoder.readStretch(bytes, record) { damages.append((number, damage)) }
      records.append(lower..<text.count)
      at = record.upperBound
    }
    _ = transcoder.readStretch(bytes, at..<cut.upper)
    upper = text.count
    _ = transcoder.readStretch(bytes, cut.upper..<bytes.count)
  }

  /// Where the bytes at `place` stand in the text.
  func place(_ place: ByteRange<Source>) -> ByteRange<Source> {
    ByteRange(offset(of: place.lower), offset(of: place.upper))
  }

  /// Where the byte `wanted` stands in the text.
  private func offset(of wanted: Int) -> Int {
    var (low, high) = (0, text.count)
    while low < high {
      let middle = (low + high) / 2
      let upper = map.origin(covering: ByteRange(middle, middle + 1)).upper
      if upper > wanted { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension Problem {
  /// Bytes of a record that are not UTF-8.
  fileprivate init(_ damage: Transcoder.Damage, in file: SourceFile) {
    let place = ByteRange<Source>(damage.place, damage.place + 1)
    let count = damage.count == 1 ? "a byte that is" : "\(damage.count) bytes that are"
    let reading = damage.isUTF8 ? "is shown as “\u{FFFD}”" : "is read as Windows-1252"
    self.init(
      id: "broken-encoding", file: file.name, place: place,
      message: "This record has \(count) not UTF-8 (the first is byte"
        + " \(file.original(of: place).lowerBound)), which \(reading); write the feed in UTF-8.",
      losesAds: false)
  }
}
