import AdModel
import Crypto

/// The parts of a page that are the same for all ads.
///
/// The page is XML as well as HTML. Its policy (CSP 3) lets the browser load nothing, and run only
/// the script and the style whose digests it names, so that no ad could do anything even if its
/// words became markup.
enum HTMLPage {
  /// All before the header.
  static func head(title: String) -> String {
    let policy = """
      default-src 'none'; style-src '\(digest(of: style))'; script-src '\(digest(of: script))'; \
      base-uri 'none'; form-action 'none'
      """
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy" content="\(policy)"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="referrer" content="no-referrer"/>
      <meta name="color-scheme" content="light dark"/>
      <title>\(MarkupText.escaped(title))</title>
      <style>\(style)</style>
      <script type="module">\(script)</script>
      </head>
      <body>

      """
  }

  /// The numbers of a run.
  static func tiles(_ summary: Summary) -> String {
    let tiles = [
      ("Ads", summary.ads, ""), ("Clean", summary.cleanAds, ""),
      ("Errors", summary.errors, "error"), ("Warnings", summary.warnings, "warning"),
      ("Notes", summary.notes, "note"), ("Problems", summary.problems, ""),
    ]
    let items = tiles.map { name, count, level in
      "<div class=\"\(level)\"><dt>\(name)</dt><dd>\(count)</dd></div>"
    }
    return "<dl>\n\(items.joined(separator: "\n"))\n</dl>\n"
  }

  /// What chooses among the findings; the script shows it.
  static var filter: String {
    let boxes = Level.allCases.reversed().map { level in
      """
      <label><input type="checkbox" name="level" value="\(level)" checked="checked"/> \
      \(level.rawValue)s</label>
      """
    }
    return """
      <form id="filter" role="search" hidden="hidden">
      <label>Show findings with <input id="words" type="search" autocomplete="off"/></label>
      <fieldset><legend>Levels</legend>
      \(boxes.joined(separator: "\n"))
      </fieldset>
      <label><input id="keys" type="checkbox" checked="checked"/> keys: <kbd>/</kbd> search, \
      <kbd>j</kbd> next, <kbd>k</kbd> previous, <kbd>Esc</kbd> all</label>
      <p id="shown" role="status"></p>
      </form>

      """
  }

  /// A link to the page of the rule `id`.
  static func link(to id: String) -> String {
    "\(MarkupText.tag("a", ["href": Project.page(ofRule: id)]))\(MarkupText.escaped(id))</a>"
  }

  /// `citation`, linked if its address is one of the web.
  static func link(_ citation: Citation) -> String {
    let title = MarkupText.escaped(citation.title)
    guard let url = citation.url, url.hasPrefix("https://") || url.hasPrefix("http://") else {
      return title
    }
    return "\(MarkupText.tag("a", ["href": url]))\(title)</a>"
  }

  /// The digest of `text` as a policy names it: `sha256-` and Base64 (RFC 4648, 4).
  private static func digest(of text: String) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let bytes = Array(SHA256.hash(data: Array(text.utf8)))
    var result = "sha256-"
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = (0..<3).reduce(UInt32(0)) { bits, index in
        bits << 8 | (index < group.count ? UInt32(group[start + index]) : 0)
      }
      for index in 0..<4 {
        result.append(index <= group.count ? digits[Int(bits >> (18 - 6 * index) & 63)] : "=")
      }
    }
    return result
  }
}
