public import AdModel

/// All formats that ads are read from.
public enum Readers {
  /// Every reader; the first that a file looks like reads it.
  public static let all: [any Reader.Type] = [
    NDJSONReader.self, JSONReader.self, CSVReader.self, TSVReader.self, XMLReader.self,
    HTMLReader.self,
    MarkdownReader.self, WordReader.self, PDFReader.self, TextReader.self,
  ]

  /// The names of the formats, as `--input` takes them.
  public static var names: [String] { all.map { $0.name } }

  /// Endings of the files that count in a folder; `txt` may be any format, `gz` stands behind the
  /// ending of what is packed, or alone, and `zip` holds files of all kinds.
  public static var fileExtensions: Set<String> {
    Set(all.flatMap { $0.fileExtensions } + ["txt", "gz", "zip"])
  }

  /// The reader named `forced`, else that of the file's ending, else the one it looks like.
  public static func reader(
    for file: SourceFile, forced: String? = nil, options: ReadingOptions = ReadingOptions()
  ) throws(Problem) -> any Reader {
    if let document = file.document {
      return document.paragraphs.isEmpty ? PDFReader(options) : WordReader(options)
    }
    return try type(for: file, forced: forced, options).init(options)
  }

  private static func type(
    for file: SourceFile, forced: String?, _ options: ReadingOptions
  ) throws(Problem) -> any Reader.Type {
    try known(file.name, forced: forced) ?? guess(file.text, options)
  }

  /// The reader named `forced`, else that of the ending of the file `name`, if that is known.
  static func known(
    _ name: String, forced: String?
  ) throws(Problem) -> (any Reader.Type)? {
    if let forced {
      if let named = all.first(where: { $0.name == forced }) { return named }
      throw Problem(
        id: "unknown-format", file: name,
        message: "“\(forced)” is not a format; one of \(names.joined(separator: ", ")) is.")
    }
    let ending = fileExtension(of: name)
    return all.first { $0.fileExtensions.contains(ending) }
  }

  /// The reader of what a text looks like.
  static func guess(_ text: [UInt8], _ options: ReadingOptions) -> any Reader.Type {
    let names = FieldNames(options.names)
    let all = text.trimmed(text.skippingMark(0..<text.count))
    if let first = text[all].first, first == 0x7B || first == 0x5B {
      let line = all.lowerBound..<text.first(0x0A, in: all)
      if first == 0x7B, line.upperBound < all.upperBound, JSONTape(text, line).fault == nil {
        return NDJSONReader.self
      }
      if isJSON(text, all) { return JSONReader.self }
    }
    let table = Table(text, names: names)
    if table.isCertain(in: text) {
      return table.delimiter == 0x09 ? TSVReader.self : CSVReader.self
    }
    if Feed.isCertain(text, names: names) { return XMLReader.self }
    switch Markup(guessing: text, all, isWhole: true) {
    case .html: return HTMLReader.self
    case .markdown: return MarkdownReader.self
    case .text: return TextReader.self
    }
  }

  /// Whether a text that begins with `[` goes on like an array of records, not like a link, or one
  /// that begins with `{` like a record, not like the blank of a template.
  private static func isJSON(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    let isRecord = text[range.lowerBound] == 0x7B
    let next = text.trimmed(range.lowerBound + 1..<range.upperBound)
    guard let byte = text[next].first else { return isRecord }
    return byte == 0x22 || (isRecord ? byte == 0x7D : byte == 0x7B || byte == 0x5D)
  }

  /// The ending of a file's name, lower case, without the dot; that of what is packed in it, if the
  /// name tells.
  static func fileExtension(of name: String) -> String {
    let last = name.utf8.split(separator: 0x2F).last ?? Substring("").utf8
    let ending = fileExtension(ofFile: last)
    guard ending == "gz" else { return ending }
    let inner = fileExtension(ofFile: last.dropLast(3))
    return inner.isEmpty ? ending : inner
  }

  private static func fileExtension(ofFile last: Substring.UTF8View) -> String {
    guard let dot = last.lastIndex(of: 0x2E), dot > last.startIndex else { return "" }
    return String(decoding: last[last.index(after: dot)...], as: UTF8.self).lowercased()
  }
}
