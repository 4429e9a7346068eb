import AdModel

/// The score of an ad in lines for people.
struct ScoreText {
  private let score: Score

  init(_ score: Score) { self.score = score }

  /// The points and what to do with an ad of so many.
  var headline: String { "Score \(score.points) of 100 · \(score.band)" }

  /// Where the points come from: the pillars, then the whole ledger or only the dearest faults,
  /// then what limits the points.
  func reasons(all: Bool) -> [String] {
    var lines: [String] = []
    if !score.pillars.isEmpty {
      let pillars = score.pillars.map { "\($0.pillar.rawValue) \($0.points)/\($0.possible)" }
      lines.append(pillars.joined(separator: " · "))
    }
    lines += all ? score.ledger.map(row) : losses
    if !score.cap.isEmpty { lines.append("limited by \(SafeText.escaped(score.cap))") }
    return lines
  }

  /// The three faults that cost most, in one line.
  private var losses: [String] {
    let losses = score.ledger.enumerated().filter { $0.element.loss > 0 }
    guard !losses.isEmpty else { return [] }
    let dearest = losses.sorted { ($1.element.loss, $0.offset) < ($0.element.loss, $1.offset) }
    var reasons = dearest.prefix(3).map {
      "\(SafeText.escaped($0.element.reason)) −\($0.element.loss)"
    }
    if losses.count > 3 { reasons.append("\(losses.count - 3) more") }
    return ["lost by: \(reasons.joined(separator: ", "))"]
  }

  private func row(_ entry: Score.Entry) -> String {
    let points =
      entry.points > 0 ? "+\(entry.points)" : entry.points < 0 ? "−\(-entry.points)" : "0"
    let space = String(repeating: " ", count: max(0, 4 - points.count))
    let possible = entry.possible > 0 ? " of \(entry.possible)" : ""
    let reason = SafeText.escaped(entry.reason)
    return "\(space)\(points)\(possible)  \(reason) (\(entry.pillar.rawValue))"
  }
}

extension Score.Entry {
  /// The points that an ad without this fault would have more.
  fileprivate var loss: Int { max(possible - points, 0) }
}
