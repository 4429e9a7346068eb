/// The words around a name, as far as they tell whether it is a place and what for.
struct Context {
  /// The word right before, with nothing but blanks between.
  var before: Word?
  var beforeCues: Cues = []
  /// The mark right before, such as a comma; 0 where a word stands, a line feed at the start.
  var markBefore: UInt8 = 0
  /// The word before the mark.
  var beforeMark: Word?
  var after: Word?
  var afterCues: Cues = []
  /// The mark right after; 0 where a word stands, a line feed at the end.
  var markAfter: UInt8 = 0
  /// Whether the name opens a sentence, so that its capital tells nothing.
  var opensSentence = false
  /// What the nearest telling word before says: ``Cues/work``, ``Cues/elsewhere`` or nothing.
  var bearing: Cues = []
  /// Whether a word before praises: “the largest in”.
  var boasts = false
  /// Whether the name is a possessive: “London's”.
  var isPossessive = false
  /// Whether that word speaks of the job and not of a company: “the role is based in”.
  var isOfTheJob = false
  /// Whether one of the words before names the job.
  var speaksOfJob = false
  /// Whether the word behind a hyphen and “based” names the job, or no word follows: “a Leeds-based
  /// role”, and not “our Leeds-based mill”.
  var isBaseOfJob = false
  /// Whether a word in small letters follows that tells nothing of places, and no “in” stands before.
  var isAdjective: Bool {
    guard markAfter == 0, let after, !after.isCapitalised else { return false }
    return afterCues.isEmpty && beforeCues.isDisjoint(with: [.spatial, .work])
  }
  /// Whether it stands in one of the first lines of its field.
  private(set) var isInHead = false
  /// Whether the words before say that the job reports to there: “reports to our Boston office”.
  var isReportedTo = false

  /// Where the words before begin to be read, and the field they stand in.
  private var end = 0
  private let lowest: Int

  init(_ text: [UInt8], _ name: Range<Int>, in field: Range<Int>) {
    lowest = field.lowerBound
    isInHead = name.lowerBound - lowest < 160
    readBefore(text, name.lowerBound)
    readAfter(text, name.upperBound, field.upperBound)
  }

  /// Reads the mark and the word right before.
  private mutating func readBefore(_ text: [UInt8], _ start: Int) {
    end = start
    while end > lowest, Letters.isBlank(text[end - 1]) || text[end - 1] == 0x2A { end -= 1 }
    guard end > lowest, text[end - 1] != 0x0A else {
      markBefore = 0x0A
      opensSentence = true
      end = lowest
      return
    }
    markBefore = Context.isWordByte(text[end - 1]) ? 0 : text[end - 1]
    if markBefore == 0x2E || markBefore == 0x21 || markBefore == 0x3F { opensSentence = true }
    guard let word = Context.word(text, before: end, lowest) else { return }
    if markBefore == 0 { before = word } else { beforeMark = word }
    if Context.ends(text, word.end, end) {
      opensSentence = true
    } else if markBefore == 0 {
      beforeCues = Cues.of(word)
      // The French “à” has the base letter of an English article.
      if word.end - word.start == 2, text[word.start] == 0xC3, text[word.start + 1] & 0xDF == 0x80 {
        beforeCues = .spatial
      }
      // “en el centro de Sevilla”
      if word.hash == Context.of, let owner = Context.word(text, before: word.start, lowest),
        owner.end + 1 == word.start, Context.middles.contains(owner.hash)
      {
        beforeCues = .spatial
      }
    }
  }

  private static let of = hashes("de")[0]
  private static let middles = hashes("centro centre coeur ville ciudad barrio quartier provincia")

