import AdModel
import Reading
import Testing

@Suite struct HTMLReaderTests {
  @Test(arguments: [
    ("<p>A <b>rock</b> &amp; roll", ["p: A rock & roll"]),
    ("a\n  b\t\tc", ["p: a b c"]),
    ("one<br>two<br/><br />three", ["p: one", "p: two", "p: three"]),
    ("<ul><li>One</li><li><p>Two</p><p>more</p></ul>", ["li: One", "li: Two", "p: more"]),
    ("<h2>Duties</h2>Sell<h1>Seller</h1>", ["h1: Seller", "h2: Duties", "p: Sell"]),
    ("a<!-- b -->c<!>d<?e?>f<![CDATA[<g>]]>", ["p: acdf<g>"]),
    ("<script>if (a < b) '</p>'</script>x<style>p{}</style>", ["p: x"]),
    ("<svg><title>no</title><svg>a</svg>b</svg>c<template>d</template>", ["p: c"]),
    (
      "3 < 4 & 5 &euro;10 &#8364; &#x80; &notit; &bogus; &copy2",
      ["p: 3 < 4 & 5 €10 € € ¬it; &bogus; ©2"]
    ),
    ("<pre>a\n  b</pre>c", ["code: a\n  b", "p: c"]),
    ("• One<br>• Two", ["li: One", "li: Two"]),
    ("<table><tr><td>Pay</td><td>£30,000</td></tr></table>", ["p: Pay £30,000"]),
    ("<a title=\"a > b\" href=x>y</a>", ["p: y"]),
  ])
  func `shows what a browser shows`(html: String, blocks: [String]) throws {
    #expect(try ad(html, as: "html").laidOut == blocks)
  }

  @Test func `knows the title from the heading, else from the page`() throws {
    let page = "<html><head><title>Seller &amp; more</title></head><body>"
    #expect(
      try ad(page + "<p>We sell.", as: "html").told == ["title: Seller & more", "body: We sell."])
    #expect(
      try ad(page + "<p>Menu</p><h1>Head <i>Seller</i></h1><p>We sell.", as: "html").told
        == ["title: Head Seller", "body: Menu\nWe sell."])
    #expect(
      try ad("<h2>Sales Manager</h2><p>We sell.", as: "html").told
        == ["title: Sales Manager", "body: We sell."])
  }

  @Test(arguments: [
    ("<p><strong>Cook</strong></p><p>We cook.", ["title: Cook", "body: We cook."]),
    ("<b>Cook &amp; baker</b><br>We cook.", ["title: Cook & baker", "body: We cook."]),
    ("<div><b>Cook</b><br/>We cook.</div>", ["title: Cook", "body: We cook."]),
    ("<p><b>Location</b></p><p>Hove", ["body: Location\nHove"]),
    ("<p><b>Cook</b> wanted</p><p>We cook.", ["body: Cook wanted\nWe cook."]),
    (
      "<p><b>Elm House</b></p><h1>Cook</h1><p>We cook.",
      ["title: Cook", "body: Elm House\nWe cook."]
    ),
  ])
  func `takes a bold first line for the title where no heading is`(
    html: String, told: [String]
  ) throws {
    #expect(try ad(html, as: "html").told == told)
  }

  @Test func `keeps links with what is clicked and where it leads`() throws {
    let html = #"See <a href="/a?b=1&amp;c=2">our <b>page</b></a><a href="https://x.y"></a>."#
    let found = try ad(html, as: "html")
    #expect(found.links.map { found.text(at: $0.text) } == ["our page", ""])
    #expect(found.links.map { $0.target.map(found.text(at:)) } == ["/a?b=1&c=2", "https://x.y"])
    let source = found.links[0].source.utf8
    let bytes = Array(html.utf8)
    #expect(
      String(decoding: bytes[source], as: UTF8.self)
        == #"<a href="/a?b=1&amp;c=2">our <b>page</b></a>"#)
    #expect(found.links.allSatisfy { !$0.hasImage })
    let image = try ad("<a href=x><img alt='Apply'></a><a href=''>y</a><a>z</a>", as: "html")
    #expect(image.links.map(\.hasImage) == [true, false])
    #expect(image.links[1].target == nil)
  }

  @Test func `keeps classes and ids once, out of sight`() throws {
    let found = try ad(
      "<div id=main class='a b'><p class='a b'>Hi <b class=c>you</b></div>", as: "html")
    #expect(found.texts(of: .attribute).sorted() == ["a b", "main"])
    #expect(found.told == ["body: Hi you"])
  }

  @Test func `says where each word stands`() throws {
    let html = "<p>Rock &amp;&#32;roll,\n  <i>baby</i>"
    let bytes = Array(html.utf8)
    let found = try ad(html, as: "html")
    #expect(found.text(of: .body) == "Rock & roll, baby")
    #expect(found.spelling(of: "baby", in: bytes) == "baby")
    #expect(found.spelling(of: "& r", in: bytes) == "&amp;&#32;r")
    #expect(found.spelling(of: ", b", in: bytes) == ",\n  <i>b")
  }
}
