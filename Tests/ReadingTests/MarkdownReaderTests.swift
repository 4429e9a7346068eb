import AdModel
import Reading
import Testing

@Suite struct MarkdownReaderTests {
  @Test func `reads a template as a person does`() throws {
    let text = """
      ---
      location: "Leeds"
      draft: true
      ---
      # Inside *Sales* Manager

      We are **hiring**
      a [manager](https://x.y "now") &amp; more\\!

      ## Duties
      * Sell
      * `Buy`

      1. Wait  
         here
      > ```
      > let x = 1
      > ```
      <div class="a">Raw <b>HTML</b></div>
      """
    let found = try ad(text, as: "markdown")
    #expect(found.text(of: .location) == "Leeds")
    #expect(found.text(of: .title) == "Inside Sales Manager")
    #expect(
      found.laidOut == [
        "h1: Inside Sales Manager", "p: We are hiring a manager & more!", "h2: Duties", "li: Sell",
        "li: Buy", "li: Wait", "p: here", "code: let x = 1", "p: Raw HTML",
      ])
    #expect(found.texts(of: .link) == ["https://x.y"])
    #expect(found.texts(of: .attribute) == ["a"])
    #expect(found.spelling(of: "hiring a manager", in: Array(text.utf8)) == "hiring**\na [manager")
  }

  @Test(arguments: [
    ("Apply at <<URL TBC>> by May.", ["p: Apply at <<URL TBC>> by May."]),
    ("Ask <Line Manager> for <b>bread</b>.", ["p: Ask <Line Manager> for bread."]),
    ("Bake <INPUT DISABLED>it <span class=\"x\">now</span>.", ["p: Bake it now."]),
  ])
  func `reads blanks to fill, which are no tags`(text: String, blocks: [String]) throws {
    #expect(try ad(text, as: "markdown").laidOut == blocks)
  }

  @Test(arguments: [
    ("*a* __b__ _c_ **d*", ["p: a b c *d"]),
    ("snake_case_name ****", ["p: snake_case_name ****"]),
    ("**Pay:** 9\n**Hours**: 8\nmore\n**bold** text", ["p: Pay: 9", "p: Hours: 8 more bold text"]),
    ("***both*** **a *b* c**", ["p: both a b c"]),
    ("Title\n===\n\nText\n---\nmore", ["h1: Title", "h2: Text", "p: more"]),
    ("[a][b] [b] [c]\n\n[b]: /url 'x'", ["p: a b [c]"]),
    ("![alt](x.png)here <https://a.b> <me@a.b>", ["p: here https://a.b me@a.b"]),
    ("a\\\nb", ["p: a", "p: b"]),
    ("    code\n\ttab\n\nx", ["code: code\ntab", "p: x"]),
    ("> quoted\nlazy\n\n- a\n\n  b\n- c", ["p: quoted lazy", "li: a", "p: b", "li: c"]),
    ("- - a\n\n***\n\n+ b", ["li: a", "li: b"]),
    ("2021. No list\n2. here", ["li: No list", "li: here"]),
    ("#hash\n####### seven", ["p: #hash ####### seven"]),
    ("`` a`b `` <b>x</b> <3", ["p: a`b x <3"]),
  ])
  func `follows CommonMark`(text: String, blocks: [String]) throws {
    #expect(try ad(text, as: "markdown").laidOut == blocks)
  }

  @Test(arguments: [
    (
      "**Cook (Leeds)**\n*Elm House*\n\nWe cook.",
      ["title: Cook (Leeds)", "body: Elm House\nWe cook."]
    ),
    ("**About us**\n\nWe cook.", ["body: About us\nWe cook."]),
    ("**We are hiring!**\n\nWe cook.", ["body: We are hiring!\nWe cook."]),
    ("**We** cook **soup**\n\nYou too.", ["body: We cook soup\nYou too."]),
    ("## Cook\n\n**Elm House**\n\nWe cook.", ["title: Cook", "body: Elm House\nWe cook."]),
    ("**Elm House**\n\n# Cook\n\nWe cook.", ["title: Cook", "body: Elm House\nWe cook."]),
    ("**Cook**", ["body: Cook"]),
  ])
  func `takes a bold first line for the title where no heading is`(
    text: String, told: [String]
  ) throws {
    #expect(try ad(text, as: "markdown").told == told)
  }
}
