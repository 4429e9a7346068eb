import AdModel
import Exemptions
import Facts
import RuleText
import Testing

@Suite struct SuppressionTests {
  private let today = CalendarDate(iso: "2026-11-21")!
  private let rule = Rule(
    id: "pay/vague", title: "", message: "", why: "", instead: "", level: .warning)

  private func read(_ text: String) -> Suppressions {
    Suppressions.of(SourceFile(name: "a.md", text: Array(text.utf8))) { name in
      ["pay", "pay/vague", "bias/age", "style"].contains(name) ? nil : "there is no rule “\(name)”"
    }
  }

  /// Which of the words `hit` in `text` a suppression of ``rule`` covers, by their numbers.
  private func covered(_ text: String, words: String = "hit") -> [Int] {
    let all = read(text).all
    return text.ranges(of: "hit").enumerated().compactMap { number, range in
      let at = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      let isCovered = all.contains {
        $0.covers(rule: rule, at: ByteRange(at, at + 3), words: words) && !$0.isExpired(on: today)
      }
      return isCovered ? number : nil
    }
  }

  static let scopes: [(text: String, covered: [Int])] = [
    ("hit\n<!-- hirelint-disable-next-line pay/vague -- x -->\nhit hit\nhit", [1, 2]),
    ("<!-- hirelint-disable-next-line pay -- x -->\n\n  hit\nhit", [0]),
    ("<!-- hirelint-disable-next-line style -- x -->\nhit", []),
    ("<!-- hirelint-disable-next-line style, pay/vague -- x -->\nhit", [0]),
    (
      "hit <!-- hirelint-disable pay/vague -- x --> hit\nhit <!-- hirelint-enable pay/vague --> hit",
      [1, 2]
    ),
    (
      "<!-- hirelint-disable pay/vague style -- x --> hit <!-- hirelint-enable style --> hit",
      [0, 1]
    ),
    ("<!-- hirelint-disable pay/vague style -- x --> hit <!-- hirelint-enable --> hit", [0]),
    ("hit <!--hirelint-disable-file pay/vague -- x--> hit", [0, 1]),
    ("hit <!-- hirelint-disable-file pay/vague until=2026-11-21 -- x --> hit", [0, 1]),
    ("hit <!-- hirelint-disable-file pay/vague until=2026-11-20 -- x --> hit", []),
    ("hit <!-- hirelint-disable-file pay/vague until=soon -- x --> hit", []),
    ("hit <!-- hirelint-disable-file pay/vague[\"HIT\"] -- x --> hit", [0, 1]),
    ("hit <!-- hirelint-disable-file pay/vague[\"hits, too\"] -- x --> hit", []),
    ("hit <!-- hirelint-disable-file --> hit", []), ("hit <!-- hirelint-disable pay/vague", []),
    ("---\nhirelint: {ignore: [{rule: pay/vague, reason: x}]}\n---\nhit", [0]),
    (
      "---\ntitle: x\nhirelint:\n  ignore:\n    - rule: [pay]\n      reason: x\n      until: 2027-01-01\n---\nhit",
      [0]
    ),
    ("---\nhirelint: {ignore: [{rule: pay/vague, until: 2027-1-1}]}\n---\nhit", []),
    ("hirelint: {ignore: [{rule: pay/vague}]}\n---\nhit", []),
  ]

  @Test(arguments: scopes)
  func `cover what they say`(text: String, covered: [Int]) {
    #expect(self.covered(text) == covered)
    #expect(self.covered(text.replacing("\n", with: "\r\n")) == covered)
  }

