import AdModel
import Reading
import TestSupport
import Testing

/// Documents of Word, made of the paragraphs that a test gives.
@Suite struct WordTests {
  /// What there is in a document beside its text.
  static let styles = """
    <w:styles xmlns:w="w"><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style><w:style \
    w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Ours"><w:name \
    w:val="Ours"/><w:basedOn w:val="berschrift1"/></w:style><w:style w:styleId="Punkte"><w:name \
    w:val="Points"/><w:pPr><w:numPr/></w:pPr></w:style><w:style w:styleId="Loop"><w:basedOn \
    w:val="Loop"/></w:style></w:styles>
    """
  static let relations = """
    <Relationships><Relationship Id="r1" Target="https://a.example.org/?b=1&amp;c=2" \
    TargetMode="External"/></Relationships>
    """

  static func xml(_ body: String) -> String {
    "<?xml version='1.0' encoding='UTF-8'?>\n<w:document xmlns:w='w'><w:body>\(body)</w:body></w:document>"
  }

  static func document(_ body: String) -> [UInt8] {
    return Archive([
      .init("[Content_Types].xml", "<Types/>"), .init("word/document.xml", xml(body)),
      .init("word/styles.xml", styles), .init("word/_rels/document.xml.rels", relations),
    ]).bytes
  }

  static func paragraph(_ runs: String, _ style: String = "") -> String {
    let properties = style.isEmpty ? "" : "<w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr>"
    return "<w:p>\(properties)\(runs)</w:p>"
  }

  static func run(_ words: String, _ properties: String = "") -> String {
    "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(words)</w:t></w:r>"
  }

  private func ad(_ body: String) throws -> (ad: Ad, file: SourceFile) {
    let file = try SourceFile(name: "ad.docx", bytes: Self.document(body))
    let found = try ads(of: file)
    #expect(found.count == 1 && !found[0].isEditable)
    expectHonest(found[0], in: file)
    return (found[0], file)
  }

