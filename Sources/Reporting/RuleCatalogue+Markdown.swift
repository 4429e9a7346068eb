public import AdModel

extension RuleCatalogue {
  /// All rules as a page in Markdown, theme by theme. Findings link to its sections.
  public static func writeMarkdown(of rules: [Rule], to out: inout [UInt8]) {
    let themes = Dictionary(grouping: rules, by: \.theme).sorted { $0.key < $1.key }
    var parts = [introduction]
    parts.append(
      table(
        ["Theme", "Rules", "On", "About"],
        themes.map { theme, rules in
          [
            "[\(theme)](#\(theme))", "\(rules.count)", "\(rules.count(where: \.isOn))",
            about[theme] ?? "",
          ]
        }))
    for (theme, rules) in themes {
      parts.append("## \(theme)")
      parts.append(
        table(
          ["Rule", "Level", "Default", "Precision", "Title"],
          rules.map { rule in
            [
              "[\(rule.id)](#\(Project.anchor(ofRule: rule.id)))", rule.level.rawValue,
              rule.isOn ? "on" : "off", rule.precision.rawValue, Markdown.escaped(rule.title),
            ]
          }))
      parts += rules.map(section)
    }
    out += (parts.joined(separator: "\n\n") + "\n").utf8
  }

  /// What the page tells of one rule.
  private static func section(_ rule: Rule) -> String {
    let state = rule.isOn ? "on" : "off"
    var parts = [
      "### \(rule.id)",
      """
      **\(Markdown.escaped(rule.title))** · \(rule.level.rawValue) · \(state) by default · \
      precision \(rule.precision.rawValue) · \(rule.pillar.rawValue)
      """,
      "Says: \(Markdown.escaped(rule.message))",
      "Why: \(Markdown.escaped(rule.why.onOneLine))",
      "Instead: \(Markdown.escaped(rule.instead.onOneLine))",
    ]
    if !rule.offBecause.isEmpty {
      parts.append("Off because: \(Markdown.escaped(rule.offBecause.onOneLine))")
    }
    let flags = shown(rule.flags).map { example in
      "- ✗ \(example.marked("**", "**", Markdown.escaped))"
        + (example.becomes.map { " → \(Markdown.escaped($0.onOneLine))" } ?? "")
    }
    let passes = shown(rule.passes).map { "- ✓ \(Markdown.escaped($0.text.onOneLine))" }
    if !(flags + passes).isEmpty { parts.append((flags + passes).joined(separator: "\n")) }
    if !rule.cites.isEmpty {
      parts.append("Sources: \(rule.cites.map(Markdown.link).joined(separator: "; "))")
    }
    return parts.joined(separator: "\n\n")
  }

  /// The first two examples that a reader takes in at a glance; `hirelint explain` shows all.
  private static func shown(_ examples: [Example]) -> [Example] {
    Array(examples.filter { $0.text.count <= 300 }.prefix(2))
  }

  private static func table(_ head: [String], _ rows: [[String]]) -> String {
    ([head, head.map { _ in "---" }] + rows)
      .map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }

  private static let about = [
    "apply": "how to apply", "benefits": "what is offered besides pay",
    "bias": "who is shut out", "consistency": "what an ad says against itself",
    "contact": "addresses and numbers that cannot be used",
    "culture": "how the workplace is sold", "employer": "who is hiring",
    "format": "characters, markup and layout", "grammar": "sentences that are wrong",
    "inclusion": "who is invited", "pay": "what the job pays", "place": "where the work is",
    "platform": "what job boards and search engines ask for",
    "privacy": "what an ad tells of people", "readability": "how hard it is to read",
    "redaction": "values that are masked",
    "requirements": "what is asked of candidates", "scam": "signs of fraud",
    "spelling": "words that are wrong", "structure": "the parts of an ad and their order",
    "style": "words that could be better", "template": "what a template or a tool left behind",
    "terms": "contract, hours and dates", "title": "the title of the job",
  ]

  private static let introduction = """
    <!-- Written by Scripts/generate; change the rules, or RuleCatalogue+Markdown.swift. -->

    # Rules

    Every rule that comes with hirelint. `hirelint explain RULE` tells all about one of them, \
    `hirelint rules` lists them, and [FORMAT.md](FORMAT.md) tells how to write your own.

    ## How to read an entry

    - **Level**: an *error* makes an ad unusable or unlawful or is simply wrong; a *warning* will \
    cost you good applicants; a *note* is worth a thought. `--fail-on` decides from which level on \
    hirelint leaves with 1.
    - **Default**: rules that are off run with `--enable RULE`; `--disable RULE` turns one off. \
    Both take a theme too.
    - **Precision**: how often the rule is right on real ads. *High* is 19 times in 20 or more, \
    *medium* 9 in 10 or more, *low* less; rules of low precision are off.
    - **Says**, **why**, **instead**: what a finding tells. Words in braces come from the ad.
    - ✗ is flagged, at the words in bold, → is what the fix makes of it; ✓ passes. Examples \
    without bold words lack something.

    ## Score

    An ad has 0 to 100 points. `hirelint check --ledger` shows where they come from, line by line.

    | Pillar | Points | How |
    | --- | --- | --- |
    | facts | 35 | earned: pay 12, workplace 7, a way to apply 5, employer 4, contract type 3, \
    working time 2, closing date 2 |
    | integrity | 20 | lost by findings: nothing is masked, broken or a fraud |
    | inclusion | 20 | lost by findings: nobody is shut out |
    | clarity | 15 | lost by findings: it reads well |
    | structure | 10 | lost by findings: it is built well |

    An error costs 8, a warning 3, a note 1; one rule costs at most twice that in one ad, and all \
    notes of a pillar together at most 4. Then the worst fault limits the whole: with an error of \
    the theme *bias* an ad has 29 at most, with one of *scam* or *apply* 39, with any other 79.

    90 and more: publish. 75 to 89: fix warnings. 50 to 74: rework. Below: do not publish.

    ## Themes
    """
}
