internal import Patterns
public import RuleBook
internal import RuleText

/// The rules that come with hirelint.
public enum BundledRules {
  /// The rule files, as they stand in `Rules/`.
  private static func files(of baked: StaticString) -> [Baked.File] {
    unsafe Baked.files(in: Span(_unsafeStart: baked.utf8Start, count: baked.utf8CodeUnitCount))
  }

  /// The rules of these files; without examples they are read in half of the time.
  public static func book(withExamples: Bool = true) throws(RuleFaults) -> RuleBook {
    let files = files(of: withExamples ? bakedRules : bakedPlainRules)
    var book = try RuleFileReader.book(of: files, isBaked: true)
    book.index = PatternIndex(bakedIndex)
    return book
  }
}