  @Test func `reads titles, headings, lists, labels and tables`() throws {
    let p = Self.paragraph
    let r = { Self.run($0) }
    let cell = { (words: String) in "<w:tc>\(p(r(words), ""))</w:tc>" }
    let (found, file) = try ad(
      p(r("Night Baker"), "Titel") + p(r("Company: Crumb &amp; Co"), "")
        + "<w:tbl><w:tr>\(cell("Salary"))\(cell("€31,000 a year"))</w:tr><w:tr>\(cell("Oven"))\(cell("Hot"))\(cell("Old"))</w:tr></w:tbl>"
        + p(r("About us"), "Ours") + p(r("We bake."), "Loop") + p("", "")
        + p(r("You mix"), "Punkte")
        + "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='3'/></w:numPr></w:pPr>\(r("You clean"))</w:p>"
        + "<w:p><w:pPr><w:pStyle w:val='Punkte'/><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr>\(r("No point"))</w:p>"
        + "<w:p><w:pPr><w:outlineLvl w:val='1'/></w:pPr>\(r("Apply"))</w:p>")
    #expect(
      found.told == [
        "company: Crumb & Co", "salary: €31,000 a year", "title: Night Baker",
        "body: Oven Hot Old\nAbout us\nWe bake.\nYou mix\nYou clean\nNo point\nApply",
      ])
    #expect(
      found.laidOut == [
        "h1: Night Baker", "p: Oven Hot Old", "h1: About us", "p: We bake.", "li: You mix",
        "li: You clean",
        "p: No point", "h2: Apply",
      ])
    #expect(file.document?.part == "word/document.xml")
    #expect(String(decoding: file.text, as: UTF8.self).split(separator: "\n").count == 10)
  }

  @Test func `reads what a person sees, and nothing else`() throws {
    let r = { Self.run($0) }
    let box = "<w:txbxContent>\(Self.paragraph(r("In a box")))</w:txbxContent>"
    let (found, _) = try ad(
      Self.paragraph(
        r("We ") + "<w:del>\(r("fire"))</w:del><w:ins>\(r("hire"))</w:ins>"
          + "<w:moveFrom>\(r("gone"))</w:moveFrom>" + Self.run("secret", "<w:vanish/>")
          + Self.run(" well", "<w:vanish w:val='0'/>")
          + "<w:r><w:noBreakHyphen/><w:t>paid</w:t><w:tab/><w:t>a\nb&#10;c.</w:t><w:br/><w:t>Next</w:t></w:r>"
          + "<w:r><w:instrText>PAGE</w:instrText></w:r>")
        + Self.paragraph(
          "<mc:AlternateContent><mc:Choice>\(box)</mc:Choice><mc:Fallback>\(box)</mc:Fallback></mc:AlternateContent>"
            + r("Around it.")))
    #expect(found.told == ["body: We hire well-paid a b c.\nNext\nIn a box\nAround it."])
  }

  @Test func `leads back to the part that holds the text`() throws {
    let body =
      Self.paragraph(Self.run("A first paragraph, which is no title at all, since it ends so."))
      + Self.paragraph(Self.run("Bread &amp; ") + Self.run("but") + Self.run("ter 😀"))
    let (found, file) = try ad(body)
    for (words, spelled) in [
      ("first", "first"),
      ("Bread & b", "Bread &amp; </w:t></w:r><w:r><w:rPr></w:rPr><w:t xml:space=\"preserve\">b"),
      ("😀", "😀"),
    ] {
      let place = found.map.origin(covering: try #require(found.place(of: words)))
      #expect(file.text[place.utf8].elementsEqual(words.utf8))
      let part = Array(Self.xml(body).utf8)[file.original(of: place)]
      #expect(String(decoding: part, as: UTF8.self) == spelled)
    }
  }

  @Test func `keeps links`() throws {
    let link = "<w:hyperlink r:id=\"r1\">\(Self.run("click"))\(Self.run(" here"))</w:hyperlink>"
    let (found, _) = try ad(
      Self.paragraph(Self.run("To apply, ") + link + Self.run(" now, or write to us by post."))
        + Self.paragraph("<w:hyperlink w:anchor='x'>\(Self.run("up"))</w:hyperlink>"))
    #expect(found.text(of: .body) == "To apply, click here now, or write to us by post.\nup")
    #expect(found.links.map { found.text(at: $0.text) } == ["click here"])
    #expect(
      found.links.map { $0.target.map { found.text(at: $0) } } == ["https://a.example.org/?b=1&c=2"]
    )
  }

  @Test func `says what is wrong with a document`() throws {
    var archive = Archive([.init("word/document.xml", "<w:document><w:p></w:document>")])
    #expect(problems(archive.bytes).map(\.id) == ["damaged-document"])
    archive.files[0].checksum ^= 1
    #expect(
      problems(archive.bytes).map(\.message) == [
        "This Word document is damaged or encrypted; open it in a word processor, and save it anew"
          + " without a password."
      ])
    #expect(problems(Self.document("")).map(\.id) == ["empty-file"])
    #expect(
      problems(Archive([.init("xl/workbook.xml", "<a/>")]).bytes).map(\.id) == ["binary-file"])
    #expect(problems(Array("We sell".utf8), as: "docx").map(\.id) == ["not-a-document"])
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `a document may hold anything`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let pieces = [
      "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>",
      "</w:tr>", "<w:tc>", "</w:tc>", "<w:del>", "</w:del>", "<w:pPr>", "</w:pPr>", "<w:br/>",
      "<w:hyperlink r:id='r1'>", "</w:hyperlink>", "<w:tab/>", "<w:vanish/>", "Salary:", "é😀", " ",
      "\n", "&amp;", "&nbsp;", "<w:pStyle w:val='Titel'/>", "<w:numPr/>",
    ]
    // Well-formed, so that it is read; what stands where is chance.
    var open: [String] = []
    var body = ""
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      let piece = pieces.randomElement(using: &random) ?? ""
      if piece.hasPrefix("</") {
        if let name = open.popLast() { body += "</\(name)>" }
      } else {
        body += piece
        if piece.hasPrefix("<"), !piece.hasSuffix("/>") {
          open.append(String(piece.dropFirst().prefix { $0 != ">" && $0 != " " }))
        }
      }
    }
    for name in open.reversed() { body += "</\(name)>" }
    do throws(Problem) {
      let file = try SourceFile(name: "ad.docx", bytes: Self.document(body))
      let found = try WordReader(ReadingOptions()).ad(
        from: ByteRange(0, file.text.count), in: file)
      expectHonest(found, in: file)
    } catch {
      #expect(error.id == "empty-file")
    }
  }
}
