import TestSupport

/// A feed of ads, sound and broken, for laws about feeds.
struct RandomFeed {
  let format: String
  let bytes: [UInt8]

  static let formats = ["ndjson", "json", "csv", "tsv", "xml"]

  /// The feed of a seed, in one of some encodings.
  init(_ format: String, seed: UInt64) {
    self.format = format
    var random = SplitMix(seed: seed)
    let end = ["\n", "\r\n", "\r"].randomElement(using: &random)!
    let records = (0..<Int.random(in: 0...12, using: &random)).map { number in
      Self.record(format, number, end: end, &random)
    }
    let text: String
    switch format {
    case "json":
      let list =
        "[\(records.joined(separator: [",", ",\(end)", " , "].randomElement(using: &random)!))]"
      text =
        [
          list, "{\"jobs\":\(list)}",
          "{\"a\": [1], \"jobs\":\(end)\(list), \"count\": {\"n\": [2]}}",
          list + "  ", "\(list)]", String(list.dropLast(Int.random(in: 0...9, using: &random))),
        ].randomElement(using: &random)!
    case "csv", "tsv":
      let header =
        format == "csv" ? "id,title,\"descrip\"tion,\"description\",é" : "id\ttitle\tdescription"
      let names = format == "csv" ? "id,title,description,é" : header
      text = names + end + records.joined(separator: end) + (Bool.random(using: &random) ? end : "")
    case "xml":
      text =
        "<?xml version='1.0'?>\(end)<!-- <job> --><jobs>" + records.joined(separator: end)
        + ["</jobs>", "</jobs>\(end)", "", "<x>", "<!-- "].randomElement(using: &random)!
    default: text = records.joined(separator: end) + (Bool.random(using: &random) ? end : "")
    }
    bytes = Self.encoded(text, &random)
  }

  private static let words = [
    "Bäcker", "We bake", "£30,000", "日本", "😀", "a \"quote\"", "<b>bold</b>", "&amp; you", ",", ";",
    "\t", "e\u{301}", "", "]]", "\\u00e9", "{", "]", "Café",
  ]

  private static func record(
    _ format: String, _ number: Int, end: String, _ random: inout SplitMix
  ) -> String {
    let said = (0..<Int.random(in: 0...6, using: &random)).map { _ in
      words.randomElement(using: &random)!
    }.joined(separator: " ")
    let isBroken = Int.random(in: 0..<8, using: &random) == 0
    switch format {
    case "ndjson", "json":
      let escaped = said.replacing("\"", with: "\\\"").replacing("\t", with: "\\t")
      if isBroken {
        return [
          "{\"title\": tru", "17", "\"a\"", "{\"a\" 1}", "null", "[]", "{\"a\": \"\\q\"}", "", "{",
        ]
        .randomElement(using: &random)!
      }
      return "{\"id\": \"\(number)\", \"title\": \"Baker\",\t\"description\": \"\(escaped)\"}"
    case "csv", "tsv":
      let tab = format == "tsv" ? "\t" : ","
      if isBroken {
        return [
          "\"a", "a\(tab)\"b\"c", "", "\(tab)\(tab)", "\"a\"\"\(tab)",
          "1\(tab)2\(tab)3\(tab)4\(tab)5",
        ]
        .randomElement(using: &random)!
      }
      let cell = said.replacing("\"", with: "\"\"")
      return "\(number)\(tab)Baker\(tab)\"\(cell)\(Bool.random(using: &random) ? end : "")\""
        + (format == "csv" ? ",x" : "")
    default:
      if isBroken {
        return [
          "<job>", "<job/>", "<job><title>a</job>", "</x>", "<job><job>a</job></job>",
          "<![CDATA[<job>]]>", "<job a='>", "<other><title>a</title></other>",
        ]
        .randomElement(using: &random)!
      }
      return
        "<job><id>\(number)</id><title>Baker</title><description><![CDATA[\(said)]]></description></job>"
    }
  }

  private static func encoded(_ text: String, _ random: inout SplitMix) -> [UInt8] {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case 1: return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case 2: return [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case 3: return text.unicodeScalars.map { $0.value < 256 ? UInt8($0.value) : 0x3F }
    case 4:
      var bytes = Array(text.utf8)
      for _ in 0..<3 where !bytes.isEmpty {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0x80...0xFF, using: &random)
      }
      return bytes
    default: return Array(text.utf8)
    }
  }
}
