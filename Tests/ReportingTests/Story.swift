import AdModel
import Reporting

/// A run that never was: files, what was said about their ads, and what was wrong with them.
struct Story {
  struct Chapter {
    var file: ReportedFile
    /// The bytes of the file on disk.
    var bytes: [UInt8]
    var verdicts: [Verdict]
    var problems: [Problem] = []
  }

  var rules = Story.rules
  var arguments = ["check", "ads", "feeds"]
  var checkout: Checkout?
  var chapters: [Chapter] = []
  /// Problems with files that could not even be read.
  var losses: [Problem] = []

  /// The report of it, as `options` wish.
  func report(_ name: String, _ options: ReportOptions = ReportOptions()) throws -> String {
    var reporter = try Reporters.named(name).init(options)
    var out: [UInt8] = []
    reporter.begin(
      Run(
        version: "0.1.0", rules: rules, rulesDigest: "sha256:0123",
        arguments: arguments, checkout: checkout), to: &out)
    for problem in losses { reporter.add(problem, in: nil, to: &out) }
    for chapter in chapters {
      reporter.begin(chapter.file, to: &out)
      for problem in chapter.problems { reporter.add(problem, in: chapter.file, to: &out) }
      for verdict in chapter.verdicts { reporter.add(verdict, in: chapter.file, to: &out) }
      reporter.end(chapter.file, to: &out)
    }
    reporter.end(summary, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  private var summary: Summary {
    let verdicts = chapters.flatMap(\.verdicts)
    let findings = verdicts.flatMap(\.findings)
    return Summary(
      files: chapters.count, ads: verdicts.count,
      cleanAds: verdicts.count { $0.findings.isEmpty },
      errors: findings.count { $0.level == .error },
      warnings: findings.count { $0.level == .warning },
      notes: findings.count { $0.level == .note },
      byRule: Dictionary(findings.map { ($0.rule, 1) }, uniquingKeysWith: +),
      problems: losses.count + chapters.reduce(0) { $0 + $1.problems.count }, exitCode: 1,
      exitReason: "There are findings of level error.")
  }

  /// Adds a file of UTF-8 text; `write` tells of its ads.
  mutating func add(_ name: String, _ text: String, _ write: (inout Page) -> Void) {
    add(SourceFile(name: name, text: Array(text.utf8)), bytes: Array(text.utf8), write)
  }

  /// Adds a file of which each character is written by `encode`.
  mutating func add(
    _ name: String, _ text: String, in encoding: Encoding,
    by encode: (Unicode.Scalar) -> [UInt8], _ write: (inout Page) -> Void
  ) {
    var bytes: [UInt8] = []
    var map = SourceMap<Source, Original>()
    for scalar in text.unicodeScalars {
      let start = bytes.count
      bytes += encode(scalar)
      map.append(rewritten: ByteRange(start, bytes.count), as: UTF8.width(scalar))
    }
    let source = SourceFile(
      name: name, text: Array(text.utf8), encoding: encoding, transcoding: map,
      byteCount: bytes.count)
    add(source, bytes: bytes, write)
  }

  private mutating func add(
    _ source: SourceFile, bytes: [UInt8], _ write: (inout Page) -> Void
  ) {
    let file = ReportedFile(source, sha256: sha256(bytes), index: chapters.count)
    var page = Page(chapter: Chapter(file: file, bytes: bytes, verdicts: []), rules: rules)
    write(&page)
    chapters.append(page.chapter)
  }
}

/// A file of a story while it is being written.
struct Page {
  var chapter: Story.Chapter
  let rules: [Rule]

  var text: [UInt8] { chapter.file.source.text }

  /// Where the words `words` stand for the `nth` time (from 0) at or after `start`.
  func place(of words: String, nth: Int = 0, from start: Int = 0) -> ByteRange<Source> {
    let wanted = Array(words.utf8)
    var left = nth
    for at in start...(text.count - wanted.count) where text[at...].starts(with: wanted) {
      if left == 0 { return ByteRange(at, at + wanted.count) }
      left -= 1
    }
    preconditionFailure("“\(words)” is not in \(chapter.file.source.name)")
  }

  /// Tells of an ad that stands in `record`.
  mutating func ad(
    _ id: String, title: String = "", company: String = "", language: String = "en",
    record: ByteRange<Source>? = nil, score: Score = Score(points: 100), _ findings: Finding...
  ) {
    add(
      id, title: title, company: company, language: language, record: record, score: score,
      findings)
  }

  /// The same with the findings in an array.
  mutating func add(
    _ id: String, title: String = "", company: String = "", language: String = "en",
    record: ByteRange<Source>? = nil, score: Score = Score(points: 100), _ findings: [Finding]
  ) {
    let summary = AdSummary(
      id: id, title: title, company: company, language: language,
      record: record ?? ByteRange(0, text.count), index: chapter.verdicts.count)
    chapter.verdicts.append(
      Verdict(
        ad: summary,
        findings: Findings(findings.sorted { $0.place.lower < $1.place.lower }, rules: rules),
        score: score))
  }

  /// A finding of `rule` at `place`, whose words a person reads as `words`.
  func finding(
    _ rule: String, at place: ByteRange<Source>, _ words: String, field: String = "text",
    pointer: String = "", anchor: Anchor = .words, suggestion: String = "", fix: String? = nil,
    level: Level? = nil, laws: [LegalBasis] = [], number: Int = 0
  ) -> Finding {
    let rule = rules.first { $0.id == rule }!
    return Finding(
      rule: rule.id, level: level ?? rule.level,
      message: rule.message.split(separator: "{words}", omittingEmptySubsequences: false)
        .joined(separator: words),
      arguments: rule.message.contains("{words}") ? [words] : [], place: place,
      prose: ByteRange(0, words.utf8.count), words: words, field: field, pointer: pointer,
      anchor: anchor, suggestion: suggestion,
      fix: fix.map { Fix(place: place, replacement: $0, applicability: .safe) },
      laws: laws, fingerprint: "\(sha256(Array((rule.id + words).utf8)).prefix(32)):\(number)")
  }
}

extension Story {
  static let rules = [
    Rule(
      id: "bias/native-speaker", title: "Native speaker wanted",
      message: "“{words}” asks for a birthplace, not for a skill.",
      why: "A mother tongue says where somebody was born.", instead: "Ask for a level, such as C1.",
      level: .error, precision: .high,
      flags: [Example(text: "[A] native speaker *only*.", marks: [4..<18])],
      passes: [Example(text: "Native title rights.")],
      cites: [
        Citation(title: "Directive 2000/43/EC", url: "https://eur-lex.europa.eu/eli/dir/2000/43/oj")
      ], pillar: .inclusion),
    Rule(
      id: "bias/young-team", title: "Age preference",
      message: "“{words}” tells older candidates they are not wanted.",
      why: "Age is rarely a genuine requirement, and hiring by it is unlawful in most places.",
      instead: "Say how the team works, not how old it is.", level: .error, precision: .medium,
      flags: [
        Example(
          text: "Join our young team.", marks: [9..<14], becomes: "Join our energetic team.")
      ], passes: [Example(text: "You support young people.")], pillar: .inclusion),
    Rule(
      id: "pay/missing-pay", title: "No pay", message: "The ad does not say what the job pays.",
      why: "Ads with pay get more applications.", instead: "State a range and a period.",
      level: .warning, pillar: .facts),
    Rule(
      id: "style/placeholder", title: "Placeholder left in the ad",
      message: "“{words}” is a placeholder {of a template} that nobody filled in.",
      why: "It looks careless.", instead: "Fill it in.", level: .note),
  ]

  static let payLaw = LegalBasis(
    obligation: "XX-pay", jurisdiction: "Utopia", citation: "Pay Act, s. 1",
    url: "https://eur-lex.europa.eu/eli/dir/2000/43/oj", asks: "to state the pay",
    since: "2021-01-01", confidence: "high", level: .error,
    condition: "if you have 15 or more employees", doubt: "the job may be elsewhere")

  enum Name: String, CaseIterable { case many, hostile, nothing }

  init(_ name: Name) {
    switch name {
    case .many: self = .many
    case .hostile: self = .hostile
    case .nothing: self = Story()
    }
  }

  /// Files of several formats and encodings, with all that is hard to count.
  static var many: Story {
    var story = Story()
    story.add(
      "ads/kellner wien.md",
      "# Kellner (m/w) 😀\r\n\r\nWir suchen 👩‍🍳 eine junge Kellnerin 😀 mit Deutsch als "
        + "Muttersprache.\r\n\r\nGehalt: [n. V.](x) – [[NAME]]\r\n"
    ) { page in
      page.ad(
        "kellner-wien", title: "Kellner (m/w) 😀", company: "Café Müller", language: "de",
        score: .low,
        page.finding(
          "pay/missing-pay", at: page.place(of: "Kellner"), "", field: "title", anchor: .title),
        page.finding("bias/young-team", at: page.place(of: "junge"), "junge", fix: "freundliche"),
        page.finding(
          "bias/native-speaker", at: page.place(of: "Deutsch als Muttersprache"),
          "Deutsch als Muttersprache", suggestion: "Write “Deutsch C1”."),
        page.finding("style/placeholder", at: page.place(of: "[[NAME]]"), "[[NAME]]"))
    }
    story.add(
      "ads/clerk.txt",
      "\u{FEFF}Büroange\u{301}stellter\rYoung, junge\u{301} und 😀 young\rSalary:\rNative speaker"
    ) { page in
      page.ad(
        "clerk", title: "Clerk",
        page.finding("bias/young-team", at: page.place(of: "Young"), "Young"),
        page.finding("bias/young-team", at: page.place(of: "young"), "young", number: 1),
        page.finding(
          "pay/missing-pay",
          at: ByteRange(page.place(of: "Salary:").upper, page.place(of: "Salary:").upper), "",
          field: "Salary", anchor: .emptyValue),
        page.finding("bias/native-speaker", at: page.place(of: "Native speaker"), "Native speaker"))
    }
    story.add(
      "ads/nurse.html",
      "<html><body>\n<h1>Nurse &amp; carer</h1>\n<p>A <b>young&nbsp;team</b> of {{n}} people.</p>\n"
    ) { page in
      page.ad(
        "nurse", title: "Nurse & carer", company: "St. Mary's",
        page.finding(
          "pay/missing-pay", at: ByteRange(0, 6), "", anchor: .record, level: .error,
          laws: [Story.payLaw]),
        page.finding(
          "bias/young-team", at: page.place(of: "young&nbsp;team"), "young team", field: "body",
          fix: "friendly&nbsp;team"),
        page.finding("style/placeholder", at: page.place(of: "{{n}}"), "{{n}}", field: "body"))
    }
    story.add(
      "feeds/ads.ndjson",
      #"{"id":"N-1","title":"Nurse 😀","text":"A young, fit nurse \u2013 young \ud83d\ude00 at heart"}"#
        + "\n" + #"{"id":"N-2","title":"Clerk","text":"OK","salary":""}"# + "\n"
        + #"{"id":"N-3","title":"Cook","text":"We cook."}"# + "\n"
    ) { page in
      let ends = (0..<3).map { page.place(of: "\n", nth: $0).lower }
      page.ad(
        "N-1", title: "Nurse 😀", record: ByteRange(0, ends[0]),
        page.finding(
          "bias/young-team", at: page.place(of: "young"), "young", field: "text", pointer: "/text"),
        page.finding(
          "bias/young-team", at: page.place(of: "young", nth: 1), "young", field: "text",
          pointer: "/text", number: 1))
      let empty = page.place(of: #""salary":"""#).upper - 1
      page.ad(
        "N-2", title: "Clerk", record: ByteRange(ends[0] + 1, ends[1]),
        page.finding(
          "pay/missing-pay", at: ByteRange(empty, empty), "", field: "salary", pointer: "/salary",
          anchor: .emptyValue))
      page.ad("N-3", title: "Cook", record: ByteRange(ends[1] + 1, ends[2]))
      page.chapter.problems.append(
        Problem(
          id: "broken-json", file: "feeds/ads.ndjson", place: ByteRange(ends[2], ends[2] + 1),
          message: "A record ends early. Close its brace."))
    }
    story.add("ads/koch.txt", "\u{FEFF}Koch 😀\r\nEin junges Team\r\n", in: .utf16LittleEndian) {
      UTF16.encode($0)!.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    } _: { page in
      page.ad(
        "koch", title: "Koch 😀", language: "de",
        page.finding("bias/young-team", at: page.place(of: "junges"), "junges", fix: "nettes"))
    }
    story.add("ads/cafe.txt", "Café sucht\njunge Leute für München", in: .windows1252) {
      [UInt8($0.value)]
    } _: { page in
      page.ad(
        "cafe", title: "Café sucht", language: "de",
        page.finding("bias/young-team", at: page.place(of: "junge"), "junge"),
        page.finding("bias/native-speaker", at: page.place(of: "München"), "München"))
    }
    story.add("ads/empty.txt", "") { page in
      page.chapter.problems.append(
        Problem(id: "no-ad", file: "ads/empty.txt", message: "The file is empty.", losesAds: false))
    }
    story.losses.append(
      Problem(id: "unreadable", file: "ads/scan.pdf", message: "The file is no text."))
    return story
  }

  /// An ad that tries to give orders to whatever shows it.
  static var hostile: Story {
    var story = Story()
    story.checkout = Checkout(
      remote: "https://me:secret@example.org/ads.git", revision: "0123abcd", branch: "main")
    let attack =
      "::error file=x::gone ##[error]gone ##vso[task.complete] \u{1B}[2Jgone\u{9B}2J \u{202E}gone "
      + "\u{2028}::warning::gone\u{7} <script>alert(1)</script> ![x](http://evil.example) @all ###[a]"
    story.add("ads/::error::x.txt", "::error::\n::young\n" + attack + "\n##[group]young team") {
      page in
      page.ad(
        "::set-output name=x::y", title: "::error::" + attack, company: "##[error]" + attack,
        score: Score(
          points: 10, ledger: [Score.Entry(pillar: .clarity, reason: attack, points: -90)],
          cap: "::error::" + attack),
        page.finding("bias/young-team", at: page.place(of: "::young"), "::young"),
        page.finding(
          "bias/young-team", at: page.place(of: attack), attack, suggestion: "::" + attack),
        page.finding(
          "bias/young-team", at: ByteRange(page.place(of: "[group]").lower, page.text.count),
          "[group]young team", field: "::error::" + attack, number: 1))
      page.chapter.problems.append(
        Problem(
          id: "::stop-commands::x", file: "::error::x\n::error::y", place: ByteRange(0, 3),
          message: "::error::" + attack))
    }
    return story
  }
}

extension Score {
  static let low = Score(
    points: 62,
    pillars: [
      PillarScore(pillar: .facts, points: 20, possible: 40),
      PillarScore(pillar: .inclusion, points: 5, possible: 25),
    ],
    ledger: [
      Entry(pillar: .facts, reason: "Pay is stated", points: 0, possible: 20),
      Entry(pillar: .facts, reason: "The place is stated", points: 10, possible: 10),
      Entry(pillar: .inclusion, reason: "bias/young-team", points: -12),
      Entry(pillar: .inclusion, reason: "bias/native-speaker", points: -8),
      Entry(pillar: .clarity, reason: "style/placeholder", points: -1),
    ], cap: "an error: 79 at most")
}
