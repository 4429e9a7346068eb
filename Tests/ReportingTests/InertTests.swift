import AdModel
import Foundation
import Reporting
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Whatever an ad says stays words: no command, no formula, no markup, no link.
@Suite struct InertTests {
  private static let seeds: ClosedRange<UInt64> = 1...6

  @Test(arguments: Reporters.names, seeds)
  func `no line is a command, and no control gets through`(name: String, seed: UInt64) throws {
    for color in [false, true] where name == "text" || !color {
      let options = ReportOptions(color: color, width: 60, showsCleanAds: true, showsLedger: true)
      var report = try Attack.story(seed: seed).report(name, options)
      if name == "csv-excel" { report.unicodeScalars.removeFirst() }
      for line in report.unicodeScalars.split(whereSeparator: \.isLineEnd) {
        #expect(isInert(String(line), in: name), "\(String(line).debugDescription)")
      }
      let bad = report.unicodeScalars.filter { scalar in
        !["\n", "\r"].contains(scalar) && !(color && scalar == "\u{1B}") && scalar.isTreacherous
      }
      #expect(bad.isEmpty)
      // A lone CR would let a terminal write over the line.
      #expect(report.replacing("\r\n", with: "").contains("\r") == false)
      #expect(report.contains("\r\n") == name.hasPrefix("csv"))
    }
  }

  private func isInert(_ line: String, in name: String) -> Bool {
    if line.contains(/##[A-Za-z]*\[/) { return false }
    let seen = line.drop { $0 == " " }
    guard seen.hasPrefix("::") else { return true }
    // As the runner reads it: the command ends at the next “::”; its values are escaped.
    let command = seen.dropFirst(2).prefix(upTo: seen.dropFirst(2).range(of: "::")!.lowerBound)
    let keys =
      /(error|warning|notice) (file=[^,:\n]*,line=\d+,endLine=\d+,col=\d+,(endColumn=\d+,)?)?title=[^,:\n]*/
    return name == "github" && command.wholeMatch(of: keys) != nil
  }

  @Test(arguments: ["csv", "csv-excel"], seeds)
  func `no cell is a formula, wherever a spreadsheet cuts it`(name: String, seed: UInt64) throws {
    let report = try Attack.story(seed: seed).report(name)
    let rows = CSV.rows(of: report.hasPrefix("\u{FEFF}") ? String(report.dropFirst()) : report)
    #expect(Set(rows.map(\.count)).count == 1)
    let cells =
      rows.joined() + report.split { ";\t\r\n".contains($0) || $0 == "\r\n" }.map(String.init)
    for cell in cells {
      let first = cell.drop { $0 == " " || $0 == "\"" || $0 == "\u{FEFF}" }.unicodeScalars.first
      #expect(!["=", "+", "-", "@", "＝", "＋", "－", "＠"].contains(first), "\(cell)")
    }
  }

  @Test(arguments: ["html", "junit", "checkstyle"], seeds)
  func `no word becomes an element or a link`(name: String, seed: UInt64) throws {
    let report = try Attack.story(seed: seed).report(name, ReportOptions(showsCleanAds: true))
    let tame = try Story.many.report(name, ReportOptions(showsCleanAds: true))
    let (seen, known) = (Elements(of: report), Elements(of: tame))
    #expect(seen.fault == nil, "\(seen.fault ?? "")")
    #expect(known.fault == nil, "\(known.fault ?? "")")
    #expect(seen.names.subtracting(known.names) == [])
    #expect(
      seen.addresses.allSatisfy {
        $0.hasPrefix("https://github.com/hirelint/hirelint")
          || $0.hasPrefix("https://eur-lex.europa.eu/")
      })
  }

