import AdModel
import Reading
import Testing

@Suite struct FeedTests {
  @Test func `reads CDATA, escaped HTML and HTML`() throws {
    let text = """
      <source>
        <publisher>Board</publisher>
        <job id="a">
          <title> <![CDATA[Chef & Cook]]> </title><company/>
          <location><city>Leeds</city><country>GB</country></location>
          <description><![CDATA[<p>We &amp; you</p>]]></description>
        </job>
        <job><id>b</id><title>R&amp;D &#8364; Caf&eacute;</title>
          <description>&lt;p&gt;Rock &amp;amp; roll&lt;/p&gt;</description></job>
        <job><title>c</title><description>Top <p>We <b>bake</b></p><p>a &amp; b</p></description></job>
      </source>
      """
    let found = try ads(text, as: "xml")
    #expect(
      found.map(\.told) == [
        [
          "title: Chef & Cook", "company: ", "location: Leeds", "country: GB", "body: We & you",
        ], ["title: R&D € Café", "body: Rock & roll"], ["title: c", "body: Top\nWe bake\na & b"],
      ])
    #expect(found.prefix(2).map(\.id) == ["a", "b"])
    #expect(found.map(\.markup) == [.html, .html, .html])
    #expect(
      found[0].fields.map(\.pointer) == [
        "/title", "/company", "/location/city", "/location/country", "/description",
      ])
    let bytes = Array(text.utf8)
    #expect(found[0].spelling(of: "Chef & Cook", in: bytes) == "Chef & Cook")
    #expect(found[0].spelling(of: "& you", in: bytes) == "&amp; you")
    #expect(found[1].spelling(of: "€ Café", in: bytes) == "&#8364; Caf&eacute;")
    #expect(found[1].spelling(of: "& roll", in: bytes) == "&amp;amp; roll")
    #expect(found[2].spelling(of: "& b", in: bytes) == "&amp; b")
  }

  /// Each is the shape of one kind of feed, with the title and the text that are in it.
  static let shapes = [
    "<jobs><job><partnerJobId>1</partnerJobId><title>T</title><description>D</description></job></jobs>",
    "<rss xmlns:media='m'><channel><title>Board</title><image><title>x</title></image><item><title>T</title><media:title>x</media:title><content:encoded><![CDATA[<p>D</p>]]></content:encoded></item></channel></rss>",
    "<feed><title>Board</title><entry><title>T</title><content type='html'>&lt;p>D&lt;/p></content></entry></feed>",
    "<Envelope><Packet><Payload><PositionOpening><PositionProfile><PositionTitle>T</PositionTitle><PositionFormattedDescription><Content>D</Content></PositionFormattedDescription></PositionProfile></PositionOpening></Payload></Packet></Envelope>",
    "<a:list xmlns:a='b'><a:position><a:position>T</a:position><a:description>D</a:description></a:position></a:list>",
    "<stellen><stelle><title>T</title><text>D</text></stelle><stelle><title>T</title><text>D</text></stelle></stellen>",
    "<job><title>T</title><description>D</description></job>",
    "<!DOCTYPE x [<!-- ' --><!ELEMENT job (#PCDATA)>]><!-- <job> --><x><title>T</title><description>D</description></x>",
  ]

  @Test(arguments: shapes) func `knows the ads of many feeds`(feed: String) throws {
    for found in try ads(feed, as: "xml") { #expect(found.told == ["title: T", "body: D"]) }
  }

  @Test func `reads the ads around a broken one`() throws {
    let text =
      "<jobs><job><title>a</title></job><job><title>b &c</title></job><job><title>d</title>"
      + "<job><title>e</title></job><job><title>f</title></jib></job><job/><job><title>g</title>"
    let file = try SourceFile(name: "a.xml", bytes: Array(text.utf8))
    let reader = XMLReader(ReadingOptions())
    let said = reader.records(in: file).map { record in
      do throws(Problem) {
        return try reader.ad(from: record, in: file).text(of: .title) ?? "none"
      } catch {
        return error.message
      }
    }
    func broken(_ what: String, _ byte: Int) -> String {
      "This ad is not valid XML: found \(what) (byte \(byte)); mend it, or tell the format with"
        + " --input."
    }
    #expect(
      said == [
        "a", broken("a bare “&”, which should be “&amp;”", 47), broken("no end tag of the ad", 84),
        "e",
        broken("an end tag of another element than the one that is open", 134), "none",
        broken("no end tag of the ad", 171),
      ])
  }

  @Test func `says that a feed is cut between two ads`() {
    #expect(
      problems(Array("<jobs><job><title>a</title></job>\n".utf8), as: "xml").map(\.message) == [
        "This feed ends before its last end tag, so ads may be missing; fetch it again."
      ])
  }

  @Test(arguments: ["<a><b>c</b></a>", "<?xml version='1.0'?><p/>", "We sell", "<a", "<!-- a"])
  func `says that a file is no feed`(text: String) {
    #expect(problems(Array(text.utf8), as: "xml").map(\.id) == ["no-ads-in-feed"])
  }

  @Test func `expands and loads nothing`() throws {
    let laughs = (1...9).map { "<!ENTITY l\($0) '&l\($0 - 1);&l\($0 - 1);'>" }.joined()
    let text =
      "<!DOCTYPE jobs SYSTEM 'file:///etc/passwd' [<!ENTITY l0 'ha'>\(laughs)"
      + "<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
      + "<jobs><job><title>&l9;&x;&nbsp;a</title></job></jobs>"
    let found = try ad(text, as: "xml")
    #expect(found.told == ["title: &l9;&x;\u{A0}a"])
    #expect(
      found.problems.map(\.message) == [
        "“&l9;” is no character that HTML knows, and entities that a feed declares are not expanded;"
          + " write the characters themselves."
      ])
    #expect(!found.problems[0].losesAds)
  }

  @Test func `nesting has a limit that is said`() {
    let text =
      "<job>" + String(repeating: "<a>", count: 1000) + String(repeating: "</a>", count: 1000)
      + "</job>"
    #expect(
      problems(Array(text.utf8), as: "xml").map(\.message) == [
        "This ad is not valid XML: found more than 1000 levels of nesting (byte 3002); mend it, or"
          + " tell the format with --input."
      ])
  }
}
