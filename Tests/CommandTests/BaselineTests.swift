import Foundation
import Testing

@Suite struct BaselineTests {
  private let names = ["Baker", "Cook", "Nurse", "Driver", "Porter"]

  /// The ads of a feed: each with two faults of its own, and one that all share.
  private func records(_ numbers: [Int]) -> [String] {
    numbers.map { number in
      #"{"id": "ad-\#(number)", "title": "\#(names[number % 5])", "description": "We recieve guests in house \#(number), and accomodate them. They recieve tea."}"#
    }
  }

  @Test func `200 findings stay known while ads and lines move, and one new fault is one`() throws {
    let feed = records(Array(0..<40))
    let ads = "Title: Cook\nDescription: You recieve guests, who recieve tea, and managment."
    let desk = try Desk(["feed.ndjson": feed.joined(separator: "\n"), "ad.txt": ads])
    let written = try desk.run("baseline", "write", ".")
    #expect(written.status == 0, "\(written.errors)")
    let count = Int(written.output.firstMatch(of: /Recorded (\d+)/)?.output.1 ?? "") ?? 0
    #expect(count >= 200)
    let text = try desk.text(of: ".hirelint-baseline.json")
    #expect(!text.contains(desk.folder.path))
    #expect(text.split(separator: "\n").count < count + 10)

    // Records are shuffled and made lines of an array, blank lines come in, an ad in front.
    var moved = feed.enumerated().sorted { ($0.offset * 7) % 40 < ($1.offset * 7) % 40 }.map(
      \.element)
    try desk.add("feed.ndjson", Array(("\n\n" + moved.joined(separator: "\n\n")).utf8))
    try desk.add(
      "ad.txt",
      Array(
        ("Reference: 7\n" + ads.replacing("Description:", with: "Hours: 9 to 5\nDescription:")).utf8
      ))
    let again = try desk.run(
      "check", ".", "--baseline", ".hirelint-baseline.json", "--fail-on", "note", "--select",
      "spelling")
    #expect(again.status == 0, "\(again.output)")
    #expect(try desk.run("baseline", "check", "feed.ndjson").status == 0)

    // A fault more in an ad of the feed.
    moved[3] = moved[3].replacing("guests", with: "guests and managment")
    try desk.add("feed.ndjson", Array(moved.joined(separator: "\n").utf8))
    let new = try desk.run("baseline", "diff", "feed.ndjson")
    #expect(
      new.output.split(separator: "\n").filter { $0.hasPrefix("+") }.count == 1, "\(new.output)")
    #expect(new.output.contains("“managment”"))
    #expect(try desk.run("baseline", "check", "feed.ndjson").status == 1)
    let failing = try desk.run("check", "feed.ndjson", "--baseline", ".hirelint-baseline.json")
    #expect(failing.status == 1)
    #expect(failing.output.contains("1 error, 0 warnings, 0 notes."))

    // The second of two equal faults is mended.
    moved[3] = moved[3].replacing(" and managment", with: "").replacing(
      "They recieve", with: "They receive")
    try desk.add("feed.ndjson", Array(moved.joined(separator: "\n").utf8))
    let stale = try desk.run("check", "feed.ndjson", "--baseline", ".hirelint-baseline.json")
    #expect(stale.status == 0)
    #expect(stale.output.contains("1 finding of the baseline is mended"))
    #expect(
      try desk.run(
        "check", "feed.ndjson", "--baseline", ".hirelint-baseline.json", "--strict-baseline"
      ).status == 1)
    let pruned = try desk.run("baseline", "prune", "feed.ndjson")
    #expect(pruned.output == "Took 1 mended finding out of .hirelint-baseline.json.\n")
    #expect(try desk.run("baseline", "check", "feed.ndjson", "--strict-baseline").status == 0)
    #expect(try desk.run("baseline", "prune", "feed.ndjson").output.hasPrefix("Took 0"))
  }

  @Test func `does not excuse what harms people`() throws {
    let desk = try Desk(["a.txt": "Bar staff wanted. Females only. We recieve guests."])
    let written = try desk.run("baseline", "write", "a.txt")
    #expect(
      written.output.contains(
        "Not recorded, since no baseline may excuse them: bias/sex-restriction 1."))
    let shown = try desk.run("baseline", "diff", "a.txt").output
    #expect(
      shown == """
        ! bias/sex-restriction  a.txt    “Females only”
        0 new, 0 mended since the baseline was taken.
        1 beside, since no baseline may excuse them: bias/sex-restriction.

        """)
    #expect(try desk.run("baseline", "check", "a.txt").status == 1)
    let checked = try desk.run(
      "check", "a.txt", "--baseline", ".hirelint-baseline.json", "--format", "ndjson")
    #expect(checked.status == 1)
    #expect(checked.output.contains(#""findings":{"error":1,"warning":0,"note":0}"#))
    // Nor does a hand that writes it in.
    let text = try desk.text(of: ".hirelint-baseline.json").replacing(
      "spelling/misspelling", with: "bias/sex-restriction")
    try desk.add(".hirelint-baseline.json", Array(text.utf8))
    let forged = try desk.run("check", "a.txt", "--baseline", ".hirelint-baseline.json")
    #expect(
      forged.output.contains(
        "rules that no baseline may excuse, so they count: bias/sex-restriction"))
  }

  @Test func `may be a former SARIF report`() throws {
    let desk = try Desk(["a.txt": "We recieve guests. They recieve tea."])
    _ = try desk.run("check", "a.txt", "--report", "sarif=old.sarif")
    #expect(
      try desk.run("check", "a.txt", "--baseline", "old.sarif", "--fail-on", "note").status == 0)
    #expect(try desk.run("baseline", "check", "a.txt", "--baseline", "old.sarif").status == 0)
    try desk.add("a.txt", Array("They recieve tea. We recieve guests. I recieve.".utf8))
    let outcome = try desk.run("check", "a.txt", "--baseline", "old.sarif", "--format", "ndjson")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains(#""findings":{"error":1,"warning":0,"note":0}"#))
    let new = try desk.run("baseline", "diff", "a.txt", "--baseline", "old.sarif").output
    #expect(new.hasPrefix("+ spelling/misspelling  a.txt") && new.contains("\n1 new, 0 mended"))
  }

  @Test(arguments: [
    "{}", "[", #"{"hirelintBaseline": 2, "findings": []}"#,
    #"{"hirelintBaseline": 1, "findings": [{}]}"#,
    #"{"hirelintBaseline": 1, "findings": [{"fingerprint": "a", "rule": "b", "count": 1000001}]}"#,
  ])
  func `that is none stops the run`(text: String) throws {
    let desk = try Desk(["a.txt": Desk.good, "b.json": text])
    #expect(try desk.run("check", "a.txt", "--baseline", "b.json").status == 2)
  }
}