  @Test(arguments: ["markdown", "rdjson", "rdjsonl"], seeds)
  func `no word becomes markup, a mention or a link in a comment`(
    name: String, seed: UInt64
  ) throws {
    let report = try Attack.story(seed: seed).report(name)
    let texts = name == "markdown" ? [report] : try messages(of: report, isLines: name == "rdjsonl")
    #expect(!texts.isEmpty)
    for line in texts.flatMap({ $0.components(separatedBy: "\n") }) {
      let rest = CodeSpans.removed(from: line)
        .replacing(/\]\(https:\/\/github\.com\/hirelint\/hirelint[^)\s]*\)/, with: "]")
        .replacing(/\\[\\`*_\[\]<>#|&!@~]/, with: "")
      #expect(!rest.contains(/[<@`]|!\[|\]\(|https?:|www\.|javascript|evil|&/), "\(line)")
    }
  }

  private func messages(of report: String, isLines: Bool) throws -> [String] {
    let documents = isLines ? report.components(separatedBy: "\n").dropLast() : [report]
    return try documents.flatMap { document in
      let object = try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any]
      let diagnostics = isLines ? [object ?? [:]] : object?["diagnostics"] as? [[String: Any]] ?? []
      return diagnostics.compactMap { $0["message"] as? String }
    }
  }

  @Test func `rules tell of themselves without giving orders`() {
    for order in Attack.orders {
      let rule = Rule(
        id: "scam/orders", title: order, message: "{words}", why: "\n\(order)", instead: order,
        level: .error, passes: [Example(text: order)])
      var out: [UInt8] = []
      RuleCatalogue.writeText(of: rule, isOn: true, to: &out)
      let text = String(decoding: out, as: UTF8.self)
      #expect(!text.unicodeScalars.contains { $0 != "\n" && $0.isTreacherous })
      for line in text.components(separatedBy: "\n") {
        #expect(isInert(line, in: "text"), "\(line)")
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether some program ends a line at it.
  fileprivate var isLineEnd: Bool {
    ["\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}"].contains(self)
  }

  /// Whether a terminal may do as it says, or show something else than what is there.
  fileprivate var isTreacherous: Bool {
    value < 0x20 || (0x7F...0x9F).contains(value) || (0x2028...0x202E).contains(value)
      || (0x2066...0x2069).contains(value) || [0xAD, 0x200B, 0xFEFF].contains(value)
  }
}

/// CSV as RFC 4180 has it.
enum CSV {
  static func rows(of text: String) -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        scalars.removeFirst()
        rows[rows.count - 1][rows[rows.count - 1].count - 1].append("\"")
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: rows[rows.count - 1].append("")
      case "\r" where !isQuoted && scalars.first == "\n":
        scalars.removeFirst()
        rows.append([""])
      default:
        rows[rows.count - 1][rows[rows.count - 1].count - 1].unicodeScalars.append(scalar)
      }
    }
    return rows.dropLast()
  }
}

/// Code spans of a line of Markdown (CommonMark 0.31, 6.1).
private enum CodeSpans {
  static func removed(from line: String) -> String {
    var rest = Array(line)[...]
    var result = ""
    while let first = rest.first {
      let run = rest.prefix { $0 == "`" }
      if run.isEmpty {
        result.append(first)
        rest.removeFirst()
        continue
      }
      rest.removeFirst(run.count)
      var at = rest.startIndex
      while at < rest.endIndex {
        let length = rest[at...].prefix { $0 == "`" }.count
        if length == run.count { break }
        at += max(1, length)
      }
      if at < rest.endIndex { rest = rest[(at + run.count)...] } else { result += String(run) }
    }
    return result
  }
}

/// What a document of XML consists of.
private final class Elements: NSObject, XMLParserDelegate {
  /// Elements and their attributes, such as `a href`.
  private(set) var names: Set<String> = []
  private(set) var addresses: Set<String> = []
  private(set) var fault: String?

  init(of document: String) {
    super.init()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = self
    if !parser.parse() { fault = "line \(parser.lineNumber): \(parser.parserError as Any)" }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    names.insert(name)
    for (attribute, value) in attributes {
      names.insert("\(name) \(attribute)")
      if attribute == "href" || attribute == "src" { addresses.insert(value) }
    }
  }
}
