internal import AdModel
internal import Deferral
internal import RuleText

/// Reads what the entries of a rule file say, and notes what is wrong with it.
struct EntryReader {
  let file: String
  /// Whether the build has read the file, which then has no faults.
  let isBaked: Bool
  let readsExamples: Bool
  /// What is wrong, in the order in which it was read.
  var faults: [RuleFault] = []

  /// What `read` makes of entries: now, so that faults are told, or when somebody asks for it where
  /// the build has read them.
  mutating func later<Value: Sendable>(
    _ read: @escaping @Sendable (inout EntryReader) -> Value
  ) -> Deferred<Value> {
    guard isBaked else { return Deferred(made: read(&self)) }
    return Deferred { [file, readsExamples] in
      var reader = EntryReader(file: file, isBaked: true, readsExamples: readsExamples)
      return read(&reader)
    }
  }
}
