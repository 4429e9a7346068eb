internal import AdModel

/// Hears the suspects of one ad and says which are faults.
struct Court {
  let text: [UInt8]
  let scan: WordScan
  let language: Language
  /// Hashes of words that are right in this ad, sorted: of its company, its place, and those given.
  private let own: [UInt64]
  /// The hash of each unknown word of the ad, sorted, as often as it stands there.
  private let unknown: [UInt64]
  private let code: [ByteRange<Prose>]

  init(ad: Ad, known: [String], scan: WordScan) {
    text = ad.prose
    self.scan = scan
    code = ad.blocks.filter { $0.kind == .code }.map(\.place)
    var own = known.map { WordHash.of(Array($0.utf8)) }
    for field in ad.fields where field.part == .company || field.part == .location {
      Self.hash(ad.prose.span, field.place.utf8, into: &own)
    }
    own.sort()
    self.own = own
    var unknown: [UInt64] = []
    for suspect in scan.suspects where suspect.why == .unknown || suspect.why == .mixedCase {
      unknown.append(suspect.hash)
    }
    unknown.sort()
    self.unknown = unknown
    var total = LanguageCount()
    for line in scan.lines { total.add(line.count) }
    let words = scan.lines.reduce(0) { $0 + $1.words }
    let known = scan.lines.reduce(0) { $0 + $1.known }
    let otherScript = scan.lines.reduce(0) { $0 + $1.otherScript }
    if otherScript * 2 > words {
      language = .mis
    } else {
      // A few small words deceive: “no nights”, “chef de partie”.
      let isEnglish = known * 5 >= words * 3 && total.most - total.english <= 2
      language = words >= 3 && isEnglish ? .en : total.language
    }
  }

  /// Whether some line of the ad is English beyond doubt.
  private var hasEnglish: Bool { scan.lines.contains { $0.count.english >= 4 && isEnglish($0) } }

  /// Whether `line` is English, or too short to tell in an English ad.
  func isEnglish(_ line: WordScan.Line) -> Bool {
    if line.words >= 4, line.known * 2 < line.words { return false }
    if line.count.most > line.count.english { return false }
    if language == .en {
      return line.count.english > 0 || line.known * 3 >= line.words * 2 || line.words < 4
    }
    return line.count.english >= 3 && line.known * 4 >= line.words * 3
  }

  /// The faults of the ad, in the order of their places.
  func faults(_ cache: inout WordCache) -> [WordFault] {
    let mayBeEnglish = language == .en || hasEnglish
    let english = scan.lines.map { mayBeEnglish && isEnglish($0) }
    var found: [WordFault] = []
    var seams: [Seam] = []
    for suspect in scan.suspects where !isCode(suspect) {
      guard english[suspect.line] else {
        if isOther(scan.lines[suspect.line]), let fault = otherFault(suspect) {
          found.append(fault)
        }
        continue
      }
      switch suspect.why {
      case .unknown:
        if let fault = unknown(suspect, &cache) { found.append(fault) }
      case .mixedCase:
        if let seam = humps(suspect, &cache) { seams.append(seam) }
      case .seam:
        if let seam = seam(before: suspect, &cache) { seams.append(seam) }
      case .digits:
        if let seam = seam(beforeDigitsAt: suspect, &cache) { seams.append(seam) }
      case .doubled:
        if let fault = doubled(suspect) { found.append(fault) }
      case .apostrophe:
        if let fault = lostApostrophe(suspect, &cache) { found.append(fault) }
      case .confused:
        if let fault = confused(suspect, &cache) { found.append(fault) }
      }
    }
    let joins = found.count { $0.kind == .runTogether && $0.confidence == .sure }
    // Three humps in prose tell as much as two certain seams do, whatever the words.
    let certain = joins + seams.count(where: \.isCertain)
    let isDamaged = certain >= 2 || certain * 2 + seams.count(where: isProse) >= 3
    found += seams.filter { $0.isCertain || isDamaged }.map(\.fault)
    found.sort {
      ($0.place.lower, -$0.place.upper, $0.kind.rawValue)
        < ($1.place.lower, -$1.place.upper, $1.kind.rawValue)
    }
    var end = -1
    var kept: [WordFault] = []
    for fault in found where fault.place.upper > end {
      end = fault.place.upper
      kept.append(fault)
    }
    return mayBeEnglish ? kept + mixedVariants(english) : kept
  }

