import AdModel
import Exemptions
import Facts
import Fixing
import Linting
import Reading

/// Mends a text by what the rules are sure of, again and again until there is nothing left to mend.
///
/// Every edit is proved before it counts: the edited file is read anew, and each ad must say what it
/// said, with the new words in the place of the old ones, and nothing else. What does not is not
/// done. So no fix can break a format, whatever is nested in what.
struct Mender: ~Copyable {
  let plan: Plan
  let exemptions: Exemptions
  /// Whether fixes are made that are probably right, too.
  let isBold: Bool
  private var linter: Linter

  /// The most times that a text is checked and mended: a fix may bring the next one about, and a rule
  /// may tell of one place at a time. Rules that undo each other, or go on for ever, end here.
  static let limit = 200

  init(plan: Plan, exemptions: Exemptions, today: CalendarDate, isBold: Bool) {
    self.plan = plan
    self.exemptions = exemptions
    self.isBold = isBold
    linter = Linter(plan.rules, today: today)
  }

  /// What became of a text.
  struct Outcome {
    var revision: Revision
    /// How many findings that took.
    var count = 0
    /// How many findings could not be mended without changing something else.
    var refused = 0
    /// How many ads there are.
    var ads = 0
  }

  /// `source` mended, which `reader` reads by the rules of `regime`.
  mutating func mended(
    _ source: SourceFile, _ reader: any Reader, _ regime: Plan.Regime
  ) -> Outcome {
    linter.follow(regime.rules, regime.context)
    var outcome = Outcome(revision: Revision(of: source.text))
    /// Edits that could not be proved: no need to try them again.
    var hopeless: Set<Wish> = []
    /// The ads that the last round changed, or could not change as wished; first, all of them.
    var unsettled: Set<Int>?
    /// Which of the ads with its id each ad is.
    var numbers: [Int] = []
    for _ in 0..<Self.limit {
      let file = SourceFile(name: source.name, text: outcome.revision.text)
      var page = Page(file, reader, only: unsettled)
      if unsettled == nil {
        outcome.ads = page.ads.count { $0 != nil }
        var namesakes = Namesakes()
        numbers = page.ads.map { ad in ad.map { namesakes.number(ofNext: $0.id) } ?? 1 }
      }
      wish(on: &page, numbers, without: hopeless)
      let proof = page.prove()
      hopeless.formUnion(proof.refused)
      unsettled = Set(proof.refused.map(\.ad) + proof.granted.map(\.wish.ad))
      if unsettled?.isEmpty ?? true { break }
      outcome.revision.make(proof.granted.map(\.edit))
      outcome.count += proof.granted.count
    }
    outcome.refused = hopeless.count
    return outcome
  }

  /// Notes on `page` what the rules would write; `numbers` tell which of those with its id an ad is.
  private mutating func wish(
    on page: inout Page, _ numbers: [Int], without hopeless: Set<Wish>
  ) {
    var exemptions = exemptions
    let mayHaveComments = page.reader is MarkdownReader || page.reader is HTMLReader
    _ = exemptions.begin(page.file, mayHaveComments: mayHaveComments)
    for (number, ad) in page.ads.enumerated() {
      guard let ad else { continue }
      var verdict = linter.verdict(on: ad, in: page.file.name, index: number)
      verdict.findings.tellApart(as: numbers[number])
      exemptions.settle(&verdict)
      var ordinals: [Wish: Int] = [:]
      for row in verdict.findings.rows {
        guard row.exemption == nil, let edit = row.rewording,
          isBold || edit.applicability == .safe
        else { continue }
        if edit.read != row.words, ad.markup == .markdown, !page.file.standsFree(edit.place) {
          continue
        }
        var wish = Wish(
          ad: number, place: edit.place, prose: edit.read,
          words: String(decoding: verdict.findings.remarks[edit.replacement.utf8], as: UTF8.self),
          old: ad.text(at: edit.read))
        let alike = wish.anywhere
        wish.ordinal = ordinals[alike, default: 0]
        ordinals[alike] = wish.ordinal + 1
        if !hopeless.contains(wish.anywhere) { page.wishes.append(wish) }
      }
    }
  }
}

extension SourceFile {
  /// Whether nothing but blanks, line ends and the end of a sentence touches `place`: no sign of
  /// Markdown, which would be left alone.
  fileprivate func standsFree(_ place: ByteRange<Source>) -> Bool {
    func isBlank(_ offset: Int) -> Bool {
      !text.indices.contains(offset) || [0x20, 0x09, 0x0A, 0x0D].contains(text[offset])
    }
    /// A stop behind a figure may be that of a list.
    func endsSentence(_ offset: Int) -> Bool {
      offset > 0 && ".!?".utf8.contains(text[offset]) && !(0x30...0x39).contains(text[offset - 1])
    }
    return (isBlank(place.lower - 1) || endsSentence(place.lower - 1)) && isBlank(place.upper)
  }
}

/// Words that are to stand in an ad instead of others.
struct Wish: Hashable {
  /// The number of the ad in its file.
  var ad: Int
  var place: ByteRange<Source>
  var prose: ByteRange<Prose>
  var words: String
  var old: String
  /// How many wishes of the ad ask for the same before this one.
  var ordinal = 0

  /// The wish without its places, which other edits move.
  var anywhere: Wish {
    var wish = self
    (wish.place, wish.prose) = (ByteRange(0, 0), ByteRange(0, 0))
    return wish
  }
}
