import AdModel
import Reading
import TestSupport
import Testing

@Suite struct JSONReaderTests {
  @Test func `reads fields, then the body with its own labels`() throws {
    let line =
      #"{"id": "a/1", "title": "Caf\u00e9 Seller", "company": "", "location": {"city": "Leeds", "country": "GB"}, "#
      + #""salary": {"min": 30000, "max": null}, "remote": true, "format": "text", "#
      + #""text": "Title: Café Seller\nDescription: We \"sell\" \ud83d\ude00 \ud83d."}"#
    let found = try ad(line, as: "ndjson")
    #expect(found.id == "a/1")
    #expect(
      found.told == [
        "company: ", "location: Leeds", "country: GB", "salary: 30000", "salary: ",
        "workMode: true", "title: Café Seller", "body: We \"sell\" 😀 \u{FFFD}.",
      ])
    #expect(
      found.fields.map(\.pointer) == [
        "/company", "/location/city", "/location/country", "/salary/min", "/salary/max", "/remote",
        "/text", "/text",
      ])
    let bytes = Array(line.utf8)
    #expect(found.spelling(of: "\"sell\" 😀", in: bytes) == #"\"sell\" \ud83d\ude00"#)
    #expect(found.spelling(of: "Leeds", in: bytes) == "Leeds")
    #expect(found.markup == .text)
  }

  @Test(arguments: ["date", "date_posted", "listDate", "createdAt"])
  func `takes a bare date for the day of the ad`(name: String) throws {
    let found = try ad(
      #"{"title": "Seller", "\#(name)": "2026-01-02", "text": "We sell."}"#, as: "ndjson")
    #expect(found.told == ["title: Seller", "posted: 2026-01-02", "body: We sell."])
  }

  @Test func `a pointer does not repeat a name too long to tell`() throws {
    let name = String(repeating: "n", count: 300)
    let json = #"{"title": "Chef", "a": {"\#(name)": [1, {"b": 2}], "c~/": [3]}, "d": 4}"#
    let xml = "<job><title>Chef</title><a><\(name)><b>1</b></\(name)><c>2</c></a></job>"
    #expect(
      try ad(json, as: "ndjson").fields.map(\.pointer) == [
        "/title", "/a", "/a", "/a/c~0~1/0", "/d",
      ])
    #expect(try ad(xml, as: "xml").fields.map(\.pointer) == ["/title", "/a", "/a/c"])
  }

  @Test func `time grows as the texts of a record do`() throws {
    let growth = try growth(of: 2_000) { count in
      let texts = (0..<count).map { "\"t\($0)\"" }.joined(separator: ",")
      _ = try ad(#"{"title": "Chef", "description": [\#(texts)]}"#, as: "ndjson")
    }
    #expect(growth < linearGrowth)
  }

  @Test func `reads HTML inside a string inside a list`() throws {
    let text =
      #"{"jobs": [{"name": "Seller", "content": "<h1>Seller<\/h1><p>We &amp; you<\/p>"}, {"content": "B"}]}"#
    let found = try ads(text, as: "json")
    #expect(found.count == 2)
    #expect(found[0].told == ["title: Seller", "body: We & you"])
    #expect(found[0].markup == .html)
    #expect(found[0].spelling(of: "& you", in: Array(text.utf8)) == "&amp; you")
    #expect(found[0].id != found[1].id)
  }

  @Test(arguments: [
    ("Fish &amp; <i>chips</i>.", "Fish & chips."),
    ("H<sub>2</sub>O &amp; <FONT color=red>fire</FONT>.", "H2O & fire."),
    ("<blockquote>Fish &amp; chips.</blockquote>", "Fish & chips."),
    ("<center>Fish &amp; chips.</center>", "Fish & chips."),
    ("Where <s> or x < y &amp; z.", "Where <s> or x < y &amp; z."),
    ("A </i> &amp; <i> are tags.", "A </i> &amp; <i> are tags."),
    ("Call <code> &amp; say </u>.", "Call <code> &amp; say </u>."),
  ])
  func `takes words that stand out for HTML if both of their tags are there`(
    text: String, body: String
  ) throws {
    let found = try ad(#"{"title": "Chef", "description": "\#(text)"}"#, as: "json")
    #expect(found.told == ["title: Chef", "body: \(body)"])
  }

  @Test func `undoes HTML whose tags are escaped`() throws {
    let text = #"[{"content": "&lt;p&gt;Rock &amp;amp; roll&lt;/p&gt;"}]"#
    let found = try ad(text, as: "json")
    #expect(found.told == ["body: Rock & roll"])
    #expect(found.spelling(of: "& roll", in: Array(text.utf8)) == "&amp;amp; roll")
  }

  @Test func `takes a heading that is not the title for a heading`() throws {
    let found = try ad(##"{"title": "Seller", "text": "# About us\n\nWe sell."}"##, as: "ndjson")
    #expect(found.told == ["title: Seller", "body: About us\nWe sell."])
    #expect(found.laidOut == ["h1: About us", "p: We sell."])
  }

  @Test func `knows the names that a configuration gives`() throws {
    let file = try SourceFile(name: "a.json", bytes: Array(#"{"Stellen-Titel": "Koch"}"#.utf8))
    let reader = JSONReader(ReadingOptions(names: ["stellentitel": .title]))
    #expect(try reader.ad(from: reader.records(in: file)[0], in: file).told == ["title: Koch"])
  }

  @Test func `reads the lines behind a broken one`() throws {
    let file = try SourceFile(
      name: "a.ndjson",
      bytes: Array("{\"id\":\"a\"}\n{\"id\": x}\n\n{\"id\":\"c\",\"title\":\"C\"}\n".utf8))
    let reader = NDJSONReader(ReadingOptions())
    let records = reader.records(in: file)
    #expect(records.count == 3)
    #expect(try reader.ad(from: records[2], in: file).id == "c")
    let problem = try #require(throws: Problem.self) { try reader.ad(from: records[1], in: file) }
    #expect(problem.place == ByteRange(18, 19))
  }

  @Test func `keeps the elements in front of a fault`() throws {
    let text = Array(#"[{"id": "a"}, {"id": "b", "title": "B"} {"id": "c"}]"#.utf8)
    let file = try SourceFile(name: "a.json", bytes: text)
    let reader = JSONReader(ReadingOptions())
    let records = reader.records(in: file)
    #expect(records.count == 3)
    #expect(try reader.ad(from: records[1], in: file).id == "b")
    #expect(throws: Problem.self) { try reader.ad(from: records[2], in: file) }
  }

  @Test(arguments: [
    (#"{"a": tru}"#, "expected a value, but found “t” (byte 6)"),
    (#"{"a" 1}"#, "expected “:” after the name, but found “1” (byte 5)"),
    (#"{"a": 1 "b": 2}"#, "expected “,” or “}” after the value, but found “\"” (byte 8)"),
    (#"{"a": [1 2]}"#, "expected “,” or “]” after the value, but found “2” (byte 9)"),
    (#"{"a": "b"#, "expected a closing double quote, but the file ends (byte 8)"),
    (#"{"a": "\x"}"#, "expected a character that may follow a backslash, but found “x” (byte 8)"),
    (#"{"a": "\u12g4"}"#, "expected four hexadecimal digits after “\\u”, but found “g” (byte 11)"),
    (
      "{\"a\": \"\t\"}",
      "expected an escape such as “\\n” in place of a control character, but found the byte 9 (byte 7)"
    ),
    (#"{"a": -}"#, "expected a digit, but found “}” (byte 7)"),
    (#"{,}"#, "expected a name in double quotes or “}”, but found “,” (byte 1)"),
    (#"{"a": 1,}"#, "expected a name in double quotes, but found “}” (byte 8)"),
    (#"{"a": 1} €"#, "expected nothing more after the value, but found “€” (byte 9)"),
  ])
  func `says what is wrong with broken JSON`(text: String, says: String) {
    #expect(
      problems(Array(text.utf8), as: "ndjson").map(\.message) == [
        "This record is not valid JSON: \(says); mend it, or tell the format with --input."
      ])
  }

  @Test(arguments: [
    ("[1]", "a number"), (#"["a"]"#, "a string"), ("[[]]", "an array"), ("[null]", "null"),
    ("[true]", "true or false"),
  ])
  func `says what is no ad`(text: String, kind: String) {
    #expect(
      problems(Array(text.utf8), as: "json").map(\.message) == [
        "This record is \(kind); an ad is an object with fields such as “title” and “description”."
      ])
  }
}