  /// Whether it is an uncertain hump between words in small letters: `is ambitiousCooperation with`.
  private func isProse(_ seam: Seam) -> Bool {
    let place = seam.fault.place
    guard !seam.isCertain, seam.fault.kind == .runTogether, byte(place.lower).isLower,
      byte(place.lower - 1) == 0x20, byte(place.upper) == 0x20, byte(place.upper + 1).isLower,
      byte(place.lower - 2).isLower || byte(place.lower - 2) == 0x2C,
      byte(place.upper - 1).isLower
    else { return false }
    return text[place.lower..<place.upper].prefix { $0.isLower }.count >= 4
  }

  /// How often the unknown word stands in the ad.
  func count(of suspect: WordScan.Suspect) -> Int {
    unknown.places(of: suspect.hash).count
  }

  /// Whether nobody knows the word in `range`.
  func isUnknown(_ word: Range<Int>) -> Bool {
    !unknown.places(of: WordHash.of(text.span, word.lowerBound, word.upperBound)).isEmpty
  }

  /// Whether the word is one of the ad's own.
  func isOwn(_ word: Range<Int>) -> Bool {
    guard !own.isEmpty else { return false }
    return !own.places(of: WordHash.of(text.span, word.lowerBound, word.upperBound)).isEmpty
  }

  private func isCode(_ suspect: WordScan.Suspect) -> Bool {
    guard let block = code.last(from: suspect.lower, \.lower) else { return false }
    return suspect.lower < block.upper
  }

  /// Adds the hashes of the words in `range`.
  private static func hash(_ text: Span<UInt8>, _ range: Range<Int>, into hashes: inout [UInt64]) {
    var start = range.lowerBound
    for at in range where !text[at].isLatin && text[at] < 0x80 {
      if start < at { hashes.append(WordHash.of(text, start, at)) }
      start = at + 1
    }
    if start < range.upperBound { hashes.append(WordHash.of(text, start, range.upperBound)) }
  }
}

extension Court {
  /// The byte at `offset`, a line feed outside the text.
  func byte(_ offset: Int) -> UInt8 {
    offset >= 0 && offset < text.count ? text[offset] : 0x0A
  }

  /// The run without blanks around `range`.
  func chunk(_ range: Range<Int>) -> ArraySlice<UInt8> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while !byte(lower - 1).isBlank, range.lowerBound - lower < 200 { lower -= 1 }
    while !byte(upper).isBlank, upper - range.upperBound < 200 { upper += 1 }
    return text[lower..<upper]
  }

  /// Whether the chunk is an address, a path, a placeholder: nothing made of words.
  func isAddress(_ chunk: ArraySlice<UInt8>) -> Bool {
    for at in chunk.indices {
      switch text[at] {
      case 0x40, 0x5F, 0x5C: return true
      case 0x3A: if byte(at + 1) == 0x2F { return true }
      case 0x2E: if isLower("www", endingAt: at) || isLower(".com", at: at) { return true }
      case 0x23:
        if isLower("#url", at: at) || isLower("#email", at: at) || isLower("#phone", at: at) {
          return true
        }
      default: break
      }
    }
    return false
  }

  /// Whether `word`, in any case, stands at `offset`.
  private func isLower(_ word: StaticString, at offset: Int) -> Bool {
    for index in 0..<word.utf8CodeUnitCount {
      let letter = unsafe word.utf8Start[index]
      if byte(offset + index).lowered != letter { return false }
    }
    return true
  }

  private func isLower(_ word: StaticString, endingAt offset: Int) -> Bool {
    isLower(word, at: offset - word.utf8CodeUnitCount)
  }

  /// The letters that end before `offset`.
  func letters(before offset: Int) -> Range<Int> {
    var lower = offset
    while byte(lower - 1).isLatin { lower -= 1 }
    return lower..<offset
  }

  /// The letters that begin at `offset`.
  func letters(at offset: Int) -> Range<Int> {
    var upper = offset
    while byte(upper).isLatin { upper += 1 }
    return offset..<upper
  }

  /// The frequency of the word in `range`, or -1 if nobody writes it.
  func frequency(of range: Range<Int>, _ cache: inout WordCache) -> Int {
    cache.facts(of: text.span, range).frequency
  }

  func fault(
    _ kind: WordFault.Kind, _ range: Range<Int>, _ correction: String?,
    _ confidence: WordFault.Confidence
  ) -> WordFault {
    WordFault(
      kind: kind, place: ByteRange(range), correction: correction, confidence: confidence)
  }
}
