/// The path of a file as reports name it: one name for one file, whatever way led to it.
struct ReportPath: Hashable, Sendable {
  /// The path, told from the root where the file is beneath it, with `/` between folders.
  let path: String

  /// The path of the file `name`; `root` is an absolute path or empty, and `folder` leads from the
  /// root to the folder that relative names are told from.
  init(_ name: String, root: String, folder: String = "") {
    var parts: [Substring] = name.hasPrefix("/") ? [] : folder.split(separator: "/")
    for part in name.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    guard name.hasPrefix("/") else {
      path = parts.isEmpty && !name.isEmpty ? "." : parts.joined(separator: "/")
      return
    }
    let above = root.split(separator: "/")
    let isBeneath = !root.isEmpty && parts.count > above.count && parts.starts(with: above)
    path =
      (isBeneath ? "" : "/") + parts.dropFirst(isBeneath ? above.count : 0).joined(separator: "/")
  }

  /// Whether it stands for itself and not for a place beneath the root.
  var isAbsolute: Bool { path.hasPrefix("/") }

  /// The path as a URI reference (RFC 3986).
  var uri: String { (isAbsolute ? "file://" : "") + Self.encoded(path) }

  /// The name of the file without its folders.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The part of the name behind its last dot, in small letters.
  var suffix: String {
    let parts = name.split(separator: ".")
    return parts.count > 1 ? parts[parts.count - 1].lowercased() : ""
  }

  /// Whether the bytes of the file are those of a text, which those of a document are not.
  var isText: Bool { !["docx", "docm", "pdf"].contains(suffix) }

  /// The media type that the suffix stands for.
  var mediaType: String {
    switch suffix {
    case "md", "markdown": "text/markdown"
    case "html", "htm": "text/html"
    case "json": "application/json"
    case "ndjson", "jsonl": "application/x-ndjson"
    case "csv": "text/csv"
    case "tsv": "text/tab-separated-values"
    case "xml", "rss": "application/xml"
    case "docx", "docm": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case "pdf": "application/pdf"
    case "gz": "application/gzip"
    case "yml", "yaml": "application/yaml"
    default: "text/plain"
    }
  }

  /// `path` with every byte that a path may not hold, unless it is among `others`, written as `%`
  /// and two digits.
  static func encoded(_ path: String, alsoPlain others: String = "") -> String {
    let plain = Array("/-._~!$&'()*+,;=@".utf8) + others.utf8
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        bytes.append(byte)
      case _ where plain.contains(byte): bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
