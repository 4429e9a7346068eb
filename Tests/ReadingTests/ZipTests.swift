import AdModel
import Foundation
import Reading
import TestSupport
import Testing

@Suite struct ZipTests {
  @Test func `finds the files of an archive and reads them`() throws {
    let desk = try Desk(
      Archive([
        .init("leeds/chef.md", "# Chef"), .init("leeds/", ""), .init("a/über.txt", "Title: Koch"),
        .packed, .init("logo.png", "x"), .init("__MACOSX/a.txt", "x"), .init(".git/a.txt", "x"),
        .init("a/.hidden.txt", "x"), .init("to.txt", "/etc/passwd", mode: 0o120777),
      ]))
    let found = FileFinder().find([desk.path])
    #expect(found.problems == [])
    #expect(
      found.files.map { $0.dropFirst(desk.path.count) } == [
        "!a/über.txt", "!leeds/chef.md", "!words.txt",
      ])
    let files = try found.files.map { try SourceFile(path: $0) }
    #expect(try ads(of: files[0])[0].told == ["title: Koch", "body: "])
    #expect(try ads(of: files[1])[0].text(of: .title) == "Chef")
    #expect(files[1].name == found.files[1])
    #expect(files[2].text == Array(String(repeating: "young man ", count: 30).utf8))
  }

  @Test func `a comment, a start in front and sizes of 64 bits change nothing`() throws {
    for variant in 0..<3 {
      var archive = Archive([.init("a.txt", "Title: Chef"), .packed])
      if variant == 0 { archive.comment = "PK\u{5}\u{6} made by hand" }
      if variant == 1 { archive.start = Array("#!/bin/sh\n".utf8) }
      if variant == 2 { archive.isLarge = true }
      let desk = try Desk(archive)
      let found = FileFinder().find([desk.path])
      #expect(found.files.count == 2 && found.problems == [])
      for path in found.files { _ = try SourceFile(path: path) }
    }
  }

  @Test(arguments: [
    (
      Archive.File("../up.txt", "x"), "unsafe-member",
      "The path “../up.txt” in this archive leads out of it or holds signs that no path has, so the"
        + " file was not read; pack it anew."
    ),
    (.init("/etc/a.txt", "x"), "unsafe-member", ""), (.init("C:a.txt", "x"), "unsafe-member", ""),
    (.init("a\\b.txt", "x"), "unsafe-member", ""),
    (.init("a\u{1B}[.txt", "x"), "unsafe-member", ""),
    (
      .init("in.zip", "x"), "nested-archive",
      "Archives inside archives are not opened; unpack this one first."
    ),
    (
      .init("a.txt", "x", flags: 1), "encrypted-member",
      "This file is encrypted in its archive; pack it without a password."
    ),
    (
      .init("a.txt", "x", method: 14), "unsupported-member",
      "This file is packed by method 14, and only Deflate (8) is read; pack it as ZIP programs do if"
        + " not told otherwise."
    ),
  ])
  func `says which files it does not read`(
    file: Archive.File, id: String, message: String
  ) throws {
    let desk = try Desk(Archive([file, .init("b.txt", "Title: Chef")]))
    let found = FileFinder().find([desk.path])
    #expect(found.files.count == 1)
    #expect(found.problems.map(\.id) == [id])
    if !message.isEmpty { #expect(found.problems[0].message == message) }
  }

  @Test func `says which file is damaged, and reads the others`() throws {
    var archive = Archive([.init("a.txt", "Title: Chef"), .packed])
    archive.files[0].checksum ^= 1
    let desk = try Desk(archive)
    let found = FileFinder().find([desk.path])
    #expect(found.files.count == 2)
    let problem = #expect(throws: Problem.self) { try SourceFile(path: found.files[0]) }
    #expect(problem?.id == "damaged-member")
    _ = try SourceFile(path: found.files[1])
  }

  @Test func `refuses what is made to fill a disk`() throws {
    var bomb = Archive([.init("a.txt", "x")])
    bomb.files[0].size = 2_000_000_000
    var twice = Archive([.init("a.txt", "x"), .init("b.txt", "x")])
    twice.overlaps = true
    for (archive, words) in [(bomb, "more than 200 times"), (twice, "share their bytes")] {
      let desk = try Desk(archive)
      let found = FileFinder().find([desk.path])
      #expect(found.files.isEmpty && found.problems.map(\.id) == ["unreadable-zip"])
      #expect(found.problems[0].message.contains(words))
    }
  }

  @Test(arguments: 0..<300 as Range<UInt64>) func `bytes may be anything`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    var archive = Archive([.init("a.txt", "Title: Chef"), .packed, .init("b/c.md", "# Cook")])
    archive.isLarge = Bool.random(using: &random)
    var bytes = archive.bytes
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      bytes[Int.random(in: bytes.indices, using: &random)] =
        [0, 0xFF, UInt8.random(in: 0...255, using: &random)].randomElement(using: &random) ?? 0
    }
    if seed % 3 == 0 { bytes.removeLast(Int.random(in: 0...bytes.count, using: &random)) }
    let desk = try Desk(bytes)
    let found = FileFinder().find([desk.path])
    for problem in found.problems { #expect(!problem.message.isEmpty) }
    for path in found.files { _ = try? SourceFile(path: path) }
  }
}

