internal import Patterns
public import RuleBook
internal import RuleText

/// The rules that come with hirelint.
public enum BundledRules {
  /// What tells the bundled rule files from others.
  public static var digest: String { bakedDigest }

  /// The rules of these files; without examples they are read in half of the time. `options` change
  /// the checks of rules, by the ids of the rules.
  public static func book(
    withExamples: Bool = true, options: [String: CheckOptions] = [:]
  ) throws(RuleFaults) -> RuleBook {
    let files = unsafe Baked.files(at: bakedRules.utf8Start)
    var book = try RuleFileReader.book(
      of: files, isBaked: true, withExamples: withExamples,
      options: options)
    book.index = PatternIndex(bakedIndex, codes: CompiledPatterns(bakedCodes))
    return book
  }
}