  static let problems: [(text: String, messages: [String])] = [
    ("<!-- hirelint-disable-file pay -- why -->", []), ("<!-- about hirelint-disable -->", []),
    (
      "<!-- hirelint-disable-file pay -->",
      ["This suppression gives no reason; write one behind “--”, for those who come after you."]
    ),
    (
      "<!-- hirelint-disable-file pay/vag -- x -->",
      ["A suppression is wrong: there is no rule “pay/vag”."]
    ),
    (
      "<!-- hirelint-disable-line pay -- x -->",
      ["hirelint knows no comment “hirelint-disable-line”; did you mean “hirelint-disable-file”?"]
    ),
    (
      "<!-- hirelint-disable -- x -->",
      ["This comment names no rule, so it suppresses nothing; name the rules or themes."]
    ),
    (
      "<!-- hirelint-enable pay -->",
      ["Nothing that this comment ends was disabled in front of it."]
    ),
    (
      "<!-- hirelint-disable pay[x] -- y -->",
      ["This comment cannot be read: behind “pay” should stand [\"words\"]; it does nothing."]
    ),
    (
      "---\nhirelint: {ignor: []}\n---\n",
      [
        "Line 2 of the front matter is wrong: “ignor” is not a key of “hirelint” in front matter; did you mean “ignore”?"
      ]
    ),
    (
      "---\nhirelint: {ignore: [{reason: x}]}\n---\n",
      ["Line 2 of the front matter is wrong: an entry of “ignore” needs a “rule”."]
    ),
    (
      "---\nhirelint: {\n---\n",
      [
        "The front matter is no YAML, so what it suppresses is not known: not YAML: did not find expected node content."
      ]
    ),
  ]

  @Test(arguments: problems)
  func `say what is wrong with them`(text: String, messages: [String]) {
    let problems = read(text).problems
    #expect(problems.map(\.message) == messages)
    #expect(problems.allSatisfy { $0.concern == .exemption && !$0.losesAds })
  }
}

@Suite struct WaiverFileTests {
  private func read(_ text: String) throws -> [Waiver] {
    try WaiverFile.waivers(of: try YAML.node(of: text, file: "w.yml"), file: "w.yml") {
      $0 == "pay/vague" ? nil : "there is no rule “\($0)”"
    }
  }

  private static let good =
    "{id: A, rules: [pay/vague], match: {adId: 1}, reason: r, owner: o, approver: a, created: 2026-01-01, expires: 2026-12-01}"

  @Test func `need everything, and rules that there are`() throws {
    let waivers = try read("waivers: [\(Self.good)]")
    #expect(waivers.map(\.id) == ["A"])
    #expect(waivers[0].end == CalendarDate(iso: "2026-12-01"))
    #expect(waivers[0].isExpired(on: CalendarDate(iso: "2026-12-02")!))
    #expect(!waivers[0].isExpired(on: CalendarDate(iso: "2026-12-01")!))
    for key in WaiverFile.keys {
      let text = Self.good.replacing(
        try Regex("\(key): [^,}\\[{]*(\\{[^}]*\\}|\\[[^\\]]*\\])?[, ]*"), with: "")
      let error = #expect(throws: RuleFaultList.self) { try read("waivers: [\(text)]") }
      #expect(error?.description.contains("needs “\(key)”") == true, "\(text)")
    }
  }

  @Test(arguments: [
    (Self.good.replacing("pay/vague", with: "pay/vag"), "w.yml:1:27: there is no rule “pay/vag”"),
    (
      Self.good.replacing("adId: 1", with: ""),
      "w.yml:1:46: “match” should say which findings are meant: adId, files, company, fingerprint, words"
    ),
    (
      Self.good.replacing("adId", with: "adid"),
      "w.yml:1:47: “adid” is not a key of “match”; did you mean “adId”?\nw.yml:1:46: “match” should say which findings are meant: adId, files, company, fingerprint, words"
    ),
    (Self.good + ", " + Self.good, "w.yml:1:139: there is a waiver “A” already"),
  ])
  func `are strict`(entry: String, message: String) {
    let error = #expect(throws: RuleFaultList.self) { try read("waivers: [\(entry)]") }
    #expect(error?.description == message)
  }

  @Test func `with an end that is no date are expired, not wrong`() throws {
    let waivers = try read("waivers: [\(Self.good.replacing("2026-12-01", with: "1.12.2099"))]")
    #expect(waivers[0].isExpired(on: CalendarDate(iso: "2000-01-01")!))
  }
}
