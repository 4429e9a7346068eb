internal import CPCRE2

/// Patterns as PCRE2 compiles them, made by the build and read where they stand.
///
/// Compiling those that a small ad asks about took a third of all instructions that hirelint spent on
/// it. What the build compiled serves a PCRE2 of the same release; for another there are none here,
/// and each pattern is compiled when it is needed. Each code that is read has tables of its own, a
/// kilobyte, which compiled ones share.
public struct CompiledPatterns: Sendable {
  /// What made them; three numbers: of the patterns, of the bytes of ``dictionary``, and of those of
  /// them that are the head; for each pattern and the end, where its groups begin and how many bytes they
  /// hold unpacked; then groups of four letters for three bytes: the dictionary, and the block of each
  /// code.
  private let letters: Letters
  /// The number of patterns.
  private let count: Int
  /// Where the rows of the patterns are, and where the groups.
  private let rows: Int
  private let groups: Int
  /// What stands before each code while it is unpacked: some codes that are like most, and the head, which
  /// PCRE2 wants to read before any.
  private let dictionary: [UInt8]
  private let headCount: Int

  private static let rowLetters = 8
  /// Of how many bytes the place of a head is a multiple: PCRE2 reads numbers from it.
  static let headAlignment = 16

  /// No patterns.
  static let none = CompiledPatterns()

  private init() {
    letters = Letters([])
    (count, rows, groups, dictionary, headCount) = (0, 0, 0, [], 0)
  }

  /// The patterns whose ``text(of:for:)`` is `text`.
  public init(_ text: StaticString) { self.init(Letters(text)) }

  /// The patterns whose ``text(of:for:)`` is `text`.
  init(text: String) { self.init(Letters(Array(text.utf8))) }

  private init(_ letters: Letters) {
    let maker = Self.maker
    guard letters.count > maker.count, maker.indices.allSatisfy({ letters[$0] == maker[$0] })
    else {
      self.init()
      return
    }
    self.init(letters, behind: maker.count)
  }

  /// The patterns whose numbers begin at `start` of `letters`.
  private init(_ letters: Letters, behind start: Int) {
    self.letters = letters
    count = letters.number(at: start)
    let size = letters.number(at: start + 4)
    headCount = letters.number(at: start + 8)
    rows = start + 12
    let groups = rows + Self.rowLetters * (count + 1)
    self.groups = groups
    unsafe dictionary = [UInt8](unsafeUninitializedCapacity: size + 3) { bytes, count in
      unsafe letters.unpack((size + 2) / 3, at: groups, to: bytes.baseAddress!)
      count = size
    }
  }

  /// A copy of the code of pattern number `number`, which the caller frees; `nil` if it is not here, or
  /// PCRE2 does not take it.
  func copyCode(of number: Int) -> OpaquePointer? {
    unsafe withSerialized(number) { bytes in
      var code: OpaquePointer?
      return unsafe pcre2_serialize_decode_8(&code, 1, bytes.baseAddress, nil) == 1 ? code : nil
    } ?? nil
  }

  /// What `body` makes of the head and the code of pattern number `number`, if it is here.
  func withSerialized<Made>(
    _ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Made
  ) -> Made? {
    guard number < count else { return nil }
    let row = rows + Self.rowLetters * number
    let (first, size) = (letters.number(at: row), letters.number(at: row + 4))
    let last = letters.number(at: row + Self.rowLetters)
    guard size > 0 else { return nil }
    let place = dictionary.count..<dictionary.count + size
    return unsafe withUnsafeTemporaryAllocation(
      byteCount: place.upperBound + 3 * (last - first) + 1, alignment: Self.headAlignment
    ) { room in
      unsafe room.copyBytes(from: dictionary)
      unsafe letters.unpack(
        last - first, at: groups + 4 * first, to: room.baseAddress! + place.upperBound)
      let bytes = unsafe room.bindMemory(to: UInt8.self)
      var span = unsafe bytes.mutableSpan
      Packer.unpack(place.upperBound, to: place, in: &span)
      return unsafe body(
        UnsafeBufferPointer(rebasing: bytes[(dictionary.count - headCount)..<place.upperBound]))
    }
  }

  /// The release of PCRE2, and what else the form of its code hangs on.
  private static var maker: [UInt8] {
    var words = [UInt8](repeating: 0, count: 64)
    let count = unsafe words.withUnsafeMutableBytes {
      unsafe pcre2_config_8(UInt32(PCRE2_CONFIG_VERSION), $0.baseAddress)
    }
    var linkSize: UInt32 = 0
    unsafe pcre2_config_8(UInt32(PCRE2_CONFIG_LINKSIZE), &linkSize)
    return words.prefix(max(0, Int(count) - 1))
      + Array(" \(linkSize) \(MemoryLayout<Int>.size) ".utf8)
  }
}

// MARK: Made

extension CompiledPatterns {
  /// `patterns`, numbered in their order, as `index` says that they are looked for: anchored where it
  /// knows how they begin. A faulty pattern is left out.
  public static func text(of patterns: [Pattern], for index: PatternIndex) -> String {
    let made = patterns.enumerated().map { number, pattern in
      pattern.serialized(isAnchored: index.knowsBeginning(of: number))
    }
    let heads = Set(made.compactMap { $0?.head })
    precondition(heads.count <= 1, "PCRE2 writes other heads for other patterns")
    let head = heads.first ?? []
    let samples = stride(from: 0, to: made.count, by: made.count / sampleCount + 1)
      .flatMap { made[$0]?.code ?? [] }
    let pad = [UInt8](repeating: 0, count: -samples.count & (headAlignment - 1))
    let packer = Packer(dictionary: pad + samples + head)
    var groups = Letters.of(bytes: packer.dictionary)
    var rows: [UInt8] = []
    for code in made.map({ $0?.code ?? [] }) {
      rows += Letters.of(groups.count / 4) + Letters.of(code.count)
      groups += Letters.of(bytes: packer.block(of: code))
    }
    rows += Letters.of(groups.count / 4) + Letters.of(0)
    let counts = [made.count, packer.dictionary.count, head.count].flatMap(Letters.of)
    return String(decoding: maker + counts + rows + groups, as: UTF8.self)
  }

  /// How many codes are in the dictionary at most: with these, the bundled patterns take a third of their room.
  private static let sampleCount = 8
}
