/// Finds what somebody probably meant to write.
public enum Suggestion {
  /// “; did you mean “phrases”?” for the candidate closest to `word`, else nothing.
  public static func sentence(for word: String, among candidates: some Sequence<String>) -> String {
    nearest(to: word, among: candidates).map { "; did you mean “\($0)”?" } ?? ""
  }

  /// The candidate that `word` is closest to: at most a third of its letters changed, added, left
  /// out or swapped with their neighbour. `nil` where none is close.
  public static func nearest(
    to word: String, among candidates: some Sequence<String>
  ) -> String? {
    let letters = Array(word.lowercased().unicodeScalars)
    let ranked = candidates.map { ($0, distance(letters, Array($0.unicodeScalars))) }
    guard let best = ranked.min(by: { $0.1 < $1.1 }) else { return nil }
    return best.1 <= max(1, max(letters.count, best.0.count) / 3) ? best.0 : nil
  }

  /// The number of letters changed, added, left out or swapped with their neighbour between the
  /// two (Damerau–Levenshtein, restricted).
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var rows = [Array(0...b.count)]
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var cost = min(rows[i][j + 1], row[j]) + 1
        cost = min(cost, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, rows[i - 1][j - 1] + 1)
        }
        row.append(cost)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
