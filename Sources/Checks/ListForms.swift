internal import AdModel
public import Patterns

/// Flags a list whose items are not of one kind.
///
/// ```yaml
/// check:
///   list-forms: stops      # some items end with a full stop, some without
///   # starts               # some begin with a capital, some without
///   # verbs                # some begin with “Managing”, some with “Manage”
///   verbs: [manage, lead]  # for `verbs`: how duties begin
///   proper: [Polish]       # for `starts`: words with a capital anywhere, which tell nothing
///   items: 4               # a shorter list is not judged
/// ```
///
/// An item that differs is one of a minority: between a fifth and two fifths of the items. Points at
/// the first of them, once a list.
public struct ListForms: Check {
  public static let name = "list-forms"
  public static let options = ["verbs", "proper", "items"]

  enum Fault: String, CaseIterable {
    case stops, starts, verbs
  }
  private let fault: Fault
  private let verbs: WordSet
  private let proper: WordSet
  private let least: Int

  public init(_ options: Options) throws(OptionsError) {
    fault = try options.choice("list-forms", of: Fault.self)
    verbs = WordSet(try options.texts("verbs"))
    proper = WordSet(try options.texts("proper"))
    least = try options.integer("items", default: 4)
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    let prose = evidence.ad.prose
    return evidence.bodyBlocks.split { $0.kind != .item }.compactMap { list in
      guard list.count >= least else { return nil }
      let forms = list.compactMap { form(of: $0.place, in: prose) }
      guard forms.count * 4 >= list.count * 3 else { return nil }
      let first = forms.filter(\.isFirstKind)
      let second = forms.filter { !$0.isFirstKind }
      let minority = first.count < second.count ? first : second
      guard let odd = minority.first, minority.count * 5 >= forms.count,
        minority.count * 5 <= forms.count * 2
      else { return nil }
      return Hit(
        odd.place, arguments: ["count": "\(minority.count)", "total": "\(forms.count)"])
    }
  }

  /// Which of two kinds an item is of, and the word that shows it.
  private struct Form {
    var isFirstKind: Bool
    var place: ByteRange<Prose>
  }

  private func form(of item: ByteRange<Prose>, in prose: [UInt8]) -> Form? {
    guard let first = Words(of: prose, in: item).first(where: { _ in true }) else { return nil }
    let place = ByteRange<Prose>(first.lowerBound, first.upperBound)
    switch fault {
    case .stops:
      var upper = item.upper
      while upper > item.lower, prose[upper - 1] <= 0x20 { upper -= 1 }
      guard item.count >= 12, let last = prose[item.lower..<upper].last else { return nil }
      // Commas and colons show that the list goes on; brackets and questions close themselves.
      guard last == UInt8(ascii: ".") || Words.isLetter(last) else { return nil }
      let end = Words(of: prose, in: item).reduce(first) { $1 }
      return Form(
        isFirstKind: last == UInt8(ascii: "."),
        place: ByteRange(end.lowerBound, end.upperBound))
    case .starts:
      // Lists of key words are short, and full of names.
      let words = Words(of: prose, in: item).prefix(4).reduce(0) { count, _ in count + 1 }
      guard words == 4 else { return nil }
      let letter = prose[first.lowerBound]
      guard letter.isUpper || letter.isLower, isPlain(first, in: prose) else { return nil }
      guard !letter.isUpper || !proper.has(first, of: prose) else { return nil }
      return Form(isFirstKind: letter.isUpper, place: place)
    case .verbs:
      guard item.count >= 24 else { return nil }
      if verbs.has(first, of: prose) { return Form(isFirstKind: true, place: place) }
      let ending = prose[first].suffix(3).map(\.folded)
      let isGerund = first.count > 5 && ending.elementsEqual("ing".utf8)
      return isGerund ? Form(isFirstKind: false, place: place) : nil
    }
  }

  /// Whether a word is no brand with a capital inside it (`iOS`).
  private func isPlain(_ word: Range<Int>, in prose: [UInt8]) -> Bool {
    prose[word].dropFirst().allSatisfy { !$0.isUpper && !$0.isDigit }
  }
}
