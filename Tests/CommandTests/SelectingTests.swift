import Foundation
import TestSupport
import Testing

@Suite struct SelectingTests {
  private func files(_ outcome: Tool.Outcome) -> [String] {
    outcome.output.matches(of: /"type":"input","path":"([^"]+)"/).map { String($0.1) }
  }

  /// Runs git in `desk`, as somebody.
  private func git(_ arguments: String..., in desk: Desk) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org"] + arguments
    process.currentDirectoryURL = desk.folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "git \(arguments)")
  }

  @Test func `what is excluded stays out, even when it is named`() throws {
    let desk = try Desk([
      ".hirelint.yml": "exclude: [old*, '/b.txt']", "a.txt": Desk.good, "b.txt": Desk.bad,
      "old.txt": Desk.bad,
    ])
    #expect(files(try desk.run("check", ".", "--format", "ndjson")) == ["a.txt"])
    let named = try desk.run("check", "old.txt", "a.txt", "--format", "ndjson")
    #expect(files(named) == ["a.txt"])
    #expect(named.errors == "hirelint: old.txt is excluded; --no-force-exclude checks it\n")
    #expect(try desk.run("check", "old.txt").status == 0)
    #expect(try desk.run("check", "old.txt", "--no-force-exclude").status == 1)
    #expect(
      files(try desk.run("check", ".", "--exclude", "a.txt", "--no-config", "--format", "ndjson"))
        == ["b.txt", "old.txt"])
  }

  @Test func `what git ignores stays out of folders`() throws {
    let desk = try Desk([".gitignore": "b.txt\nbuilt/\n", "a.txt": Desk.good, "b.txt": Desk.bad])
    try FileManager.default.createDirectory(
      at: desk.folder.appending(path: "built"), withIntermediateDirectories: true)
    try desk.add("built/c.txt", Array(Desk.bad.utf8))
    #expect(
      files(try desk.run("check", ".", "--format", "ndjson")) == ["a.txt", "b.txt", "built/c.txt"])
    try git("init", "-q", in: desk)
    #expect(files(try desk.run("check", ".", "--format", "ndjson")) == ["a.txt"])
    #expect(files(try desk.run("check", "b.txt", "--format", "ndjson")) == ["b.txt"])
    #expect(
      files(try desk.run("check", ".", "./b.txt", "--format", "ndjson")) == ["a.txt", "b.txt"])
    #expect(files(try desk.run("check", ".", "--no-gitignore", "--format", "ndjson")).count == 3)
  }

  @Test func `SARIF names the version of the repository, from its root alone and without a path`()
    throws
  {
    let desk = try Desk(["a.txt": Desk.good])
    try git("init", "-q", "-b", "main", in: desk)
    try git("add", ".", in: desk)
    try git("commit", "-q", "-m", "x", in: desk)
    func names(_ words: String) throws -> Bool {
      try desk.run("check", ".", "--format", "sarif").output.contains(words)
    }
    #expect(try !names("versionControlProvenance"))
    try git("remote", "add", "origin", "https://me:secret@example.org/ads.git", in: desk)
    #expect(try names(#""repositoryUri":"https://example.org/ads.git""#))
    #expect(try names(#""branch":"main""#) && !names("me:secret"))
    try git("remote", "set-url", "origin", desk.folder.path, in: desk)
    #expect(try !names("versionControlProvenance"))
  }

  private func record(_ id: Int, _ text: String) -> String {
    #"{"id": "\#(id)", "title": "Baker", "description": "We recieve \#(text)."}"# + "\n"
  }

  @Test func `an archive changes as a whole`() throws {
    let desk = try Desk()
    try desk.add("ads.zip", Archive([.init("a.txt", Desk.bad)]).bytes)
    try git("init", "-q", "-b", "main", in: desk)
    try git("add", ".", in: desk)
    try git("commit", "-q", "-m", "x", in: desk)
    #expect(try desk.run("check", ".", "--changed-since", "main").status == 0)
    try desk.add("ads.zip", Archive([.init("a.txt", Desk.bad + " x")]).bytes)
    let changed = try desk.run("check", ".", "--changed-since", "main", "--format", "ndjson")
    #expect(files(changed) == ["ads.zip!a.txt"])
  }

  @Test func `only changed ads are told of`() throws {
    let feed = record(1, "a") + record(2, "b") + record(3, "c")
    let desk = try Desk(["feed.ndjson": feed, "a.txt": Desk.bad, "b.txt": Desk.bad + " x"])
    try git("init", "-q", "-b", "main", in: desk)
    try git("add", ".", in: desk)
    try git("commit", "-q", "-m", "x", in: desk)
    let same = try desk.run("check", ".", "--changed-since", "main")
    #expect(same.status == 0)
    #expect(same.output.contains("No ad was left to check"))

    // On another branch one record changes, one is new, others move, and one file is renamed.
    try git("checkout", "-q", "-b", "other", in: desk)
    try desk.add(
      "feed.ndjson", Array((record(3, "c") + record(1, "z") + record(4, "a") + record(2, "b")).utf8)
    )
    try git("mv", "b.txt", "c.txt", in: desk)
    try desk.add("new.txt", Array(Desk.bad.utf8))
    let changed = try desk.run("check", ".", "--changed-since", "main", "--format", "ndjson")
    let ads = changed.output.matches(of: /"type":"ad","id":"([^"]+)"/).map { String($0.1) }
    #expect(ads == ["1", "4", "new.txt"])
    #expect(changed.status == 1)
  }

  @Test(arguments: [
    ("sep=;\n", "title;text;place"), ("\n\n", "title,text,place"),
    ("", "title,text,\"the\nplace\""),
  ])
  func `a table whose columns are called otherwise has changed`(start: String, header: String)
    throws
  {
    let row = header.contains(";") ? "\nBaker;We recieve.;Leeds" : "\nBaker,We recieve.,Leeds"
    let desk = try Desk(["ads.csv": start + header + row])
    try git("init", "-q", "-b", "main", in: desk)
    try git("add", ".", in: desk)
    try git("commit", "-q", "-m", "x", in: desk)
    func changed(_ text: String) throws -> Int {
      try desk.add("ads.csv", Array(text.utf8))
      let outcome = try desk.run("check", ".", "--changed-since", "main", "--format", "ndjson")
      return outcome.output.ranges(of: #""type":"ad""#).count
    }
    #expect(try changed(start + header + "\n" + row) == 0)
    #expect(try changed(start + header.replacing("place", with: "company") + row) == 1)
  }

  @Test func `a commit that cannot be compared with fails loudly`() throws {
    let desk = try Desk(["a.txt": Desk.good])
    let none = try desk.run("check", ".", "--changed-since", "main")
    #expect(none.status == 2)
    #expect(
      none.errors
        == "hirelint: --changed-since main: this is no git repository, or git is not installed\n")
    try git("init", "-q", "-b", "main", in: desk)
    try git("add", ".", in: desk)
    try git("commit", "-q", "-m", "x", in: desk)
    try git("commit", "-q", "--allow-empty", "-m", "y", in: desk)
    for name in ["mian", "--help", "-c core.pager=touch"] {
      let unknown = try desk.run("check", ".", "--changed-since=\(name)")
      #expect(unknown.status == 2)
      #expect(unknown.errors.contains("git knows no such commit"))
    }
    try git("clone", "-q", "--depth", "1", "file://\(desk.folder.path)", "shallow", in: desk)
    let shallow = try Tool.run(
      ["check", ".", "--changed-since", "HEAD"], in: desk.folder.appending(path: "shallow"))
    #expect(shallow.status == 2)
    #expect(shallow.errors.contains("this clone is shallow"))
  }
}
