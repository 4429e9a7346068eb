import AdModel
import Foundation
import Reading
import Testing

/// The suites that other projects test their parsers with; they run where they lie beside the
/// repository, or in the folder that HIRELINT_CONFORMANCE names.
enum Conformance {
  static let folder: URL = {
    if let named = ProcessInfo.processInfo.environment["HIRELINT_CONFORMANCE"] {
      return URL(fileURLWithPath: named)
    }
    let root = URL(fileURLWithPath: #filePath).appendingPathComponent("../../..").standardized
    return root.appendingPathComponent("../shared/conformance").standardized
  }()

  static func files(in name: String, ending: String) -> [URL] {
    let all = try? FileManager.default.contentsOfDirectory(
      at: folder.appendingPathComponent(name), includingPropertiesForKeys: nil)
    return (all ?? []).filter { $0.pathExtension == ending }.sorted { $0.path < $1.path }
  }

  static let json = files(in: "json", ending: "json")

  /// A piece of HTML, and the characters that are left of it without tags and comments.
  struct Characters: Sendable {
    var html: String
    var text: String
    /// The names of its elements.
    var elements: Set<String>
  }

  /// All cases that begin where a page does; what begins inside a script or a text area, of which the
  /// suite has 166, is no page.
  static let characters: [Characters] = files(in: "html-tokenizer", ending: "test").flatMap {
    file -> [Characters] in
    guard let data = try? Data(contentsOf: file),
      let whole = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let tests = whole["tests"] as? [[String: Any]]
    else { return [] }
    return tests.compactMap { test in
      guard (test["initialStates"] as? [String])?.contains("Data state") != false,
        let html = test["input"] as? String, let output = test["output"] as? [[Any]]
      else { return nil }
      let isEscaped = test["doubleEscaped"] as? Bool == true
      let tags = output.filter { ["StartTag", "EndTag"].contains($0.first as? String) }
      let text = output.filter { $0.first as? String == "Character" }
        .compactMap { $0.last as? String }.joined()
      return Characters(
        html: isEscaped ? html.unescaped : html, text: isEscaped ? text.unescaped : text,
        elements: Set(tags.compactMap { $0.dropFirst().first as? String }))
    }
  }

  /// A table, and the same as JSON.
  struct Table: Sendable {
    var csv: URL
    var json: URL
  }

  static let tables = files(in: "csv/csvs", ending: "csv").map { file in
    let name = file.deletingPathExtension().lastPathComponent
    return Table(csv: file, json: folder.appendingPathComponent("csv/json/\(name).json"))
  }

  /// A text in Markdown, and the HTML that CommonMark makes of it.
  struct Example: Decodable, Sendable {
    var markdown: String
    var html: String
  }

  static let markdown: [Example] = {
    let file = folder.appendingPathComponent("markdown/commonmark-0.31.json")
    guard let data = try? Data(contentsOf: file) else { return [] }
    return (try? JSONDecoder().decode([Example].self, from: data)) ?? []
  }()
}

@Suite(.enabled(if: !Conformance.json.isEmpty)) struct ConformanceTests {
  /// A value that is no ad is no ad, but it is JSON.
  @Test(arguments: Conformance.json)
  func `takes what is JSON and nothing else`(file: URL) throws {
    let bytes = [UInt8](try Data(contentsOf: file))
    let wrong = problems(bytes, as: "json").filter { $0.id != "not-an-ad" }
    switch file.lastPathComponent.prefix(2) {
    case "y_": #expect(wrong.isEmpty)
    case "n_": #expect(!wrong.isEmpty)
    default: break
    }
  }

  /// Its tables are not of ads, so each column is told to be a title.
  @Test(arguments: Conformance.tables)
  func `reads the cells of CSV`(table: Conformance.Table) throws {
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: table.json))
    let rows = try #require(json as? [[String: String]])
    let file = try SourceFile(
      name: "a.csv", bytes: [UInt8](Data(contentsOf: table.csv)))
    let reader = CSVReader(ReadingOptions(names: rows[0].mapValues { _ in Part.title }))
    let found = try reader.records(in: file).map { try reader.ad(from: $0, in: file) }
    #expect(found.flatMap(\.problems) == [])
    let cells = found.map { ad in
      Dictionary(uniqueKeysWithValues: ad.fields.map { ($0.name, ad.text(at: $0.place)) })
    }
    #expect(cells == rows)
  }

  /// A person sees the same in a Markdown text as in the page that is made of it.
  @Test(arguments: Conformance.markdown)
  func `reads Markdown as its HTML`(example: Conformance.Example) throws {
    guard !example.html.isEmpty else { return }
    let found = try ad(example.markdown, as: "markdown")
    let wanted = try ad(example.html, as: "html")
    #expect(found.laidOut == wanted.laidOut)
    // Addresses are written into HTML with percent signs.
    func targets(_ ad: Ad) -> [String] {
      ad.texts(of: .link).map { $0.removingPercentEncoding ?? $0 }
    }
    #expect(targets(found) == targets(wanted))
  }

  /// Elements that do more than mark words: they begin lines, are links, or hide what they hold.
  private static let shaping: Set<String> = [
    "br", "p", "div", "a", "script", "style", "textarea", "title", "xmp", "noframes", "iframe",
    "noembed", "table", "td", "li", "h1", "pre", "svg", "math", "body", "html", "head", "option",
    "select",
  ]

  /// Blanks are folded, and a null is no text, so that cases that have any are left out; so are those
  /// with a CDATA section, which is a comment in a page, but the text of a feed that was pasted into
  /// one; and those that begin with a byte order mark, which is no text of a file. The suite on what XML
  /// forbids is none of ours.
  @Test func `reads the characters of HTML`() throws {
    var count = 0
    for example in Conformance.characters
    where !example.html.isEmpty && example.elements.isDisjoint(with: Self.shaping)
      && !example.text.utf8.contains(where: { $0 <= 0x20 })
      && !example.html.utf8.contains(0) && !example.html.uppercased().contains("<![CDATA[")
      && example.html.unicodeScalars.first != "\u{FEFF}"
      && !example.html.utf8.allSatisfy({ [0x20, 0x0A, 0x0D, 0x09, 0x0C].contains($0) })
    {
      let found = try ad(example.html, as: "html").text(of: .body) ?? ""
      #expect(found == example.text, "\(example.html)")
      count += 1
    }
    #expect(count > 5_500)
  }
}

extension String {
  /// It with each `\\uXXXX` read, as the suite writes what JSON cannot; half of a pair is U+FFFD.
  fileprivate var unescaped: String {
    var units: [UInt16] = []
    var rest = Substring(self)
    while let first = rest.first {
      let digits = rest.dropFirst(2).prefix(4)
      if rest.hasPrefix("\\u"), digits.count == 4, let unit = UInt16(digits, radix: 16) {
        units.append(unit)
        rest = rest.dropFirst(6)
      } else {
        units += String(first).utf16
        rest = rest.dropFirst()
      }
    }
    return String(decoding: units, as: UTF16.self)
  }
}
