/// Finds what somebody probably meant to write.
public enum Suggestion {
  /// “; did you mean “phrases”?” for the candidate closest to `word`, else nothing.
  public static func sentence(for word: String, among candidates: some Sequence<String>) -> String {
    closest(to: word, among: candidates).map { "; did you mean “\($0)”?" } ?? ""
  }

  /// The candidate that takes the fewest edits, if they are few.
  public static func closest(to word: String, among candidates: some Sequence<String>) -> String? {
    let scored = candidates.map { (edits(from: word, to: $0), $0) }.min { $0 < $1 }
    guard let (edits, candidate) = scored, edits <= max(1, word.count / 3) else { return nil }
    return candidate
  }

  /// The number of letters to insert, delete or replace (Levenshtein).
  static func edits(from a: String, to b: String) -> Int {
    let b = Array(b)
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let next = min(row[j + 1] + 1, row[j] + 1, diagonal + (letter == b[j] ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[b.count]
  }
}
