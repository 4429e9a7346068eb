import AdModel
import Reading
import RuleBook
import RuleText
import TestSupport

/// What documents are read by, and what the documents are made of.
struct Target {
  /// Its name, that of a reader but for `zip`, `gzip`, `any` and `rules`.
  var name: String
  /// Endings of the files that its documents come from.
  var endings: [String]
  /// Documents of its own.
  var seeds: [String] = []
  /// What a document is full of.
  var tokens: [String]
  /// Reads a document, and gives the law that it breaks.
  var read: @Sendable ([UInt8]) -> String?

  private static let words = [
    "Title: ", "Salary: £****", "young man", "\n", "\r\n", "\r", "\n\n", " ", "\t", "é", "😀",
    "\u{FEFF}", "\u{0}", "£31,000 to £35,000", "-", "•", "\u{A0}", "\u{200B}", "a", "0",
  ]
  private static let html = [
    "<", ">", "&", "&amp;", "&#8364;", "&#x0;", "&lt;", "<p>", "</p>", "<br>", "<li>", "<ul>",
    "<!--",
    "-->", "<a href='x'>", "</a>", "<h1>", "</h1>", "<pre>", "<svg>", "<script>", "</script>",
    "<script type=application/ld+json>", "<table><tr><td>", "<![CDATA[", "]]>", "\"", "'",
    "<title>",
    "<img alt=x>", "<div class=\"a\" id=b>",
  ]
  private static let json = [
    "{", "}", "[", "]", ":", ",", "\"", "\\", "\\u00e9", "\\ud83d", "\\ude00", "\\n", "null",
    "true",
    "-1.5e9", "\"title\":", "\"description\":\"", "\"text\":\"", "\"@type\":\"JobPosting\",",
    "\"baseSalary\":{\"value\":{\"minValue\":1,\"maxValue\":2}},", "\"jobs\":[", "\"categories\":{",
    "\"hostedUrl\":1,", "\"pay_input_ranges\":[{\"min_cents\":",
    "\"metadata\":[{\"name\":\"Hours\",",
    "\"absolute_url\":1,\"updated_at\":2,", "&lt;p&gt;",
  ]
  private static let markdown = [
    "# ", "## ", "**", "*", "_", "`", "```", "> ", "1. ", "- ", "* ", "[", "](", ")", "![", "---",
    "===",
    "<http://a.b>", "\\", "    ", "[a]: b", "|", "~~~",
  ]
  private static let xml = [
    "<job>", "</job>", "<job/>", "<title>", "</title>", "<description>", "</description>",
    "<?xml ?>",
    "<!DOCTYPE a [", "<!ENTITY b 'c'>", "]>", "&b;", "<position>", "<name>", "<jobDescriptions>",
    "<partnerJobId>", "<salary_min>1</salary_min><salary_max>2</salary_max>", "xmlns:a='b'", "a:",
  ]
  private static let word = [
    "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "<w:tbl>", "<w:tr>", "<w:tc>",
    "</w:tc>",
    "</w:tr>", "</w:tbl>", "<w:pPr>", "</w:pPr>", "<w:pStyle w:val='Title'/>", "<w:br/>",
    "<w:tab/>",
    "<w:hyperlink r:id='r1'>", "</w:hyperlink>", "<w:del>", "</w:del>", "<w:vanish/>",
    "<w:numPr><w:numId w:val='1'/></w:numPr>", "<w:outlineLvl w:val='0'/>",
  ]
  private static let table = [",", ";", "|", "\"", "\"\"", "\t", "sep=;\n", "title", "text", "id"]
  private static let yaml = [
    "rules:", "theme: ", "  - id: ", "check: {phrases: [", "]}", "flags: ", "passes: ",
    "severity: ",
    "&a ", "*a", "!!str ", "| ", "? ", "- ", "[[", "]]", "posting: missing", "(a|&)", "fix: {a: b}",
  ]

  static let all: [Target] = [
    reader("ndjson", ["ndjson"], json + html),
    reader("json", ["json", "ndjson"], json + html),
    reader("csv", ["csv"], table + html),
    reader("tsv", ["csv"], table + html),
    reader("xml", ["xml"], xml + html),
    reader("html", ["html"], html + json),
    reader("markdown", ["md"], markdown + html),
    reader("text", ["txt"], html),
    Target(
      name: "docx", endings: [], seeds: [WordSeed.text], tokens: words + word + ["&amp;", "&nbsp;"]
    ) { fault(in: WordSeed.document($0)) },
    Target(
      name: "zip", endings: [],
      seeds: [
        String(
          decoding: Archive([.init("a.txt", "Title: x"), .init("b/c.md", "# y")]).bytes,
          as: UTF8.self)
      ],
      tokens: [
        "PK\u{1}\u{2}", "PK\u{3}\u{4}", "PK\u{5}\u{6}", "PK\u{6}\u{6}", "\u{0}\u{0}", "\u{1}",
      ]
    ) { bytes in fault(in: bytes) },
    Target(
      name: "any", endings: ["txt", "md", "html", "json", "xml", "csv"],
      tokens: words + html + json + markdown + xml + table
    ) { bytes in fault(in: bytes) },
    Target(name: "rules", endings: ["yml"], tokens: words + yaml) { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      guard let node = try? RuleFile.node(of: text, file: "a.yml") else { return nil }
      var reader = RuleFileReader()
      reader.read(node, file: "a.yml")
      let fault = reader.faults.first { $0.message.isEmpty || $0.line < 1 || $0.column < 1 }
      return fault == nil ? nil : "A fault says what and where."
    },
  ]

  private static func reader(_ name: String, _ endings: [String], _ tokens: [String]) -> Target {
    Target(name: name, endings: endings, tokens: words + tokens) { fault(in: $0, as: name) }
  }

  /// The law that is broken by an ad in `bytes`, read as `format` or as what they look like.
  private static func fault(in bytes: [UInt8], as format: String? = nil) -> String? {
    do throws(Problem) {
      let file = try SourceFile(name: "ad", bytes: bytes, limit: 1 << 24)
      let reader = try Readers.reader(for: file, forced: format)
      var end = 0
      for record in reader.records(in: file) {
        if record.lower < end || record.upper > file.text.count { return "Records are apart." }
        end = record.upper
        do throws(Problem) {
          let ad = try reader.ad(from: record, in: file)
          if let law = PlaceLaws.broken(by: ad, in: file) { return law }
        } catch {
          if error.message.isEmpty { return "A problem says what is wrong." }
        }
      }
      return nil
    } catch {
      return error.message.isEmpty ? "A problem says what is wrong." : nil
    }
  }
}

/// A document of Word around a text of its own.
enum WordSeed {
  static let text =
    "<w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr><w:r><w:t>Chef</w:t></w:r></w:p><w:tbl><w:tr><w:tc>"
    + "<w:p><w:r><w:t>Salary</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>£9</w:t></w:r></w:p></w:tc>"
    + "</w:tr></w:tbl><w:p><w:hyperlink r:id='r1'><w:r><w:t>here</w:t></w:r></w:hyperlink></w:p>"

  static func document(_ body: [UInt8]) -> [UInt8] {
    let relations =
      "<Relationships><Relationship Id='r1' Target='u' TargetMode='External'/></Relationships>"
    let text = Array("<w:document><w:body>".utf8) + body + Array("</w:body></w:document>".utf8)
    return Archive([
      .init("word/document.xml", text), .init("word/_rels/document.xml.rels", relations),
    ]).bytes
  }
}
