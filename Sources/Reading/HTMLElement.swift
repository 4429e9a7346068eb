/// What an HTML element does to the words around it.
enum HTMLElement {
  /// Its words begin and end a block.
  case block
  case item, line, preformatted, cell, link, image
  case heading(Int)
  /// Its words stand out, and may be a heading without its element.
  case bold
  /// The name of the page.
  case title
  /// Its content is no text until its own end tag, as in a script.
  case raw
  /// Its content is not read, tags and all, as in a drawing.
  case unread
  case inline

  /// The element whose name, in small letters, has these last eight bytes.
  static func named(_ name: UInt64) -> HTMLElement { all[name] ?? .inline }

  private static let all: [UInt64: HTMLElement] = {
    var all: [UInt64: HTMLElement] = [:]
    func add(_ element: HTMLElement, _ names: String) {
      for name in names.split(separator: " ") { all[key(name.utf8)] = element }
    }
    add(
      .block,
      "address article aside blockquote body caption center dd details dir div dl dt fieldset"
        + " figcaption figure footer form header hgroup hr html legend main menu nav ol option p"
        + " search section summary table tbody tfoot thead tr ul")
    add(.item, "li")
    add(.line, "br")
    add(.preformatted, "pre listing xmp")
    add(.cell, "td th")
    add(.link, "a")
    add(.bold, "b strong")
    add(.image, "img")
    add(.title, "title")
    add(.raw, "script style iframe noembed noframes textarea")
    add(.unread, "template svg math select datalist object canvas audio video")
    for level in 1...6 { add(.heading(level), "h\(level)") }
    return all
  }()

  /// The last eight bytes of a name, in small letters, as one number.
  static func key(_ name: some Sequence<UInt8>) -> UInt64 {
    name.reduce(0) { $0 << 8 | UInt64($1.lowercased) }
  }
}
