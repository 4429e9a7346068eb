internal import Patterns
public import RuleBook
internal import RuleText

/// The rules that come with hirelint.
public enum BundledRules {
  /// The rule files, as they stand in `Rules/`.
  static var files: [Baked.File] {
    unsafe Baked.files(
      in: Span(_unsafeStart: bakedRules.utf8Start, count: bakedRules.utf8CodeUnitCount))
  }

  /// The index of their patterns.
  private static var index: PatternIndex {
    unsafe PatternIndex(
      text: Span(_unsafeStart: bakedIndex.utf8Start, count: bakedIndex.utf8CodeUnitCount))
  }

  /// The rules of these files.
  public static func book() throws(RuleFaults) -> RuleBook {
    var book = try RuleFileReader.book(of: files, isBaked: true)
    book.index = index
    return book
  }
}
