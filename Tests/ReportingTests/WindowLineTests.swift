import AdModel
import Testing

@testable import Reporting

@Suite struct WindowLineTests {
  static let texts = [
    "a\r\nb\nc\rd", "\u{FEFF}ü😀;\r\n\r\n€x\n\nlast", "one line with 😀 and é in it, and no end",
    "\r\r\n\n\r", String(repeating: "x y\t\n", count: 60) + "z",
  ]

  @Test(arguments: texts) func `a text in windows has the lines of the whole`(text: String) {
    let bytes = Array(text.utf8)
    let whole = LineIndex(bytes)
    for size in 1...9 {
      var start = LineIndex.Start()
      var at = 0
      while at < bytes.count {
        var end = min(bytes.count, at + size)
        while end < bytes.count, bytes[end].isContinuation { end += 1 }
        // What comes behind shows whether a carriage return ends the line by itself.
        let window = LineIndex(Array(bytes[at..<min(bytes.count, end + 1)]), from: start)
        for offset in max(at, at == 0 ? window.textStart : 0)..<end {
          for unit in LineIndex.Unit.allCases {
            #expect(
              window.position(at: offset - at, in: unit) == whole.position(at: offset, in: unit))
          }
        }
        #expect(window.markLength == whole.textStart)
        start = window.start(at: end - at)
        at = end
      }
    }
  }

  @Test(arguments: texts) func `a line in windows has the hash of the whole`(text: String) {
    let bytes = Array(text.utf8)
    let whole = ReportedFile(SourceFile(name: "a", text: bytes), sha256: "", index: 0)
    var known = LineHashes()
    for size in [1, 5, 40] {
      var hashes = LineHashes()
      var start = LineIndex.Start()
      for at in stride(from: 0, to: bytes.count, by: size) {
        let count = min(size, bytes.count - at)
        let source = SourceFile(
          name: "a", text: Array(bytes[at...]), offset: at, lookahead: bytes.count - at - count)
        let window = ReportedFile(source, sha256: "", index: 0, from: start)
        start = window.end
        hashes.move(to: window)
        // Not every window is asked about.
        if at / size % 3 == 0 {
          let line = window.lines.line(at: 0)
          #expect(hashes.hash(ofLine: line, in: window) == known.hash(ofLine: line, in: whole))
        }
      }
    }
  }

  @Test func `a spool gives back what it took, also through a file`() {
    for count in [0, 1, 40_000] {
      var spool = Spool(elementsAt: 2)
      var json = JSONWriter(elementsAt: 2)
      for number in 0..<count {
        spool.object { $0.member("number", "\(number) of some things that are not short") }
        json.object { $0.member("number", "\(number) of some things that are not short") }
      }
      #expect(spool.isEmpty == (count == 0))
      var bytes: [UInt8] = []
      while spool.read(into: &bytes) {}
      #expect(bytes == json.bytes)
    }
  }
}
