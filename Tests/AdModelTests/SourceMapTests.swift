import AdModel
import TestSupport
import Testing

@Suite struct SourceMapTests {
  let file = Array("A <b>rock</b> &amp; roll".utf8)
  let map: SourceMap<Prose, Source> = {
    var map = SourceMap<Prose, Source>()
    map.append(verbatim: ByteRange(0, 2))
    map.append(verbatim: ByteRange(5, 9))
    map.append(verbatim: ByteRange(13, 14))
    map.append(rewritten: ByteRange(14, 19), as: 1)
    map.append(verbatim: ByteRange(19, 24))
    return map
  }()

  @Test(arguments: [
    (2..<6, "rock"), (7..<8, "&amp;"), (0..<1, "A"), (2..<13, "rock</b> &amp; roll"),
    (9..<13, "roll"), (13..<13, ""),
  ])
  func `points at what the file says`(prose: Range<Int>, spelled: String) {
    let found = map.origin(covering: ByteRange(prose)).utf8
    #expect(String(decoding: file[found], as: UTF8.self) == spelled)
  }

  @Test func `offers an edit only where the file spells it alike`() {
    #expect(map.origin(spelling: ByteRange(2, 6)) == ByteRange(5, 9))
    #expect(map.origin(spelling: ByteRange(7, 8)) == nil)
    #expect(map.origin(spelling: ByteRange(2, 8)) == nil)
  }

  @Test func `points at its start while it is empty`() {
    let empty = SourceMap<Prose, Source>(startingAt: 7)
    #expect(empty.origin(covering: ByteRange(0, 0)) == ByteRange(7, 7))
    #expect(empty.origin(spelling: ByteRange(0, 0)) == nil)
  }

  @Test func `points behind the last character when it is spelled otherwise`() {
    var map = SourceMap<Prose, Source>()
    map.append(rewritten: ByteRange(3, 8), as: 1)
    #expect(map.origin(covering: ByteRange(1, 1)) == ByteRange(8, 8))
    #expect(map.origin(covering: ByteRange(0, 0)) == ByteRange(3, 3))
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `never lies about a verbatim place`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let (read, json): (Version<Inner, Source>, _) = respell(
      words(&random), skip: "\\n", escape: ("&", "\\u0026"), &random)
    #expect(isHonest(read.map, read: read.text, origin: json))
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `composes like the maps it is made of`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let (prose, html): (Version<Prose, Inner>, _) = respell(
      words(&random), skip: "<br>", escape: ("&", "&amp;"), &random)
    let (decoded, json): (Version<Inner, Source>, _) = respell(
      html, skip: "", escape: ("d", "\\u0064"), &random)
    #expect(decoded.text == html)
    let whole = prose.map.through(decoded.map)
    #expect(isHonest(whole, read: prose.text, origin: json))
    for low in prose.text.indices {
      for high in low + 1...prose.text.count {
        let place = ByteRange<Prose>(low, high)
        #expect(
          whole.origin(covering: place)
            == decoded.map.origin(covering: prose.map.origin(covering: place)))
      }
    }
  }
}

/// A text, and where each byte of it came from.
private struct Version<Read, Origin> {
  var text: [UInt8]
  var map: SourceMap<Read, Origin>
}

private func words(_ random: inout SplitMix) -> [UInt8] {
  (0..<Int.random(in: 1...40, using: &random)).map { _ in
    Array("abc&d e".utf8).randomElement(using: &random) ?? 0
  }
}

/// Writes `text` as some file might spell it, and the map that a faithful reader would keep.
private func respell<R, O>(
  _ text: [UInt8], skip: String, escape: (String, String), _ random: inout SplitMix
) -> (Version<R, O>, [UInt8]) {
  var file: [UInt8] = []
  var map = SourceMap<R, O>()
  for byte in text {
    if Int.random(in: 0..<5, using: &random) == 0 { file += Array(skip.utf8) }
    let start = file.count
    if [byte] == Array(escape.0.utf8) {
      file += Array(escape.1.utf8)
      map.append(rewritten: ByteRange(start, file.count), as: 1)
    } else {
      file.append(byte)
      map.append(verbatim: ByteRange(start, file.count))
    }
  }
  return (Version(text: text, map: map), file)
}

private func isHonest<R, O>(_ map: SourceMap<R, O>, read: [UInt8], origin: [UInt8]) -> Bool {
  read.indices.allSatisfy { low in
    (low + 1...read.count).allSatisfy { high in
      guard let place = map.origin(spelling: ByteRange(low, high)) else { return true }
      return origin[place.utf8].elementsEqual(read[low..<high])
    }
  }
}
