import Testing

@testable import Reporting

@Suite struct ReportPathTests {
  @Test(arguments: [
    ("ads/a.md", "", "ads/a.md", "ads/a.md"),
    ("./ads//a b.md", "/repo", "ads/a b.md", "ads/a%20b.md"),
    ("/repo/ads/ü.md", "/repo", "ads/ü.md", "ads/%C3%BC.md"),
    ("ads/x/../a.md", "", "ads/a.md", "ads/a.md"),
    ("/elsewhere/a.md", "/repo", "/elsewhere/a.md", "file:///elsewhere/a.md"),
    ("/repository/a.md", "/repo", "/repository/a.md", "file:///repository/a.md"),
    ("a:b?#%.md", "", "a:b?#%.md", "a%3Ab%3F%23%25.md"), ("../a.md", "/repo", "../a.md", "../a.md"),
    ("<stdin>", "", "<stdin>", "%3Cstdin%3E"), (".", "", ".", "."), ("ads/..", "/repo", ".", "."),
    ("", "", "", ""),
  ])
  func `gives a file one name`(name: String, root: String, path: String, uri: String) {
    let found = ReportPath(name, root: root)
    #expect(found.path == path)
    #expect(found.uri == uri)
  }

  @Test(arguments: ["json", "ndjson", "sarif"])
  func `no report tells where the root is`(name: String) throws {
    var story = Story()
    story.arguments = ["check", "/home/me/repo", "/home/me/repo/ads", "--report=x=/home/me/repo/x"]
    story.add("/home/me/repo/ads/a.txt", "A young team") { page in
      page.ad(
        "a", page.finding("bias/young-team", at: page.place(of: "young"), "young"))
    }
    let report = try story.report(name, ReportOptions(root: "/home/me/repo"))
    #expect(!report.contains("/home/me"))
    #expect(report.contains("\"ads/a.txt\""))
    #expect(report.contains(#"["check",".","ads","--report=x=x"]"#))
  }
}
