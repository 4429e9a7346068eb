public import AdModel

/// How the documents of an editor are to be checked, as the settings near each of them have it.
public protocol Practice: AnyObject {
  /// The diagnoser for the file at `path`; `nil` for a file that is not to be checked.
  ///
  /// - Throws: What is wrong with the settings of the file.
  func diagnoser(for path: String) throws(Problem) -> Diagnoser?

  /// Forgets what was read from the disk, which may have changed.
  func forget()
}

/// One diagnoser for all documents.
final class UniformPractice: Practice {
  private let diagnoser: Diagnoser

  init(_ diagnoser: Diagnoser) { self.diagnoser = diagnoser }

  func diagnoser(for path: String) -> Diagnoser? { diagnoser }

  func forget() {}
}
