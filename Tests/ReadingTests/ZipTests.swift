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
    // The sum of its sizes is 0 in 64 bits.
    var overflow = Archive([.init("a.txt", "x"), .init("b.txt", "x"), .init("c.txt", "xx")])
    overflow.isLarge = true
    overflow.files[0].size = .max
    overflow.files[1].size = .max
    var far = Archive([.init("a.txt", "x")])
    far.isLarge = true
    far.files[0].offset = .max
    for (archive, words) in [
      (bomb, "more than 200 times"), (overflow, "more than 200 times"),
      (twice, "share their bytes"), (far, "is damaged"),
    ] {
      let desk = try Desk(archive)
      let found = FileFinder().find([desk.path])
      #expect(found.files.isEmpty && found.problems.map(\.id) == ["unreadable-zip"])
      #expect(found.problems[0].message.contains(words))
    }
  }

  @Test func `time grows as the files of an archive do`() throws {
    let growth = try growth(of: 2_000) { count in
      let desk = try Desk(Archive((0..<count).map { .init("ads/\($0).txt", "x") }))
      for number in 0..<count { _ = try SourceFile(path: "\(desk.path)!ads/\(number).txt") }
    }
    #expect(growth < linearGrowth)
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
