import AdModel
import Reporting

/// Words that try to give orders to whatever shows them.
enum Attack {
  /// Orders to build servers, terminals, spreadsheets, browsers and comments, each in its way.
  static let orders = [
    "::error file=x,line=1::gone", "::stop-commands::x", "##[group]gone", "##vso[task.complete]x",
    "##teamcity[x]", "###[a]", "=HYPERLINK(\"http://evil.example\")", "+1+1", "-2+3", "@SUM(1)",
    ";=1+1", "; \"=cmd|' /C calc'!A0", "＝1", "\t=1", "@everyone", "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>", "]]>", "<![CDATA[", "&lt;b&gt;", "\"'", "--!>", "```", "`",
    "``",
    "| a | b |", "![x](http://evil.example/i.png)", "[x](javascript:alert(1))", "[link][1]",
    "http://evil.example", "www.evil.example", "#1", "!2", "~label", "$x$", "*b*", "_i_", "\\",
    "\u{1B}[2J", "\u{1B}]8;;http://evil.example\u{7}", "\u{9B}2J", "\u{202E}gone", "\u{2066}",
    "\0", "\u{B}", "\u{FFFE}", "\u{FFFF}", "\u{2028}::warning::x", "\u{85}::warning::x",
    "\n::error::x", "\r\n::error::x", "\r=1", "\n=1", "\n<b>", "\n# h", "\n- x", "{words}", "%0A",
    "%", "{{x}}", "${{ secrets.X }}", "\u{FEFF}", "\u{AD}", "\u{200B}", "{", "}",
  ]

  /// A story in which an attacker has written all that an ad can say, and the name of its file.
  static func story(seed: UInt64) -> Story {
    var random = SplitMix(seed: seed)
    func words(_ random: inout SplitMix) -> String {
      (0..<Int.random(in: 1...4, using: &random)).map { _ in
        orders.randomElement(using: &random)! + ["", " ", "a"].randomElement(using: &random)!
      }.joined()
    }
    var story = Story()
    for number in 0..<4 {
      let texts = (0..<12).map { _ in words(&random) }
      let text = texts.joined(separator: "\n")
      story.add("\(words(&random))/\(number).txt", text) { page in
        var findings: [Finding] = []
        for (index, words) in texts.prefix(4).enumerated() {
          let rule = Story.rules[index % Story.rules.count].id
          var finding = page.finding(
            rule, at: page.place(of: words), words, field: texts[4], pointer: texts[5],
            suggestion: index % 2 == 0 ? "Write “\(texts[6])”." : texts[7], fix: texts[8],
            number: index + 1)
          if index == 3 { finding.message = texts[9] }
          findings.append(finding)
        }
        page.add(
          texts[9], title: texts[10], company: texts[11], language: texts[3],
          score: Score(
            points: 10, ledger: [Score.Entry(pillar: .clarity, reason: texts[2], points: -90)],
            cap: texts[1]), findings)
        page.add("\(texts[3])-clean", title: texts[4], company: texts[5], [])
        page.chapter.problems.append(
          Problem(id: "broken", file: texts[0], place: ByteRange(0, 1), message: texts[1]))
      }
    }
    story.losses.append(Problem(id: "unreadable", file: words(&random), message: words(&random)))
    return story
  }
}
