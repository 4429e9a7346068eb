import AdModel
import Testing

@testable import Reporting

@Suite struct LineHashesTests {
  /// The vectors of `fingerprints.test.ts` in github/codeql-action.
  @Test(arguments: [
    ("", ["c129715d7a2bc9a3:1"]),
    (
      " a\nb\n  \t\tc\n d",
      ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"]
    ),
    (
      " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End",
      [
        "8b7cf3e952e7aeb2:1", "b1ae1287ec4718d9:1", "bff680108adb0fcc:1", "c6805c5e1288b612:1",
        "b86d3392aea1be30:1", "e6ceba753e1a442:1",
      ]
    ),
    (
      " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n",
      [
        "e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1",
        "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1",
      ]
    ),
    (
      " hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r",
      [
        "e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1",
        "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1",
      ]
    ),
  ])
  func `are GitHub's`(text: String, expected: [String]) {
    let file = ReportedFile(
      SourceFile(name: "a", text: Array(text.utf8)), sha256: "", index: 0)
    var hashes = LineHashes()
    #expect(file.lines.count == expected.count)
    #expect((1...expected.count).map { hashes.hash(ofLine: $0, in: file) } == expected)
  }

  @Test func `number lines that are equal`() throws {
    let text = String(repeating: "x\n", count: 200)
    let file = ReportedFile(
      SourceFile(name: "a", text: Array(text.utf8)), sha256: "", index: 0)
    var hashes = LineHashes()
    let second = hashes.hash(ofLine: 2, in: file)
    let known = hashes.hash(ofLine: 1, in: file)
    let first = try #require(known)
    #expect(first.hasSuffix(":1"))
    #expect(second == first.dropLast() + "2")
  }
}
