import Paths
import Testing

@Suite struct PathPatternTests {
  static let cases: [(pattern: String, path: String, matches: Bool)] = [
    ("*.md", "a.md", true), ("*.md", "deep/down/a.md", true), ("*.md", "a.mdx", false),
    ("drafts", "drafts/a.txt", true), ("drafts/", "x/drafts/a.txt", true),
    ("drafts/", "drafts", false), ("drafts", "mydrafts/a.txt", false),
    ("feeds/**", "feeds/at/a.json", true), ("feeds/*.json", "feeds/at/a.json", false),
    ("feeds/at", "feeds/at/deep/a.json", true), ("feeds/at", "x/feeds/at/a.json", false),
    ("/a.txt", "a.txt", true), ("/a.txt", "x/a.txt", false), ("./a.txt", "a.txt", true),
    ("**/at/*.{json,csv}", "x/y/at/b.csv", true), ("**/at/*.{json,csv}", "at/b.xml", false),
  ]

  @Test(arguments: cases)
  func `means what .gitignore would mean`(pattern: String, path: String, matches: Bool) {
    #expect(PathPattern(pattern).matches(path) == matches)
  }

  @Test func `paths are told from folders`() {
    #expect(FilePath.absolute("../b/./c", from: "/x/a") == "/x/b/c")
    #expect(FilePath.absolute("/../..", from: "/x") == "/")
    #expect(FilePath.relative("/x/b/c", to: "/x") == "b/c")
    #expect(FilePath.relative("/xy/b", to: "/x") == nil)
    #expect(FilePath.relative("/x", to: "/x") == nil)
    #expect(FilePath.upward(from: "/a/b") == ["/a/b", "/a", "/"])
  }
}
