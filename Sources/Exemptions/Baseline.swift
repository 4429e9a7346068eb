internal import AdModel
internal import Linting
internal import Paths
internal import Reading

/// Findings that were there on the day when a team began to check its ads, and do not fail a run.
///
/// A finding is known again by its rule, its file, its ad, its field and its words, with how often
/// they stand there: no line and no row. An ad that has no id of its own goes by its title, since it
/// shall stay the same ad when it is edited. Paths are told from the folder of the baseline.
public struct Baseline: Sendable {
  /// Findings that are alike.
  public struct Entry: Hashable, Sendable {
    /// 32 hexadecimal digits of SHA-256 over all that follows, words in full and in lower case.
    public var fingerprint: String
    public var rule: String
    public var file: String
    public var ad: String
    public var field: String
    /// The first words, for people.
    public var words: String
    public var count: Int
  }

  /// By rule, file, ad, field, words.
  public private(set) var entries: [Entry]
  /// Whether the fingerprints are those of reports, since it was read from one.
  public let isReport: Bool

  /// How often findings that are alike may be there.
  static let counts = 0...1_000_000

  /// The most characters of words that are kept.
  static let wordLimit = 80

  public init(_ entries: [Entry] = [], isReport: Bool = false) {
    self.isReport = isReport
    self.entries = entries.sorted { $0.key.lexicographicallyPrecedes($1.key) }
  }

  /// What `finding`, one of `ad` in the file `name`, is in a baseline; `file` is its path as the
  /// baseline tells it.
  static func entry(for finding: Finding, in ad: AdSummary, name: String, file: String) -> Entry {
    // Ads without an id are called after their file.
    let isNamed = ad.id != name && !ad.id.hasPrefix(name + "#")
    let id = isNamed ? ad.id : ad.title
    var key = FingerprintKey(file: file, ad: id)
    let words = finding.anchor == .words ? finding.words : ""
    let print = key.fingerprint(
      rule: finding.rule, field: finding.field, words: words.utf8Span.span)
    return Entry(
      fingerprint: String(print.text.prefix(32)), rule: finding.rule, file: file, ad: id,
      field: finding.field,
      words: words.count > wordLimit ? words.prefix(wordLimit - 1) + "…" : words, count: 1)
  }
}

extension Baseline.Entry {
  fileprivate var key: [String] { [rule, file, ad, field, words, fingerprint] }
}

// MARK: The file

extension Baseline {
  /// Reads the baseline, or the former SARIF report, that `bytes` are; `nil` where they are neither.
  public init?(_ bytes: [UInt8]) {
    guard let root = JSONValue(bytes) else { return nil }
    if root["runs"] != nil {
      self.init(Self.entries(ofReport: root), isReport: true)
      return
    }
    guard root["hirelintBaseline"]?.number == 1 else { return nil }
    var entries: [Entry] = []
    for value in root["findings"]?.array ?? [] {
      let count = value["count"].map { $0.number ?? -1 } ?? 1
      guard let print = value["fingerprint"]?.string, let rule = value["rule"]?.string,
        Self.counts.contains(count)
      else { return nil }
      func text(_ name: String) -> String { value[name]?.string ?? "" }
      entries.append(
        Entry(
          fingerprint: print, rule: rule, file: text("file"), ad: text("ad"),
          field: text("field"), words: text("words"), count: count))
    }
    self.init(entries)
  }

  private static func entries(ofReport root: JSONValue) -> [Entry] {
    var entries: [String: Entry] = [:]
    for result in (root["runs"]?.array ?? []).flatMap({ $0["results"]?.array ?? [] }) {
      guard let print = result["partialFingerprints"]?["adRuleField/v1"]?.string else { continue }
      let properties = result["properties"]
      let place = result["locations"]?.array.first?["physicalLocation"]
      let entry = Entry(
        fingerprint: String(print.prefix { $0 != ":" }), rule: result["ruleId"]?.string ?? "",
        file: place?["artifactLocation"]?["uri"]?.string ?? "",
        ad: properties?["hirelint/adId"]?.string ?? "",
        field: properties?["hirelint/field"]?.string ?? "",
        words: properties?["hirelint/matched"]?.string ?? "", count: 0)
      entries[entry.fingerprint, default: entry].count += 1
    }
    return Array(entries.values)
  }

  /// The file: one finding a line, so that a change of it can be read.
  public var text: String {
    var text = "{\n  \"hirelintBaseline\": 1,\n  \"findings\": ["
    for (index, entry) in entries.enumerated() {
      text += index == 0 ? "\n" : ",\n"
      let members = [
        ("rule", entry.rule), ("file", entry.file), ("ad", entry.ad), ("field", entry.field),
        ("words", entry.words), ("fingerprint", entry.fingerprint),
      ]
      let texts = members.map { "\"\($0.0)\": \($0.1.quoted)" }
      text += "    {\(texts.joined(separator: ", ")), \"count\": \(entry.count)}"
    }
    return text + (entries.isEmpty ? "]\n}\n" : "\n  ]\n}\n")
  }
}

extension String {
  /// As a JSON string; controls, and marks that turn the direction of text, are escaped.
  fileprivate var quoted: String {
    var text = "\""
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C: text += "\\\(scalar)"
      case 0x00..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
