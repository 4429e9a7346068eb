import AdModel
import Reading
import TestSupport
import Testing

/// Nothing that a file contains crashes or hangs a reader.
@Suite struct HostileTests {
  static let formats = ["ndjson", "json", "csv", "tsv", "xml", "html", "markdown", "text"]

  static let seeds: [[UInt8]] = [
    #"{"id":"1","title":"A \u00e9\ud83d\ude00","text":"Title: x\nDescription: <b>y</b> \"z\""}"#,
    "---\na: b\n---\n# T *a* [b](c \"d\") ![e](f) <g h='i'>&amp; `j` <k@l.m>\n\n> - 1. ```\n[n]: <o>\n===\n",
    "<!doctype html><title>a&b;</title><h1 id=c>d</h1><a href='e&amp;f'>g</a><!-- h --><pre>\ni</pre><li>j<svg><k/></svg>&#x80;<![CDATA[l]]>",
    "Title: a\r\nSalary:\r\n\r\nDescription: b\r\n- c\r\n",
    "sep=;\r\nTitle;\"Te\"\"xt\"\r\na;\"b\r\n\"\"c\"\"\" \r\n\r\n;\r\n\"d\";e;f\r\n\"g\"h",
    "<?xml version='1.0'?><!DOCTYPE s [<!ENTITY a '&b;'> ]><s a='>'><n:job id=\"1\"><!-- c --><n:title>&a; &eacute;&#10;<![CDATA[<b>]]></n:title><d/><description>e <p>f</p></description></n:job><n:job/></s>",
    "id\ttitle\ttext\n1\t\"a\nb\t\"\tc\n2\td\r3",
    #"<script type="application/ld+json"><!--{"@graph":[{"@type":"JobPosting","title":"\u00e9","baseSalary":{"value":{"minValue":1,"maxValue":2}},"description":"<b>c"},{"@type":["JobPosting"]}]}--></script>d"#,
  ].map { Array($0.utf8) }

  @Test(arguments: formats)
  func `a text may end anywhere`(format: String) throws {
    for seed in Self.seeds {
      for end in 0...seed.count { read(Array(seed[..<end]), as: format) }
    }
  }

  @Test(arguments: formats, 0..<40 as Range<UInt64>)
  func `bytes may be anything`(format: String, seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let marks = Array("<>&;#\"'\\`*_[]()!{}:,-=.~|/ \n\r\t0aé\u{FEFF}".utf8)
    for _ in 0..<20 {
      let some = (0..<Int.random(in: 0...120, using: &random)).map { _ in
        marks.randomElement(using: &random) ?? 0
      }
      read(some, as: format)
      read(some.map { _ in UInt8.random(in: 0...255, using: &random) }, as: format)
      var torn = Self.seeds.randomElement(using: &random) ?? []
      for _ in 0..<5 {
        torn[Int.random(in: torn.indices, using: &random)] =
          marks.randomElement(using: &random) ?? 0
      }
      read(torn, as: format)
    }
  }

