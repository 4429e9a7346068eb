internal import Patterns
public import RuleBook
internal import RuleText

/// The rules that come with hirelint.
public enum BundledRules {
  /// All of the rule files as the build wrote them, for a digest of the rules.
  public static var bytes: UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(
      start: bakedRules.utf8Start, count: bakedRules.utf8CodeUnitCount)
  }

  /// The rules of these files; without examples they are read in half of the time.
  public static func book(withExamples: Bool = true) throws(RuleFaults) -> RuleBook {
    let files = unsafe Baked.files(at: bakedRules.utf8Start)
    var book = try RuleFileReader.book(of: files, isBaked: true, withExamples: withExamples)
    book.index = PatternIndex(bakedIndex)
    return book
  }
}
