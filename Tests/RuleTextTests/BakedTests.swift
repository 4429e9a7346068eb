import RuleText
import TestSupport
import Testing

@Suite struct BakedTests {
  @Test(arguments: 0..<100 as Range<UInt64>)
  func `reads what it wrote`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let files = (0..<Int.random(in: 0...3, using: &random)).map { number -> Baked.File in
      ("Rules/\(number)é.yml", Self.node(depth: 4, &random))
    }
    let bytes = Baked.bytes(of: files)
    #expect(String(validating: bytes, as: UTF8.self) != nil)
    unsafe bytes.withUnsafeBufferPointer { buffer in
      let read = unsafe Baked.files(at: buffer.baseAddress!)
      #expect(read.map(\.name) == files.map(\.name))
      #expect(read.map(\.node) == files.map(\.node))
    }
  }

  private static let texts = ["", "pay", "a\nb", "é😀\u{0}", "12:", "\"\"\"#", "[[x]]", "\u{FEFF}"]

  private static func node(depth: Int, _ random: inout SplitMix) -> Node {
    let content: Node.Content
    let count = Int.random(in: 0...3, using: &random)
    switch Int.random(in: 0...(depth > 0 ? 2 : 0), using: &random) {
    case 0: content = .text(texts.randomElement(using: &random) ?? "")
    case 1: content = .list((0..<count).map { _ in node(depth: depth - 1, &random) })
    default:
      content = .map(
        (0..<count).map { _ in
          Node.Pair(key: node(depth: 0, &random), value: node(depth: depth - 1, &random))
        })
    }
    return Node(
      content, line: Int.random(in: 0...9_999, using: &random),
      column: Int.random(in: 0...120, using: &random))
  }
}
