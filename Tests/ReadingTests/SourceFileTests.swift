import AdModel
import Reading
import Testing

@Suite struct SourceFileTests {
  @Test(
    arguments: [
      (Array("Café".utf8), "Café", Encoding.utf8),
      ([0xEF, 0xBB, 0xBF, 0x61], "\u{FEFF}a", .utf8),
      ([0xFF, 0xFE, 0x61, 0, 0xAC, 0x20], "\u{FEFF}a€", .utf16LittleEndian),
      (
        [0xFE, 0xFF, 0, 0x61, 0xD8, 0x3D, 0xDE, 0, 0xD8, 0x3D], "\u{FEFF}a😀\u{FFFD}",
        .utf16BigEndian
      ),
      ([0x61, 0, 0x62, 0, 0x63, 0], "abc", .utf16LittleEndian),
      ([0, 0x61, 0, 0x62, 0, 0x63], "abc", .utf16BigEndian),
      ([0x43, 0x61, 0x66, 0xE9, 0x20, 0x80], "Café €", .windows1252),
      (Array("é ü ß ".utf8) + [0xFF], "é ü ß \u{FFFD}", .utf8),
    ] as [([UInt8], String, Encoding)])
  func `reads every encoding`(bytes: [UInt8], text: String, encoding: Encoding) throws {
    let file = try SourceFile(name: "a.txt", bytes: bytes)
    #expect(Array(text.utf8) == file.text)
    #expect(file.encoding == encoding)
    #expect(file.byteCount == bytes.count)
    #expect(file.original(of: ByteRange(0, file.text.count)) == 0..<bytes.count)
  }

  @Test(
    arguments: [
      ([], "This file is empty, so there is no ad in it."),
      ([0xEF, 0xBB, 0xBF], "This file is empty, so there is no ad in it."),
      ([0xFF, 0xFE], "This file is empty, so there is no ad in it."),
      (
        [0xD0, 0xCF, 0x11, 0xE0],
        "This file is an old Office document, which is not read; save the ad as text, Markdown, HTML or JSON in UTF-8."
      ),
      (
        [0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0],
        "This file is text in UTF-32, which is not read; save the ad as text, Markdown, HTML or JSON in UTF-8."
      ),
      (
        Array("Sell".utf8) + [0] + Array(" a lot".utf8),
        "This file is not text: byte 4 is 0, which no text has; save the ad as text, Markdown, HTML"
          + " or JSON in UTF-8."
      ),
      (
        Array("S\u{1}ell".utf8) + [0xE9],
        "This file is not text: byte 1 is 1, which no text has; save the ad as text, Markdown, HTML"
          + " or JSON in UTF-8."
      ),
      (
        Array("Sell ".utf8) + [0xE9, 0x81],
        "This file is neither UTF-8 (byte 5 is not) nor Windows-1252 (byte 6 is not); save it as"
          + " UTF-8."
      ),
    ] as [([UInt8], String)])
  func `says what cannot be read`(bytes: [UInt8], message: String) {
    let problem = #expect(throws: Problem.self) { try SourceFile(name: "a", bytes: bytes) }
    #expect(problem?.message == message)
    #expect(problem?.file == "a")
  }

  @Test func `a document of Word that is none is told by its name`() {
    let bytes: [UInt8] = [0x50, 0x4B, 0x03, 0x04] + Array("cut".utf8)
    let problem = #expect(throws: Problem.self) { try SourceFile(name: "a.DOCX", bytes: bytes) }
    #expect(problem?.id == "damaged-document")
    let other = #expect(throws: Problem.self) { try SourceFile(name: "a.xlsx", bytes: bytes) }
    #expect(other?.id == "binary-file")
  }

  @Test(arguments: [
    ("a.md", "x", "markdown"), ("a.HTM", "x", "html"), ("a.jsonl", "x", "ndjson"),
    ("a.json", "{", "json"), ("a.txt", "Sell **** now\n# ", "text"),
    ("a", " {\"a\":1}\n{\"b\":2}", "ndjson"),
    ("a", "{\n\"a\":1}", "json"), ("a", "[{", "json"), ("a", "[link](http://a.b)", "markdown"),
    ("a.txt", "# Seller\n<a href=x>y</a>", "markdown"), ("a.txt", "\n<h2>Seller</h2> # x", "html"),
    ("a.txt", "We <b>sell</b>", "html"), ("a.txt", "a < b", "text"),
    ("x.d/y", "We **sell** it", "markdown"), ("a.csv", "x", "csv"), ("a.TSV", "x", "tsv"),
    ("a.txt", "Job title;Text\nChef;Cook", "csv"), ("-", "title\tdescription\na\tb", "tsv"),
    ("a.txt", "sep=|\ntitle|text\na|b", "csv"), ("a.txt", "Title, description\nof a job", "text"),
    ("a.rss", "x", "xml"),
    ("-", "<?xml version='1.0'?>\n<!-- <p> --><jobs><job><a/></job></jobs>", "xml"),
    ("-", "<source><job><title>a</title></job></source>", "xml"),
    ("-", "<?xml version='1.0'?><!DOCTYPE html><html><p>a</p></html>", "html"),
    ("a.txt", "title,salary\na,b", "text"), ("a.txt", "{{company}} is hiring", "text"),
    ("a.txt", "{Company name} is hiring a Nurse", "text"),
    ("a", "{Role}\n\n**We** bake", "markdown"),
    ("a.ndjson", "{Company} is hiring", "ndjson"), ("a.txt", "{ \"title\": \"Ba", "json"),
    ("a.txt", "{}", "json"), ("a.txt", "{", "json"),
  ])
  func `knows the format from the name, else from the text`(
    name: String, text: String, format: String
  ) throws {
    let file = try SourceFile(name: name, bytes: Array(text.utf8))
    #expect(type(of: try Readers.reader(for: file)).name == format)
  }

  @Test func `says what is too large`() {
    let problem = #expect(throws: Problem.self) {
      try SourceFile(name: "a", bytes: [0x61, 0x62, 0x63], limit: 2)
    }
    #expect(
      problem?.message
        == "This file has more than 2 bytes, the most that is read; split it into smaller files.")
  }

  @Test func `says which formats there are`() throws {
    let file = try SourceFile(name: "a", bytes: [0x61])
    let problem = #expect(throws: Problem.self) { try Readers.reader(for: file, forced: "rtf") }
    #expect(
      problem?.message
        == "“rtf” is not a format; one of ndjson, json, csv, tsv, xml, html, markdown, docx, pdf, text is."
    )
  }
}
