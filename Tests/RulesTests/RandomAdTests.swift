import AdModel
import Linting
import Reading
import RuleBook
import Testing

/// What must hold for every ad, whatever it says and however it is written.
@Suite struct RandomAdTests {
  private static let rules = RuleSet(Catalogue.book) { _ in true }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `points into the record and at the words that it names`(seed: UInt64) throws {
    var linter = Linter(Self.rules, today: Catalogue.today)
    for seed in seed * 40..<seed * 40 + 40 {
      let (bytes, format) = RandomAd.file(seed: seed)
      let file = SourceFile(name: "ad", text: bytes)
      let reader = try Readers.reader(for: file, forced: format)
      for record in reader.records(in: file) {
        let ad = try reader.ad(from: record, in: file)
        let verdict = linter.verdict(on: ad, in: "ad", index: 0)
        expectHonest(verdict, on: ad, in: bytes)
      }
    }
    #expect(linter.failure?.owner == nil)
  }

  private func expectHonest(_ verdict: Verdict, on ad: Ad, in bytes: [UInt8]) {
    let record = ad.record.utf8
    for (finding, row) in zip(verdict.findings, verdict.findings.rows) {
      let place = finding.place.utf8
      #expect(record.lowerBound <= place.lowerBound && place.upperBound <= record.upperBound)
      #expect(finding.words == ad.text(at: finding.prose))
      // A place never cuts a character in two.
      for end in [finding.prose.lower, finding.prose.upper] where end < ad.prose.count {
        #expect(ad.prose[end] & 0xC0 != 0x80, "\(finding.rule)")
      }
      if let same = ad.map.origin(spelling: finding.prose) {
        #expect(String(decoding: bytes[same.utf8], as: UTF8.self) == finding.words)
      }
      if let fix = finding.fix, let read = row.fix?.read {
        #expect(String(decoding: bytes[fix.place.utf8], as: UTF8.self) == ad.text(at: read))
        #expect(fix.replacement != finding.words, "\(finding.rule)")
        // Words that are cut take what divides them from others with them, and nothing else goes.
        #expect(read.lower <= finding.prose.lower && finding.prose.upper <= read.upper)
        let sides =
          ad.prose[read.lower..<finding.prose.lower] + ad.prose[finding.prose.upper..<read.upper]
        #expect(sides.isEmpty || fix.replacement.isEmpty, "\(finding.rule)")
        #expect(sides.allSatisfy { " \t\r\n.!|-*".utf8.contains($0) }, "\(finding.rule)")
      }
      #expect(!finding.message.contains("{") || finding.words.contains("{"), "\(finding.rule)")
      #expect(!finding.suggestion.isEmpty)
    }
    let prints = verdict.findings.map(\.fingerprint)
    #expect(Set(prints).count == prints.count)
    let points = verdict.score.pillars.reduce(0) { $0 + $1.points }
    let isCapped = verdict.score.cap.isEmpty
    #expect(isCapped ? verdict.score.points == points : verdict.score.points < points)
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `are judged alike without the single pass`(seed: UInt64) throws {
    var linter = Linter(Self.rules, today: Catalogue.today)
    var oracle = Linter(Self.rules, today: Catalogue.today, usesTriggers: false)
    for seed in 1_000 + seed * 10..<1_010 + seed * 10 {
      let (bytes, format) = RandomAd.file(seed: seed)
      let found = try linter.verdicts(in: bytes, as: format)
      let wanted = try oracle.verdicts(in: bytes, as: format)
      #expect(found.map(\.findings) == wanted.map(\.findings), "seed \(seed)")
      #expect(found.map(\.score) == wanted.map(\.score), "seed \(seed)")
    }
  }

  private static let realAds =
    #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }
    .joined() + "/shared/ads/sample.ndjson"

  @Test(.enabled(if: (try? SourceFile(path: realAds)) != nil))
  func `of the real world are judged alike without the single pass`() throws {
    let lines = try SourceFile(path: Self.realAds).text.split(separator: 0x0A).prefix(40)
    let bytes = Array(lines.joined(separator: [0x0A]))
    var linter = Linter(Self.rules, today: Catalogue.today)
    var oracle = Linter(Self.rules, today: Catalogue.today, usesTriggers: false)
    let found = try linter.verdicts(in: bytes, as: "ndjson")
    let wanted = try oracle.verdicts(in: bytes, as: "ndjson")
    #expect(found.count == 40)
    for (found, wanted) in zip(found, wanted) {
      #expect(found.findings == wanted.findings, "\(found.ad.id)")
    }
  }
}