/// A ZIP archive to be.
struct Archive: Sendable {
  var files: [File]
  var comment = ""
  /// What stands in front of it.
  var start: [UInt8] = []
  /// Whether sizes and offsets are told in 64 bits.
  var isLarge = false
  /// Whether all files are said to stand where the first one does.
  var overlaps = false

  init(_ files: [File]) { self.files = files }

  struct File: Sendable, CustomTestStringConvertible {
    var name: String
    var packed: [UInt8]
    var size: Int
    var checksum: UInt32
    var method: UInt16
    var flags: UInt16
    var mode: UInt32

    var testDescription: String { name }

    /// A file that is packed not at all, whatever its `method` says.
    init(
      _ name: String, _ text: String, method: UInt16 = 0, flags: UInt16 = 0, mode: UInt32 = 0o100644
    ) {
      self.init(name, Array(text.utf8), method: method, flags: flags, mode: mode)
    }

    init(
      _ name: String, _ bytes: [UInt8], method: UInt16 = 0, flags: UInt16 = 0,
      mode: UInt32 = 0o100644
    ) {
      self.name = name
      packed = bytes
      size = bytes.count
      checksum = Self.checksum(bytes)
      self.method = method
      self.flags = flags | 0x800
      self.mode = mode
    }

    /// The text `young man ` 30 times, packed with Deflate by zlib 1.3.
    static var packed: File {
      var file = File("words.txt", String(repeating: "young man ", count: 30), method: 8)
      file.packed = [
        0xAB, 0xCC, 0x2F, 0xCD, 0x4B, 0x57, 0xC8, 0x4D, 0xCC, 0x53, 0xA8, 0x1C, 0x65, 0x11, 0x60,
        0x01, 0x00,
      ]
      return file
    }

    /// CRC-32, bit by bit.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
      ~bytes.reduce(~0 as UInt32) { sum, byte in
        (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in
          sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1
        }
      }
    }
  }

  /// It as PKWARE's APPNOTE has it.
  var bytes: [UInt8] {
    var bytes = start
    var table: [UInt8] = []
    for file in files {
      let name = Array(file.name.utf8)
      let offset = overlaps ? 0 : bytes.count - start.count
      let sizes = isLarge ? [0xFFFF_FFFF, 0xFFFF_FFFF] : [file.packed.count, file.size]
      let extra =
        isLarge
        ? Self.number(1, 2) + Self.number(24, 2) + Self.number(file.size, 8)
          + Self.number(file.packed.count, 8) + Self.number(offset, 8) : []
      let common =
        Self.number(Int(file.flags), 2) + Self.number(Int(file.method), 2) + Self.number(0, 4)
        + Self.number(Int(file.checksum), 4) + sizes.flatMap { Self.number($0, 4) }
        + Self.number(name.count, 2) + Self.number(extra.count, 2)
      bytes +=
        Self.number(0x0403_4B50, 4) + Self.number(20, 2) + common + name + extra + file.packed
      table +=
        Self.number(0x0201_4B50, 4) + [20, 3] + Self.number(20, 2) + common + Self.number(0, 6)
        + Self.number(Int(file.mode) << 16, 4) + Self.number(isLarge ? 0xFFFF_FFFF : offset, 4)
        + name + extra
    }
    let offset = bytes.count - start.count
    bytes += table
    if isLarge {
      let record = bytes.count
      bytes +=
        Self.number(0x0606_4B50, 4) + Self.number(44, 8) + Self.number(45, 4) + Self.number(0, 8)
        + Self.number(files.count, 8) + Self.number(files.count, 8) + Self.number(table.count, 8)
        + Self.number(offset, 8)
      bytes +=
        Self.number(0x0706_4B50, 4) + Self.number(0, 4) + Self.number(record, 8) + Self.number(1, 4)
    }
    return bytes + Self.number(0x0605_4B50, 4) + Self.number(0, 4)
      + Self.number(isLarge ? 0xFFFF : files.count, 2)
      + Self.number(isLarge ? 0xFFFF : files.count, 2)
      + Self.number(isLarge ? 0xFFFF_FFFF : table.count, 4)
      + Self.number(isLarge ? 0xFFFF_FFFF : offset, 4)
      + Self.number(comment.utf8.count, 2) + Array(comment.utf8)
  }

  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}

/// An archive on disk for one test, gone afterwards.
final class Desk {
  let path: String

  convenience init(_ archive: Archive) throws { try self.init(archive.bytes) }

  init(_ bytes: [UInt8]) throws {
    let folder = FileManager.default.temporaryDirectory
    path = folder.appending(path: "hirelint-\(UUID().uuidString).zip").path
    try Data(bytes).write(to: URL(filePath: path))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
