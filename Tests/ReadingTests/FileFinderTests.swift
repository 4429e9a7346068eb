import AdModel
import Foundation
import Reading
import Testing

@Suite struct FileFinderTests {
  private let root: String

  init() throws {
    root = FileManager.default.temporaryDirectory.path + "/hirelint-\(UUID().uuidString)"
    for path in [
      "b.txt", "a.md", "c.HTML", "notes.png", ".hidden.md", "sub/d.json", "sub/e.ndjson",
      "sub/deep/f.htm", ".git/x.md", "node_modules/y.md", ".build/z.md", "none/g.png", "odd[1].txt",
    ] {
      let url = URL(fileURLWithPath: "\(root)/\(path)")
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("x".utf8).write(to: url)
    }
    try FileManager.default.createSymbolicLink(
      atPath: "\(root)/sub/loop", withDestinationPath: root)
  }

  private func find(_ paths: String...) -> FileFinder.Found {
    defer { try? FileManager.default.removeItem(atPath: root) }
    var found = FileFinder().find(paths.map { $0 == "-" ? $0 : "\(root)/\($0)" })
    found.files = found.files.map { $0.replacingOccurrences(of: "\(root)/", with: "") }
    return found
  }

  @Test func `looks through a folder in order, and into no loop`() {
    let found = find("")
    #expect(
      found.files == [
        "a.md", "b.txt", "c.HTML", "odd[1].txt", "sub/d.json", "sub/deep/f.htm", "sub/e.ndjson",
      ])
    #expect(found.problems.isEmpty)
  }

  @Test func `takes a path as it is given, once`() {
    #expect(
      find("notes.png", ".hidden.md", "notes.png", "-").files == ["notes.png", ".hidden.md", "-"])
  }

  @Test func `finds a file once, whatever way leads to it`() {
    let found = find("sub", "./sub", "sub/../b.txt", "b.txt", "sub/deep/../deep", "sub/loop/a.md")
    #expect(
      found.files == [
        "sub/d.json", "sub/deep/f.htm", "sub/e.ndjson", "sub/../b.txt", "sub/loop/a.md",
      ])
    #expect(found.problems.isEmpty)
  }

  @Test func `tells of what it cannot open in a folder, once`() throws {
    let files = FileManager.default
    for name in ["gone.txt", "gone", "gone.png"] {
      try files.createSymbolicLink(
        atPath: "\(root)/none/\(name)", withDestinationPath: "nowhere")
    }
    for name in ["caf\\351.txt", "caf\\351.png", "caf\\351"] {
      let shell = try Process.run(
        URL(filePath: "/bin/sh"), arguments: ["-c", ": > \"$(printf '\(root)/none/\(name)')\""])
      shell.waitUntilExit()
    }
    let found = find("none", "./none", "n*")
    #expect(found.files == ["notes.png"])
    let told = found.problems.map { "\($0.file.dropFirst(root.count + 6)): \($0.message)" }
    let misnamed = "The name of this file is not UTF-8, so it cannot be opened; rename it."
    #expect(
      told == [
        "caf\u{FFFD}: \(misnamed)", "caf\u{FFFD}.txt: \(misnamed)",
        "gone.txt: This link leads nowhere; mend it, or delete it.",
      ])
    #expect(found.problems.map(\.losesAds) == [true, true, true])
  }

  @Test(arguments: [
    ("*.md", ["a.md"]), ("**/*.{json,htm}", ["sub/d.json", "sub/deep/f.htm"]),
    ("?.txt", ["b.txt"]), ("[a-b].*", ["a.md", "b.txt"]), ("[!a].{txt,md}", ["b.txt"]),
    ("sub/**", ["sub/d.json", "sub/deep/f.htm", "sub/e.ndjson"]), ("s*/d*/*", ["sub/deep/f.htm"]),
    ("odd[1].txt", ["odd[1].txt"]), ("*/deep", ["sub/deep/f.htm"]),
    ("{none,s*}", ["sub/d.json", "sub/deep/f.htm", "sub/e.ndjson"]),
  ])
  func `finds what a pattern means`(pattern: String, files: [String]) {
    #expect(find(pattern).files == files)
  }

  @Test func `says what is missing`() {
    let found = find("gone.md", "*.gone", "none")
    #expect(found.files.isEmpty)
    #expect(
      found.problems.map(\.message) == [
        "There is no such file or folder; check the path, or put a pattern in quotes.",
        "No file matches this pattern; check it, and put it in quotes.",
        "There is nothing to read in this folder: no file ends in one of .atom .csv .docm .docx .gz .htm .html .json"
          + " .jsonl .markdown .md .mdown .ndjson .pdf .rss .tab .text .tsv .txt .xhtml .xml .zip; name the files themselves if they do not.",
      ])
    #expect(found.problems.map(\.id) == ["missing-file", "missing-file", "no-ads"])
  }

  @Test func `says what may not be read`() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    let problem = #expect(throws: Problem.self) { try SourceFile(path: "\(root)/sub") }
    #expect(
      problem?.message == "This cannot be read (Is a directory); check its permissions.")
    #expect(try SourceFile(path: "\(root)/a.md").text == [0x78])
  }
}
