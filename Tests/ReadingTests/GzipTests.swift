import AdModel
import Reading
import TestSupport
import Testing

@Suite struct GzipTests {
  /// `printf 'title,text\nChef,We cook\n' | gzip -n`
  static let packed: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x2B, 0xC9, 0x2C, 0xC9, 0x49,
    0xD5, 0x29, 0x49, 0xAD, 0x28, 0xE1, 0x72, 0xCE, 0x48, 0x4D, 0xD3, 0x09, 0x4F, 0x55, 0x48,
    0xCE, 0xCF, 0xCF, 0xE6, 0x02, 0x00, 0xAC, 0x10, 0x2B, 0xC9, 0x18, 0x00, 0x00, 0x00,
  ]
  static let table = Array("title,text\nChef,We cook\n".utf8)

  @Test func `reads what is packed`() throws {
    let file = try SourceFile(name: "a.csv.gz", bytes: Self.packed)
    #expect(file.text == Self.table)
    let found = try ads(of: file)[0]
    #expect(found.told == ["title: Chef", "body: We cook"])
    expectHonest(found, in: file, words: ["Chef", "cook"])
  }

  @Test func `knows what is packed from its name, else from its text`() throws {
    for name in ["-", "a.gz", "a.TXT.gz", "a.csv.GZ"] {
      let file = try SourceFile(name: name, bytes: Self.packed)
      #expect(type(of: try Readers.reader(for: file)).name == "csv")
    }
  }

  @Test func `reads members one after another, and zeros behind them`() throws {
    let bytes = Self.packed + Self.packed + [0, 0, 0]
    #expect(try SourceFile(name: "a", bytes: bytes).text == Self.table + Self.table)
  }

  @Test func `says where a file is cut`() {
    for end in 2..<Self.packed.count {
      #expect(
        problems(Array(Self.packed[..<end])).map(\.message) == [
          "This gzip file ends before its content does; fetch or pack it again."
        ])
    }
  }

  @Test func `says where a file is damaged`() {
    var bytes = Self.packed
    bytes[bytes.count - 6] ^= 1
    #expect(
      problems(bytes).map(\.message) == [
        "This gzip file is damaged near its byte \(bytes.count - 4); fetch or pack it again."
      ])
    #expect(problems(Self.packed + [7]).map(\.id) == ["damaged-gzip"])
  }

  @Test(arguments: 0..<200 as Range<UInt64>) func `bytes may be anything`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    var bytes = Self.packed
    for _ in 0..<3 {
      bytes[Int.random(in: 2..<bytes.count, using: &random)] = UInt8.random(
        in: 0...255, using: &random)
    }
    for problem in problems(bytes) { #expect(!problem.message.isEmpty) }
  }

  @Test func `has limits on what it unpacks to`() throws {
    let large = #expect(throws: Problem.self) {
      try SourceFile(name: "a", bytes: Self.letters, limit: 1000)
    }
    #expect(large?.id == "file-too-large")
    let bomb = Array(repeatElement(Self.letters, count: 300).joined())
    #expect(
      problems(bomb).map(\.message) == [
        "This gzip file unpacks to more than 200 times its size, so it was not read on; if it is"
          + " what it should be, unpack it first."
      ])
  }

  /// `head -c 65536 /dev/zero | tr '\\0' a | gzip -9n`
  static let letters: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xED, 0xC1, 0x81, 0x00, 0x00,
    0x00, 0x00, 0x80, 0x20, 0xD6, 0xFD, 0x25, 0x16, 0xA9, 0x0A, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x6A, 0xFF,
    0x91, 0x20, 0xC3, 0x00, 0x00, 0x01, 0x00,
  ]
}
