import AdModel

/// HTML whose own tags are escaped, as some job boards deliver it: `&lt;p&gt;We are…`.
enum EscapedHTML {
  /// The HTML that `bytes` stand for, if they are such.
  static func unescaped(_ bytes: [UInt8]) -> (bytes: [UInt8], map: SourceMap<Inner, Inner>)? {
    let all = 0..<bytes.count
    let start = bytes.trimmed(all).lowerBound
    guard bytes.starts(with: Array("&lt;".utf8), at: start) else { return nil }
    guard bytes.first("&gt;", in: all) != nil, bytes.first(0x3C, in: all) == bytes.count else {
      return nil
    }
    var plain: [UInt8] = []
    var map = SourceMap<Inner, Inner>()
    var at = 0
    while at < bytes.count {
      let stop = bytes.first(0x26, in: at..<bytes.count)
      plain.append(contentsOf: bytes[at..<stop])
      map.append(verbatim: ByteRange(at, stop))
      at = stop
      guard at < bytes.count else { break }
      if let found = CharacterReference(in: bytes, at..<bytes.count) {
        plain.append(contentsOf: found.bytes)
        map.append(rewritten: ByteRange(at, found.end), as: found.bytes.count)
        at = found.end
      } else {
        plain.append(0x26)
        map.append(verbatim: ByteRange(at, at + 1))
        at += 1
      }
    }
    return (plain, map)
  }
}
