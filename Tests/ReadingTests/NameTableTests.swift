import Testing

@testable import Reading

@Suite struct NameTableTests {
  @Test func `finds each of many names, however it is written, and no other`() {
    var table = NameTable<Int>()
    for number in 0..<500 { table.set("Name_\(number)".utf8Span.span, to: number) }
    for number in 0..<500 {
      for name in ["name\(number)", "NAME-\(number)", " na me\t\(number)_"] {
        #expect(table[name.utf8Span.span] == number)
      }
    }
    for name in ["", "name", "name500", "xname1", "name1x"] {
      #expect(table[name.utf8Span.span] == nil)
    }
  }

  @Test func `takes the meaning that it was told last`() {
    var table = NameTable<Int>()
    table.set("a".utf8Span.span, to: 1)
    table.set("A".utf8Span.span, to: 2)
    #expect(table["a".utf8Span.span] == 2)
  }
}
