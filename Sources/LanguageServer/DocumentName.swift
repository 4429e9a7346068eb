/// The names that a document goes by.
enum DocumentName {
  /// The path of the file of `uri`, told from the folder of the URI `root` where it is beneath it,
  /// so that findings have the fingerprints that `hirelint check` gives them there; what stands
  /// behind the scheme for a document that is no file.
  static func name(of uri: String, beneath root: String?) -> String {
    let path = path(of: uri)
    guard let root = root.map(path(of:)), !root.isEmpty else { return path }
    let folder = root.hasSuffix("/") ? root : root + "/"
    return path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
  }

  /// The path of the file of `uri`; what stands behind the scheme for a document that is no file.
  static func path(of uri: String) -> String {
    guard uri.hasPrefix("file://") else {
      return decoded(uri.drop { $0 != ":" }.dropFirst())
    }
    return decoded(uri.dropFirst("file://".count).drop { $0 != "/" })
  }

  /// `text` with every `%` and two digits as the byte that they mean (RFC 3986, 2.1).
  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
