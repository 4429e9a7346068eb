/// The elements of a Word document that matter for its words (ECMA-376, 17.3 to 17.9).
enum WordElement {
  case paragraph, paragraphProperties, paragraphStyle, outlineLevel, numbering, numberingID
  case run, vanish, text, tab, hyphen, lineBreak
  case hyperlink, row, cell
  /// Those of the styles.
  case style, name, basedOn
  /// What was deleted or moved away, and what stands in for a drawing.
  case unread
  case other

  /// The element whose name, without a prefix, has these last eight bytes.
  fileprivate static let all: [UInt64: WordElement] = {
    let names: KeyValuePairs<WordElement, String> = [
      .paragraph: "p", .paragraphProperties: "pPr", .paragraphStyle: "pStyle",
      .outlineLevel: "outlineLvl", .numbering: "numPr", .numberingID: "numId", .run: "r",
      .vanish: "vanish", .text: "t", .tab: "tab ptab", .hyphen: "noBreakHyphen",
      .lineBreak: "br cr", .hyperlink: "hyperlink", .row: "tr", .cell: "tc", .style: "style",
      .name: "name", .basedOn: "basedOn", .unread: "del moveFrom Fallback",
    ]
    var all: [UInt64: WordElement] = [:]
    for (element, names) in names {
      for name in names.split(separator: " ") { all[HTMLElement.key(name.utf8)] = element }
    }
    return all
  }()
}

extension [UInt8] {
  /// The element of a Word document whose name stands at `name`.
  func wordName(_ name: Range<Int>) -> WordElement {
    WordElement.all[HTMLElement.key(self[localName(name)])] ?? .other
  }
}
