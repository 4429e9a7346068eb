/// Where in a text many patterns may begin: the half of a pattern set that the build can work out.
///
/// Working it out takes seconds for the bundled patterns, reading it nothing: it is used where it
/// stands.
public struct PatternIndex: Sendable {
  /// For each pattern a row of three numbers: its traits, where its needs begin, and where those
  /// that must be near; then the needs, then both trees.
  private let letters: Letters
  /// The number of patterns.
  public let count: Int
  private let keys: Int
  /// Ways to begin where a word begins, and ways to begin anywhere.
  let atWords: PrefixTree
  let anywhere: PrefixTree
  /// The code of patterns, as far as the build compiled it.
  let codes: CompiledPatterns

  private static let rowLetters = 12

  private init(_ letters: Letters, _ codes: CompiledPatterns = .none) {
    self.letters = letters
    self.codes = codes
    count = letters.number(at: 0)
    keys = 4 + (count + 1) * Self.rowLetters
    var place = keys + 4 * letters.number(at: keys - 4)
    atWords = PrefixTree(in: letters, at: &place)
    anywhere = PrefixTree(in: letters, at: &place)
  }

  /// The index whose ``text`` is `text`, of patterns whose code is among `codes`.
  public init(_ text: StaticString, codes: CompiledPatterns) {
    self.init(Letters(text), codes)
  }

  /// The index whose ``text`` is `text`.
  init(text: String, codes: CompiledPatterns = .none) {
    self.init(Letters(Array(text.utf8)), codes)
  }

  /// An index of `patterns` of PCRE2, numbered in their order; where those with numbers among
  /// `searched` begin is left unknown.
  public init(of patterns: [String] = [], searched: Set<Int> = []) {
    self.init(Draft(adding: patterns, searched).letters(isShared: !patterns.isEmpty))
  }

  /// This index and `patterns`, numbered on from ``count``.
  func adding(_ patterns: [String]) -> PatternIndex {
    guard !patterns.isEmpty else { return self }
    var draft = Draft()
    for number in 0..<count {
      draft.rows.append(
        Draft.Row(
          traits: traits(of: number), keys: needs(of: number).map(key),
          near: nearNeeds(of: number).map(key)))
    }
    draft.atWords = atWords.entries
    draft.anywhere = anywhere.entries
    draft.add(patterns)
    return PatternIndex(draft.letters(isShared: false), codes)
  }
}

// MARK: Patterns

extension PatternIndex {
  /// What is known of a pattern.
  struct Traits: OptionSet {
    let rawValue: Int

    /// Nothing is known of its beginning.
    static let isUnknown = Traits(rawValue: 1)
    /// Every match begins with a capital, where case matters.
    static let beginsWithCapital = Traits(rawValue: 2)
    /// What must be near must stand on the same line.
    static let isOneLine = Traits(rawValue: 4)

    /// Within how many words what must be near stands (``Needs/Near``).
    var nearWords: Int {
      get { rawValue >> 8 }
      set { self = Traits(rawValue: rawValue & 0xFF | newValue << 8) }
    }
  }

  func traits(of pattern: Int) -> Traits {
    Traits(rawValue: letters.number(at: 4 + pattern * Self.rowLetters))
  }

  /// Whether it is known how matches of `pattern` begin, so that it is asked only at such places.
  func knowsBeginning(of pattern: Int) -> Bool { !traits(of: pattern).contains(.isUnknown) }

  /// Where ``key(_:)`` has what a text must hold for `pattern` to match: any one of these, if there
  /// are any.
  func needs(of pattern: Int) -> Range<Int> {
    let place = 8 + pattern * Self.rowLetters
    return letters.number(at: place)..<letters.number(at: place + 4)
  }

  /// Where ``key(_:)`` has what must stand near behind the beginning of a match: any one of these, if
  /// there are any.
  func nearNeeds(of pattern: Int) -> Range<Int> {
    let place = 12 + pattern * Self.rowLetters
    return letters.number(at: place)..<letters.number(at: place + 8)
  }

