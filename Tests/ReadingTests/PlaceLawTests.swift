import AdModel
import Reading
import TestSupport
import Testing

/// What must hold for every ad of every reader: seeded random ads, written as each format has them.
@Suite struct PlaceLawTests {
  static let formats = ["text", "markdown", "html"]

  @Test(arguments: formats, 0..<60 as Range<UInt64>)
  func `every word is found where the file has it`(format: String, seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let sample = Sample(format, &random)
    let file = try SourceFile(name: "ad", bytes: Array(sample.text.utf8))
    try expectHonest(ads(of: file, as: format)[0], in: file, words: sample.words)
  }

  @Test(arguments: formats, 0..<40 as Range<UInt64>)
  func `a record says the same as a file`(format: String, seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let sample = Sample(format, &random)
    let plain = try ad(sample.text, as: format)
    let line = #"{"id":"1","format":"\#(format)","text":"\#(escaped(sample.text, &random))"}"#
    let file = try SourceFile(name: "ad", bytes: Array("\u{FEFF}\n \(line)\n".utf8))
    let found = try ads(of: file, as: "ndjson")[0]
    #expect(found.told == plain.told)
    #expect(found.laidOut == plain.laidOut)
    expectHonest(found, in: file, words: sample.words)
  }

  @Test(arguments: formats, 0..<40 as Range<UInt64>)
  func `a cell says the same as a file`(format: String, seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let sample = Sample(format, &random)
    let plain = try ad(sample.text, as: format)
    let isTabs = Bool.random(using: &random)
    let delimiter = isTabs ? "\t" : [",", ";", "|"].randomElement(using: &random) ?? ","
    let end = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
    let cells = [["id", "format", "Text"], ["1", format, quoted(sample.text)], ["2", "", ""]]
    let table = cells.map { $0.joined(separator: delimiter) + end }.joined()
    let file = try SourceFile(name: "ad", bytes: Array("\u{FEFF}\(table)".utf8))
    let found = try ads(of: file, as: isTabs ? "tsv" : "csv")
    #expect(found.map(\.id) == ["1", "2"])
    #expect(found[0].told == plain.told)
    #expect(found[0].laidOut == plain.laidOut)
    expectHonest(found[0], in: file, words: sample.words)
  }

  @Test(arguments: formats, 0..<40 as Range<UInt64>)
  func `an element says the same as a file`(format: String, seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let sample = Sample(format, &random)
    let plain = try ad(sample.text, as: format)
    let feed =
      "<?xml version='1.0'?>\n<jobs>\n<job>\n<id> 1 </id>\n<format>\(format)</format>\n<description>"
      + spelledForXML(sample.text, &random)
      + "</description><title></title></job><job><id>2</id></job></jobs>\n"
    let file = try SourceFile(name: "ad", bytes: Array("\u{FEFF}\(feed)".utf8))
    let found = try ads(of: file)
    #expect(found.map(\.id) == ["1", "2"])
    #expect(found[0].told == ["title: "] + plain.told)
    #expect(found[0].laidOut == plain.laidOut)
    expectHonest(found[0], in: file, words: sample.words)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `a page says the same in its data as on a page of its own`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let sample = Sample("html", &random)
    let plain = try ad(sample.text, as: "html")
    let json = escaped(sample.text, &random)
    let page =
      "<script type='application/ld+json'>{\"@type\": \"JobPosting\", \"description\": \"\(json)\"}</script>"
    let file = try SourceFile(name: "ad", bytes: Array(page.utf8))
    let found = try ads(of: file, as: "html")[0]
    #expect(found.told.filter { $0 != "body: " } == plain.told)
    expectHonest(found, in: file, words: sample.words)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `HTML that is escaped says the same as HTML`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let sample = Sample("html", &random)
    guard sample.text.hasPrefix("<") else { return }
    let plain = try ad(sample.text, as: "html")
    let tags = sample.text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    let line = #"{"content": "\#(escaped(tags, &random))"}"#
    let file = try SourceFile(name: "ad", bytes: Array(line.utf8))
    let found = try ads(of: file, as: "ndjson")[0]
    #expect(found.told == plain.told)
    expectHonest(found, in: file, words: sample.words)
  }

  @Test(arguments: formats, 0..<20 as Range<UInt64>)
  func `line ends, marks and encodings change no word`(format: String, seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let sample = Sample(format, &random)
    let plain = try ad(sample.text, as: format)
    let windows = sample.text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    let wide = sample.text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let spellings: [[UInt8]] = [
      Array(windows.utf8), [0xEF, 0xBB, 0xBF] + Array(sample.text.utf8), [0xFF, 0xFE] + wide,
      [0xFE, 0xFF] + wide.indices.map { wide[$0 ^ 1] },
    ]
    for bytes in spellings {
      let file = try SourceFile(name: "ad", bytes: bytes)
      let found = try ads(of: file, as: format)[0]
      #expect(found.told == plain.told)
      expectHonest(found, in: file, words: sample.words)
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `a place in UTF-16 leads to its bytes`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let sample = Sample("html", &random)
    let wide = sample.text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let file = try SourceFile(name: "ad", bytes: [0xFF, 0xFE] + wide)
    let found = try ads(of: file, as: "html")[0]
    for word in sample.words {
      let place = try #require(found.place(of: word))
      let bytes = ([0xFF, 0xFE] + wide)[file.original(of: found.map.origin(covering: place))]
      let spelled = word.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
      #expect(Array(bytes) == spelled)
    }
  }
}

/// Checks the laws of places on one ad, and that `words` stand where it says.
func expectHonest(_ ad: Ad, in file: SourceFile, words: [String] = []) {
  #expect(PlaceLaws.broken(by: ad, in: file) == nil)
  for word in words {
    guard let place = ad.place(of: word) else {
      Issue.record("“\(word)” is lost")
      continue
    }
    let found = ad.map.origin(covering: place)
    #expect(file.text[found.utf8].elementsEqual(word.utf8))
  }
}

/// A random ad in one format, and the words that must be found in it.
struct Sample {
  var text = ""
  var words: [String] = []