  /// Whether a comma and a name that may be a town's stand before: “in Lipany, Slovakia”, or alone on a
  /// line over the text, or at the end of a title.
  func standsBehindTown(_ text: [UInt8], isTitle: Bool) -> Bool {
    let endsLine = markAfter == 0x0A || markAfter == 0x29
    var index = end - 1
    for count in 0..<4 {
      while index > lowest, Letters.isBlank(text[index - 1]) || text[index - 1] == 0x2D {
        index -= 1
      }
      let isOpen = index == lowest || text[index - 1] == 0x0A
      if count > 0 {
        if isOpen { return !isTitle && isInHead && endsLine }
        switch text[index - 1] {
        case UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: "|"), 0x93, 0x94:
          return endsLine && (isTitle || isInHead)
        default: break
        }
      }
      guard !isOpen, Context.isWordByte(text[index - 1]),
        let word = Context.word(text, before: index, lowest), word.end == index
      else { return false }
      let cues = Cues.of(word)
      if count > 0, !word.isCapitalised {
        return !cues.isDisjoint(with: [.spatial, .work])
      }
      guard word.isCapitalised, word.letters > 2, !word.isAllCapitals,
        cues.isDisjoint(with: [.opener, .site, .mode, .label, .elsewhere, .work, .direction])
      else { return false }
      index = word.start
    }
    return false
  }

  /// Whether it stands in one of the first lines, behind nothing but another name and a mark: “Elm House,
  /// Hove”, “Bell & Sons – Nantes (44)”, “Larkfield · Berlin, hybrid”.
  func standsBehindName(_ text: [UInt8]) -> Bool {
    guard isInHead, Context.endings.contains(markAfter),
      afterCues.isDisjoint(with: [.work, .manner]), end > lowest
    else { return false }
    var index = end
    switch text[index - 1] {
    case UInt8(ascii: ","), UInt8(ascii: "|"), UInt8(ascii: "("): index -= 1
    case 0xB7 where index - lowest > 1 && text[index - 2] == 0xC2: index -= 2
    case 0x93, 0x94:
      guard index - lowest > 2, text[index - 2] == 0x80 else { return false }
      index -= 3
    case UInt8(ascii: "-") where index - lowest > 1 && text[index - 2] == 0x20: index -= 1
    default: return false
    }
    let lineEnd = text[lowest..<index].lastIndex(of: 0x0A)
    var (isName, at) = (false, lineEnd.map { $0 + 1 } ?? lowest)
    let start = at
    /// Whether the line so far is one word for a workplace.
    var isSite = false
    while at < index {
      guard Letters.letter(text, at, index).width > 0 else {
        // Behind a sentence or a label other than “School:”, others decide.
        if Context.pauses.contains(text[at]) {
          guard isSite, text[at] == 0x3A else { return false }
          (isName, isSite) = (false, false)
        }
        at += 1
        continue
      }
      let word = Word(text, at: at, end: index)
      if word.isCapitalised {
        isName = true
      } else if word.letters > 3, !Cues.of(word).contains(.street) {
        return false
      }
      isSite = at == start && Cues.of(word).contains(.site)
      at = word.end
    }
    return isName
  }

  /// The end of a line, `(`, `)`, `,`, `-`, `|`, and the first bytes of a dot and of a dash in the middle.
  private static let endings: [UInt8] = [0x0A, 0x28, 0x29, 0x2C, 0x2D, 0x7C, 0xC2, 0xE2]
  /// `:`, `;`, `?` and `!`.
  private static let pauses: [UInt8] = [0x3A, 0x3B, 0x3F, 0x21]

  /// Reads what the words before say of the name, up to eight and to the start of the sentence.
  ///
  /// Most names are judged by what stands right beside them, and need no more.
  mutating func readBearing(_ text: [UInt8]) {
    var isFirst = true
    var wasOffice = false
    var count = 0
    var index = end
    var wasTo = false
    var isSeat = false
    var bearsOnJob = false
    var next: Word?
    while count < 8, let word = Context.word(text, before: index, lowest) {
      if Context.ends(text, word.end, index) { break }
      let cues = Cues.of(word)
      if cues.contains(.boast), count < 7 { boasts = true }
      if bearing.isEmpty {
        if cues.contains(.work) {
          bearing = .work
        } else if cues.contains(.elsewhere), !(isFirst && markBefore == 0x3A) {
          bearing = isOwn(word, text) ? .work : .elsewhere
        }
      }
      if bearing.isEmpty, word.hash == Context.head, wasOffice { bearing = .elsewhere }
      wasOffice = cues.contains(.site)
      if cues.contains(.reporting), wasTo, !bearsOnJob {
        isReportedTo = speaksOfTheJob(text, before: word)
        if !isReportedTo, bearing.isEmpty { bearing = .elsewhere }
      }
      // “take the Jubilee line to Canary Wharf”
      if count == 1, bearing.isEmpty, next?.hash == Context.to, Context.transit.contains(word.hash)
      {
        bearing = .work
      }
      // “your boss sits in our Rye office”
      isSeat = isSeat || Context.seats.contains(word.hash)
      if isSeat, !bearsOnJob, Context.bosses.contains(word.hash) {
        isReportedTo = isReportedTo || isYours(word, text)
      }
      wasTo = Context.answers(word)
      if Context.isJob(word) || cues.contains(.list) { bearsOnJob = true }
      if bearing == .work, Context.isJob(word) {
        isOfTheJob = true
        speaksOfJob = true
      }
      let isWork = next.map { Context.isWork(word, $0) } ?? false
      if bearing == .elsewhere, cues.contains(.work) && count < 6 || isWork { bearing = .work }
      next = word
      isFirst = false
      count += 1
      index = word.start
    }
    if bearing == .work, count <= 3 { isOfTheJob = true }
  }

  /// Whether `word` is an institution of the employer: “our college in”.
  private func isOwn(_ word: Word, _ text: [UInt8]) -> Bool {
    guard Context.institutions.contains(word.hash),
      let before = Context.word(text, before: word.start, lowest)
    else { return false }
    return before.hash == Context.our && !Context.ends(text, before.end, word.start)
  }

  private static let institutions = hashes("college university institute academy museum bank")
  private static let our = hashes("our")[0]

  /// Whether `word` is somebody whom the reader works for: “your line manager”.
  private func isYours(_ word: Word, _ text: [UInt8]) -> Bool {
    var index = word.start
    for _ in 0..<2 {
      guard let before = Context.word(text, before: index, lowest),
        !Context.ends(text, before.end, index)
      else { return false }
      if before.hash == Context.your { return true }
      index = before.start
    }
    return false
  }

  private static let to = hashes("to")[0]
  private static let transit = hashes("line train bus tram dart luas metro tube subway ferry")
  private static let your = hashes("your")[0]
  private static let bosses = hashes("boss manager supervisor chief director lead leader head")
  private static let seats = hashes("sits sit office")

  /// Whether `word`, a form of “report”, is what the job does and not a paper: “weekly reports to”.
  private func speaksOfTheJob(_ text: [UInt8], before word: Word) -> Bool {
    guard let before = Context.word(text, before: word.start, lowest),
      !Context.ends(text, before.end, word.start)
    else { return true }
    return Context.reporters.contains(before.hash)
      || text[before.end..<word.start].contains(0x2C) || word.isCapitalised
  }

  private mutating func readAfter(_ text: [UInt8], _ end: Int, _ limit: Int) {
    var index = Context.pastArrondissement(text, end, limit)
    while index < limit, Letters.isBlank(text[index]) { index += 1 }
    guard index < limit, text[index] != 0x0A else {
      markAfter = 0x0A
      return
    }
    if index + 1 < limit, text[index] == 0x27 || text[index] == 0xE2 {
      let after = text[index] == 0x27 ? index + 1 : min(index + 3, limit - 1)
      isPossessive = text[after] == 0x73
    }
    if Letters.letter(text, index, limit).width > 0, index > end {
      let word = Word(text, at: index, end: limit)
      after = word
      afterCues = Cues.of(word)
    } else {
      markAfter = text[index]
      if markAfter == 0x2D, index + 1 < limit, Letters.letter(text, index + 1, limit).width > 0 {
        let word = Word(text, at: index + 1, end: limit)
        after = word
        afterCues = Cues.of(word)
        if afterCues.contains(.work) { isBaseOfJob = Context.goesOnWithJob(text, word.end, limit) }
      }
    }
  }

  /// Where “ 4e” or “ 11ème”, the number of a quarter of a French city, ends, or else `end`.
  private static func pastArrondissement(_ text: [UInt8], _ end: Int, _ limit: Int) -> Int {
    var index = end + 1
    guard index < limit, text[end] == 0x20 else { return end }
    while index < limit, Letters.isDigit(text[index]) { index += 1 }
    guard (2...3).contains(index - end), index < limit, Letters.letter(text, index, limit).width > 0
    else { return end }
    let word = Word(text, at: index, end: limit)
    return ordinals.contains(word.hash) ? word.end : end
  }

  private static let ordinals = hashes("e er ème eme")

  /// Whether a word for the job follows at `end`, or none.
  private static func goesOnWithJob(_ text: [UInt8], _ end: Int, _ limit: Int) -> Bool {
    let next = end + 1
    guard next < limit, text[end] == 0x20, Letters.letter(text, next, limit).width > 0 else {
      return true
    }
    return posts.contains(Word(text, at: next, end: limit).hash)
  }

  private static let posts = hashes(
    """
    role position job post vacancy opportunity contract work and or with on for in from at candidates \
    candidate applicants applicant residents roles positions jobs only
    """)

  /// The word that ends at or before `end`, skipping marks and digits.
  private static func word(_ text: [UInt8], before end: Int, _ lowest: Int) -> Word? {
    var stop = end
    while stop > lowest, !isWordByte(text[stop - 1]) {
      if text[stop - 1] == 0x0A { return nil }
      stop -= 1
    }
    var start = stop
    while start > lowest, isWordByte(text[start - 1]) || text[start - 1] == 0x27 { start -= 1 }
    while start < stop, Letters.letter(text, start, stop).width == 0 { start += 1 }
    return start < stop ? Word(text, at: start, end: stop) : nil
  }

  /// Whether a sentence ends between a word and what follows at `next`.
  private static func ends(_ text: [UInt8], _ end: Int, _ next: Int) -> Bool {
    guard end < next else { return false }
    for index in end..<next {
      switch text[index] {
      case 0x0A, 0x21, 0x3F: return true
      case 0x2E where index + 1 >= text.count || !Letters.isDigit(text[index + 1]): return true
      default: continue
      }
    }
    return false
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0xC3 && byte < 0xE0 || byte >= 0x80 && byte < 0xC0
      || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
  }

  /// Whether `word` stands between “report” and the place or person reported to.
  private static func answers(_ word: Word) -> Bool { answering.contains(word.hash) }

  private static let answering = hashes("to into directly by from")

  private static let reporters = hashes(
    """
    will you youll role position job post and also this it who directly incumbent must be is \
    would successful candidate
    """)

  /// Whether `word` and `next`, which follows it, say that people work there: “work out of our client's
  /// depot in”.
  private static func isWork(_ word: Word, _ next: Word) -> Bool {
    works.contains(word.hash) && whereabouts.contains(next.hash)
  }

  private static let works = hashes("work working")
  private static let whereabouts = hashes("out at in from")

  private static func hashes(_ words: String) -> [UInt64] {
    words.split(separator: " ").map { $0.utf8.reduce(Word.seed) { Word.mix($0, $1) } }
  }

  private static let head = "head".utf8.reduce(Word.seed) { Word.mix($0, $1) }

  private static func isJob(_ word: Word) -> Bool { jobs.contains(word.hash) }

  private static let jobs = hashes("role position job be post vacancy opportunity you stelle")
}