  /// Whether a text must hold something for `pattern` to match, which is known before.
  func hasNeeds(_ pattern: Int) -> Bool {
    !needs(of: pattern).isEmpty || traits(of: pattern).nearWords > 0
  }

  /// Whether a text with `present` holds what `pattern` needs.
  func needs(of pattern: Int, areMetBy present: borrowing NeedSet) -> Bool {
    let needs = needs(of: pattern)
    for index in needs where present.contains(key(index)) { return true }
    return needs.isEmpty
  }

  func key(_ index: Int) -> NeedKey { NeedKey(number: letters.number(at: keys + 4 * index)) }
}

// MARK: Made

extension PatternIndex {
  /// What the trees hold: a pattern, and whether what led to it is a whole match of it if no word
  /// goes on at either end.
  static func entry(_ pattern: Int, isWhole: Bool) -> Int32 {
    Int32(pattern << 1 | (isWhole ? 1 : 0))
  }

  /// The index as printable ASCII.
  public var text: String {
    String(decoding: (0..<letters.count).map { letters[$0] }, as: UTF8.self)
  }

  /// An index that is being made.
  private struct Draft {
    struct Row {
      var traits: Traits
      var keys: [NeedKey]
      var near: [NeedKey]
    }
    var rows: [Row] = []
    var atWords: [PrefixTree.Entry] = []
    var anywhere: [PrefixTree.Entry] = []

    init(adding patterns: [String] = [], _ searched: Set<Int> = []) { add(patterns, searched) }

    mutating func add(_ patterns: [String], _ searched: Set<Int> = []) {
      for (number, pattern) in patterns.enumerated() {
        add(pattern, isSearched: searched.contains(number))
      }
    }

    private mutating func add(_ pattern: String, isSearched: Bool) {
      let number = rows.count
      var traits: Traits = []
      if SyntaxReader.node(of: pattern).beginsWithCapital { traits.insert(.beginsWithCapital) }
      if isSearched {
        traits.insert(.isUnknown)
      } else if let spellings = Spellings(of: pattern) {
        for spelling in spellings.all {
          let isWhole = spelling.allSatisfy(PrefixSymbol.isExact)
          add(spelling, PatternIndex.entry(number, isWhole: isWhole), isAtWordStart: true)
        }
      } else if let beginnings = Beginnings(of: pattern) {
        for prefix in beginnings.prefixes {
          let entry = PatternIndex.entry(number, isWhole: false)
          add(prefix, entry, isAtWordStart: beginnings.isAtWordStart)
        }
      } else {
        traits.insert(.isUnknown)
      }
      let needs = Needs(of: pattern)
      if let near = needs.near {
        traits.nearWords = near.words
        if near.isOneLine { traits.insert(.isOneLine) }
      }
      rows.append(Row(traits: traits, keys: needs.keys, near: (needs.near?.keys ?? []).sorted()))
    }

    private mutating func add(_ prefix: [UInt8], _ entry: Int32, isAtWordStart: Bool) {
      if isAtWordStart, PrefixSymbol.isWord(prefix[0]) {
        atWords.append((prefix, entry))
      } else {
        anywhere.append((prefix, entry))
      }
    }

    /// The letters of the index; `isShared` as in ``PrefixTree/letters(of:isShared:)``.
    func letters(isShared: Bool) -> Letters {
      var text = Letters.of(rows.count)
      var keys: [UInt8] = []
      for row in rows {
        let first = keys.count / 4
        text += Letters.of(row.traits.rawValue) + Letters.of(first)
        text += Letters.of(first + row.keys.count)
        for key in row.keys + row.near { keys += Letters.of(key.number) }
      }
      text += Letters.of(0) + Letters.of(keys.count / 4) + Letters.of(keys.count / 4) + keys
      return Letters(
        text + PrefixTree.letters(of: atWords, isShared: isShared)
          + PrefixTree.letters(of: anywhere, isShared: isShared))
    }
  }
}
