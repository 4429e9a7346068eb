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
    guard word.unicodeScalars.prefix(longest + 1).count <= longest else { return nil }
    let letters = Array(word.lowercased().unicodeScalars)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let other = Array(candidate.unicodeScalars)
      let most = max(1, max(letters.count, other.count) / 3)
      if abs(letters.count - other.count) > most { continue }
      let distance = distance(letters, other)
      if distance <= most, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// The longest word that is compared, in Unicode scalars: no name is nearly as long.
  private static let longest = 64

  /// The number of letters changed, added, left out or swapped with their neighbour between the
  /// two (Damerau–Levenshtein, restricted).
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    // Three rows of the table are enough: that of the letter at hand, and those of the two before.
    var last = Array(0...b.count)
    var (lastButOne, row) = (last, last)
    for i in 0..<a.count {
      row[0] = i + 1
      for j in 0..<b.count {
        var cost = min(last[j + 1], row[j]) + 1
        cost = min(cost, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, lastButOne[j - 1] + 1)
        }
        row[j + 1] = cost
      }
      (lastButOne, last, row) = (last, row, lastButOne)
    }
    return last[b.count]
  }
}
