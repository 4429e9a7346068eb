import Foundation
import Testing

@testable import hirelint

@Suite struct AtomicFileTests {
  @Test("takes the place of the file, with its permissions") func writes() throws {
    let desk = try Desk(["ad.txt": "old"])
    let file = desk.folder.appending(path: "ad.txt")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
    try AtomicFile.write(Array("new".utf8), to: file.path, over: Array("old".utf8))
    #expect(try desk.text(of: "ad.txt") == "new")
    let found = try FileManager.default.attributesOfItem(atPath: file.path)
    #expect(found[.posixPermissions] as? Int == 0o640)
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.folder.path) == ["ad.txt"])
  }

  @Test("leaves a file alone that somebody has changed") func refuses() throws {
    let desk = try Desk(["ad.txt": "newer"])
    let file = desk.folder.appending(path: "ad.txt").path
    let failure = #expect(throws: Failure.self) {
      try AtomicFile.write(Array("new".utf8), to: file, over: Array("old".utf8))
    }
    #expect(failure?.message.contains("changed by somebody else") == true)
    #expect(failure?.status == ExitStatus.output)
    #expect(try desk.text(of: "ad.txt") == "newer")
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.folder.path) == ["ad.txt"])
  }
}