  // What took the square of its length would take hours; a busy machine is no fault.
  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      ("html", "<div>", "</div>"), ("html", "<a href=x>", ""), ("html", "<!--", ""),
      ("html", "<svg>", ""), ("html", "<b a='", ""), ("html", "&", ""), ("html", "<ul><li>", ""),
      ("html", "<pre>", ""), ("html", "<h1>", ""), ("html", "</script", ""),
      ("html", "<p id=\"", ""), ("html", "<script>", "</a "),
      ("html", "<script type=application/ld+json>{\"@type\":\"JobPosting\"}</script>", ""),
      ("html", "<script type=application/ld+json>JobPosting", ""),
      ("markdown", "> ", ""), ("markdown", "- ", ""), ("markdown", "[", "](x)"),
      ("markdown", "![", "](x)"), ("markdown", "*a ", ""), ("markdown", "**a_ ", ""),
      ("markdown", "`a``", ""), ("markdown", "<!-- ", ""), ("markdown", "[a](<", ""),
      ("markdown", "[a](b \"", ""), ("markdown", "<a b='", ""), ("markdown", "[a]: b\n", ""),
      ("markdown", "&", ""), ("markdown", "a_*", ""), ("markdown", "\\", ""),
      ("json", "[", "]"), ("json", "{\"a\":", "}"), ("ndjson", "[", ""), ("ndjson", "\"\\u", ""),
      ("csv", "title,", "\n"), ("csv", "title\n\"", ""), ("csv", "title\n\"a\"b", "\n"),
      ("csv", "title\n\"\"\"", "\n"), ("csv", "title\n", "\n\""), ("tsv", "text\t\n", "\t"),
      ("xml", "<job>", "</job>"), ("xml", "<job><a>", "</a></job>"), ("xml", "<!--", ""),
      ("xml", "<job><![CDATA[", ""), ("xml", "<job a='", ""), ("xml", "<a \"", ""),
      ("xml", "&a;", ""),
      ("xml", "<!DOCTYPE [", ""), ("xml", "<jobs><job><title>&lt;", ""), ("xml", "<?", ""),
      ("xml", "<job><description><p>", ""), ("xml", "</job>", ""), ("xml", "<a/>", ""),
      ("text", "- ", ""), ("text", "Title:", ""), ("text", "\r", ""),
    ])
  func `depth and repetition come to an end`(format: String, open: String, close: String) throws {
    let text =
      String(repeating: open, count: 100_000) + "x" + String(repeating: close, count: 100_000)
    _ = problems(Array(text.utf8), as: format)
  }

  // The first MiB tells what the ads are called.
  @Test(arguments: ["<!DOCTYPE a>", "<!-- a -->", "<![CDATA[a]]>", "<!DOCTYPE a [ <!-- b --> ]>"])
  func `a sample of a feed may end anywhere`(mark: String) throws {
    let start = "<jobs><a><title>Chef</title></a>"
    let end = mark + "<a><title>Cook</title></a></jobs>"
    for cut in 1..<mark.utf8.count {
      let blanks = String(repeating: " ", count: (1 << 20) - start.utf8.count - cut)
      let found = try ads(start + blanks + end, as: "xml")
      #expect(found.map { $0.text(of: .title) } == ["Chef", "Cook"], "\(cut)")
    }
  }

  @Test func `time grows as the damages of a window do`() throws {
    let growth = try growth(of: 2_000) { count in
      let bytes = (0..<count).flatMap { _ in [0x81, 0x0A] as [UInt8] }
      var windows = try FileWindows(MemoryStream(bytes), name: "ads", forced: "ndjson")
      while let window = windows.next() {
        for number in window.records.indices { _ = window.ad(number) }
      }
    }
    #expect(growth < linearGrowth)
  }

  @Test(arguments: formats)
  func `a line may be long`(format: String) throws {
    let words = String(repeating: "We sell a lot of words. ", count: 400_000)
    let text =
      switch format {
      case "ndjson", "json": "{\"text\": \"\(words)\"}"
      case "xml": "<job><text>\(words)</text></job>"
      case "csv", "tsv": "text\n\(words)"
      default: words
      }
    #expect(problems(Array(text.utf8), as: format).isEmpty)
  }

  @Test func `nesting has a limit that is said`() {
    let text = String(repeating: "[", count: 1001) + String(repeating: "]", count: 1001)
    #expect(
      problems(Array(text.utf8), as: "ndjson").map(\.message) == [
        "This record is not valid JSON: expected at most 1000 levels of nesting, but found “[” (byte"
          + " 1000); mend it, or tell the format with --input."
      ])
  }

  /// Reads whatever can be read of `bytes`, and checks the laws of places on it.
  private func read(_ bytes: [UInt8], as format: String) {
    do throws(Problem) {
      let file = try SourceFile(name: "ad", bytes: bytes)
      let reader = try Readers.reader(for: file, forced: format)
      _ = try Readers.reader(for: file)
      for record in reader.records(in: file) {
        guard let found = try? reader.ad(from: record, in: file) else { continue }
        expectHonest(found, in: file)
      }
    } catch {
      #expect(!error.message.isEmpty)
    }
  }
}