  private static let letters = Array("abcdefgéüß漢😀")

  init(_ format: String, _ random: inout SplitMix) {
    if Bool.random(using: &random) { open(format) }
    for number in 0..<Int.random(in: 1...12, using: &random) {
      let count = Int.random(in: 1...6, using: &random)
      let line = (0..<count).map { word(number * 10 + $0, &random) }
      words += line
      text += Self.line(line, format, &random)
    }
  }

  private mutating func open(_ format: String) {
    words.append("Q0title")
    switch format {
    case "text": text += "Job title: Q0title\nCompany: Émile\nSalary:\n\nDescription: "
    case "markdown": text += "---\nlocation: 'Köln'\n---\n# Q0title\n\n"
    default: text += "<!doctype html><title>x &amp; y</title><h1 class=a>Q0title</h1>\n"
    }
  }

  /// A word that is no other: its number stands in it.
  private func word(_ number: Int, _ random: inout SplitMix) -> String {
    let tail = (0..<Int.random(in: 0...4, using: &random)).map { _ in
      Self.letters.randomElement(using: &random) ?? "a"
    }
    return "W\(number)x" + String(tail) + "z"
  }

  private static func line(
    _ words: [String], _ format: String, _ random: inout SplitMix
  ) -> String {
    func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }
    switch format {
    case "text":
      return pick(["", "- ", "• ", "  ", "1. ", "\"so\" "])
        + words.joined(separator: pick([" ", "  ", "\t"]))
        + pick(["\n", ".\n\n", "\n\n\n"])
    case "markdown":
      let marked = words.map { word in
        pick(["", "", "&amp; ", "\\* ", "![alt](x) ", "\"so\" "])
          + pick([word, "**\(word)**", "[\(word)](/u)", "`\(word)`", "<b>\(word)</b>"])
      }
      return pick(["", "* ", "> ", "## ", "1. "]) + marked.joined(separator: pick([" ", "  "]))
        + pick(["\n\n", "\n\n\n"])
    default:
      let marked = words.map { word in
        pick(["", "", "&amp; ", "&#8364;", "<!-- no -->", "<br>"])
          + pick([
            word, "<b>\(word)</b>", "<a href='/u?a&amp;b'>\(word)</a>", "<i id=\"a\">\(word)</i>",
          ])
      }
      let (open, close) = (
        pick(["<p>", "<li>", "<div class=x>", "<h3>"]), pick(["", "</p>", "</div>"])
      )
      return open + marked.joined(separator: pick([" ", "\n  ", "&nbsp;"])) + close + "\n"
    }
  }
}

/// `text` as the content of an element: in a CDATA section, or each character in one of the ways that
/// XML has for it.
func spelledForXML(_ text: String, _ random: inout SplitMix) -> String {
  if Bool.random(using: &random) { return "\n <![CDATA[\(text)]]>\n" }
  return text.unicodeScalars.reduce(into: "") { xml, scalar in
    switch scalar {
    case "&": xml += ["&amp;", "&#38;", "<![CDATA[&]]>"].randomElement(using: &random) ?? ""
    case "<": xml += ["&lt;", "&#x3c;"].randomElement(using: &random) ?? ""
    case ">": xml += ["&gt;", "&#62;"].randomElement(using: &random) ?? ""
    case " ": xml += [" ", " ", "&#32;", "<!-- -->&#x20;"].randomElement(using: &random) ?? ""
    case "\n": xml += ["\n", "\r\n"].randomElement(using: &random) ?? ""
    default: xml.unicodeScalars.append(scalar)
    }
  }
}

/// `text` as a cell in quotes.
func quoted(_ text: String) -> String {
  "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    + "\""
}

/// `text` inside a JSON string, each character in one of the ways that JSON has for it.
func escaped(_ text: String, _ random: inout SplitMix) -> String {
  text.unicodeScalars.reduce(into: "") { json, scalar in
    switch scalar {
    case "\"": json += "\\\""
    case "\\": json += "\\\\"
    case "\n": json += "\\n"
    case "\r": json += "\\r"
    case "\t": json += "\\t"
    case "W", "Q", "x", "z": json.unicodeScalars.append(scalar)
    case "/" where Bool.random(using: &random): json += "\\/"
    default: json.unicodeScalars.append(scalar)
    }
  }
}
