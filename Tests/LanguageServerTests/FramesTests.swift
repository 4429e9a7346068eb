import LanguageServer
import Testing

@Suite struct FramesTests {
  private func all(_ text: String, in pieces: Int) -> [Frames.Frame] {
    var frames = Frames()
    var found: [Frames.Frame] = []
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: pieces) {
      frames.append(bytes[start..<min(start + pieces, bytes.count)])
      while let frame = frames.next() { found.append(frame) }
    }
    return found
  }

  @Test(arguments: 1...70)
  func `messages are found, however their bytes arrive`(pieces: Int) {
    let text = "Content-Length: 2\r\n\r\n{}content-length:3\r\nContent-Type: x\r\n\r\n[1]"
    #expect(all(text, in: pieces) == [.content(Array("{}".utf8)), .content(Array("[1]".utf8))])
  }

  @Test(arguments: ["Length: 2", "Content-Length: x", "Content-Length: -1", "Content-Length:", ""])
  func `a broken header does not spoil the next message`(header: String) {
    let found = all("\(header)\r\n\r\nContent-Length: 2\r\n\r\n{}", in: 7)
    #expect(found == [.fault("a header without Content-Length"), .content(Array("{}".utf8))])
  }

  @Test func `a content that is too long is passed over`() {
    var frames = Frames()
    frames.append(Array("Content-Length: \(Frames.sizeLimit + 2)\r\n\r\n".utf8))
    #expect(frames.next() == .fault("a content of more than \(Frames.sizeLimit) bytes"))
    let piece = [UInt8](repeating: 0x20, count: 1 << 20)
    for _ in 0..<256 { frames.append(piece) }
    frames.append(Array("  Content-Length: 2\r\n\r\n{}".utf8))
    #expect(frames.next() == .content(Array("{}".utf8)))
  }
}
