import Testing

@testable import Facts

@Suite struct SignsTests {
  @Test func `passes by letters and blanks, and by nothing else`() {
    for byte in UInt8(0)...255 {
      let isPassed = byte.isLetter && byte | 0x20 != 0x78 || byte <= 0x20
      for place in 0..<11 {
        var text = [UInt8](repeating: 0x61, count: 11)
        text[place] = byte
        #expect(Signs.next(in: text.span, from: 0) == (isPassed ? 11 : place))
        #expect(Signs.next(in: text.span, from: place) == (isPassed ? 11 : place))
      }
    }
  }
}
