import AdModel
import Linting
import Testing

@Suite struct ScorerTests {
  private func score(_ entries: [String: String], _ ad: String) throws -> Score {
    try verdicts(rules(entries), on: ad)[0].score
  }

  private static let full = """
    Title: Baker
    Company: Acme Foods
    Location: Leeds
    Salary: £30,000 a year
    Contract: Permanent
    Hours: 37.5
    Closing date: 1 December 2099
    Description: Send your CV to jobs@acme.example.org.
    """

  @Test func `a full ad without findings has all points`() throws {
    let score = try score([:], Self.full)
    #expect(score.points == 100, "\(score.ledger)")
    #expect(score.pillars.map(\.possible) == [35, 20, 20, 15, 10])
    #expect(score.cap == "")
  }

  @Test(arguments: [
    ("severity: note\npillar: clarity", "bad", 99),
    ("severity: note\npillar: clarity", "bad bad", 98),
    ("severity: note\npillar: clarity", "bad bad bad", 98),
    ("severity: warning\npillar: structure", "bad bad bad", 94),
    ("severity: error\npillar: integrity", "bad", 79),
  ])
  func `a finding costs by its level, and a rule twice at most`(
    entry: String, words: String, points: Int
  ) throws {
    let score = try score(["style/a": entry + "\ncheck: {phrases: [bad]}"], Self.full + " " + words)
    #expect(score.points == points)
  }

  @Test(arguments: [
    ("bias/a", 29, "people are shut out: 29 at most"),
    ("scam/a", 39, "nobody can apply safely: 39 at most"),
    ("apply/a", 39, "nobody can apply safely: 39 at most"),
    ("style/a", 79, "an error: 79 at most"),
  ])
  func `an error caps the points`(id: String, points: Int, cap: String) throws {
    let score = try score([id: "severity: error\ncheck: {phrases: [bad]}"], Self.full + " Bad.")
    #expect(score.points == points)
    #expect(score.cap == cap)
  }

  @Test func `the notes of a pillar cost four points at most`() throws {
    let entries = (0..<9).map { ("style/a\($0)", "severity: note\ncheck: {phrases: [bad]}") }
    let score = try score(Dictionary(uniqueKeysWithValues: entries), Self.full + " Bad.")
    #expect(score.points == 96)
  }

  @Test func `no pillar falls below nothing`() throws {
    let entries = (0..<9).map {
      ("style/a\($0)", "severity: warning\npillar: structure\ncheck: {phrases: [bad]}")
    }
    let score = try score(Dictionary(uniqueKeysWithValues: entries), Self.full + " Bad bad.")
    #expect(score.pillars.last?.points == 0)
    #expect(score.points == 90)
  }
}
