import Foundation
import TestSupport
import Testing

@Suite struct FixCommandTests {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/Ads")

  static let names =
    (try? FileManager.default.contentsOfDirectory(atPath: fixtures.path))?.sorted() ?? []

  private func findings(_ outcome: Tool.Outcome) throws -> [[String: Any]] {
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    return object?["findings"] as? [[String: Any]] ?? []
  }

  @Test(arguments: names)
  func `mends a fixture, and then has nothing left that is certain`(name: String) throws {
    let desk = try Desk()
    let before = [UInt8](try Data(contentsOf: Self.fixtures.appending(path: name)))
    try desk.add(name, before)
    let difference = try desk.run("check", name, "--diff", "--as-of", "2026-11-21")
    let old = try findings(try desk.run("check", name, "--format", "json", "--as-of", "2026-11-21"))
    let fixed = try desk.run("check", name, "--fix", "--format", "json", "--as-of", "2026-11-21")
    let left = try findings(fixed).filter { finding in
      (finding["fixes"] as? [[String: Any]] ?? []).contains {
        $0["applicability"] as? String == "safe"
      }
    }
    #expect(left.isEmpty)
    let after = [UInt8](try Data(contentsOf: desk.folder.appending(path: name)))
    #expect((before != after) == !difference.output.isEmpty)
    #expect(difference.status == (before == after ? 0 : 1))
    // Nothing is said that was not said before, except of what the mending brought together.
    #expect(try findings(fixed).count <= old.count)
    #expect(try desk.run("check", name, "--diff", "--as-of", "2026-11-21").status == 0)
    // Only words that stand in an edit differ.
    let changed = after.difference(from: before)
    #expect(changed.count <= 40 * max(1, old.count))
  }

  @Test(arguments: [
    ("a.txt", "We recieve A E staff &amp; KPI's to see.", "We receive A&E staff & KPIs to see."),
    ("a.md", "# A\n\nWe recieve *A E* staff.", "# A\n\nWe receive *A&E* staff."),
    (
      "a.html", "<p>We recieve <b>A E</b> &amp;amp; &#67;V's and tea",
      "<p>We receive <b>A&amp;E</b> &amp; CVs and tea"
    ),
    (
      "a.ndjson", #"{"id":1,"title":"A E \"x\"","description":"<p>A E &amp;quot;hi"}"#,
      #"{"id":1,"title":"A&E \"x\"","description":"<p>A&amp;E \"hi"}"#
    ),
    (
      "a.csv", "title,description\nCook,\"A E \"\"x\"\" and &quot; we recieve\"",
      "title,description\nCook,\"A&E \"\"x\"\" and \"\" we receive\""
    ),
    (
      "a.xml",
      "<jobs><job><title>A E</title><description>&lt;p&gt;A E we recieve</description></job></jobs>",
      "<jobs><job><title>A&amp;E</title><description>&lt;p&gt;A&amp;amp;E we receive</description></job></jobs>"
    ),
    (
      "b.xml",
      "<jobs><job><title>Cook</title><description><![CDATA[In A E we recieve]]></description></job></jobs>",
      "<jobs><job><title>Cook</title><description><![CDATA[In A&E we receive]]></description></job></jobs>"
    ),
  ])
  func `spells for the format`(name: String, before: String, after: String) throws {
    let desk = try Desk([name: before])
    let rules = ["spelling", "format/lost-ampersand", "format/html-remnant", "grammar"].flatMap {
      ["--select", $0]
    }
    _ = try Tool.run(["check", name, "--fix"] + rules, in: desk.folder)
    #expect(try desk.text(of: name) == after)
  }

  /// One half of a pair alone would leave `<b&gt;`.
  @Test(arguments: [
    "&lt;b&gt;", "&lt;b>", "<x y&gt;", "&#60;b&gt;", "&lt;/b&gt;", "&lt;A href='x'&gt;",
  ])
  func `makes no tag, and no half of one, of text`(tag: String) throws {
    let text = "Use \(tag) too, if 1 &lt; 2 and 3 &gt; 2."
    let mended = "Use \(tag) too, if 1 < 2 and 3 > 2."
    func files(_ text: String) -> [String: String] {
      [
        "a.json": #"{"title":"Chef","description":"\#(text)"}"#,
        "a.csv": "title,description\nChef,\"\(text)\"\n", "a.txt": "Chef\n\n\(text)",
        "a.xml":
          "<jobs><job><title>Chef</title><description><![CDATA[\(text)]]></description></job></jobs>",
      ]
    }
    let desk = try Desk(files(text))
    _ = try desk.run("check", ".", "--fix", "--select", "format/html-remnant")
    for (name, expected) in files(mended) { #expect(try desk.text(of: name) == expected) }
  }

  @Test(arguments: [
    (
      "a.txt", "We bake.\n\nSave job\n\nTea. Job posted by ApplicantPro. Cake.",
      "We bake.\n\nTea. Cake."
    ),
    ("b.txt", "We bake.\r\nRead more\r\nTea.\r\nSimilar jobs\r\n", "We bake.\r\nTea.\r\n\r\n"),
    ("c.txt", "We bake [ Click to enlarge Image ] bread.", "We bake bread."),
    // Nothing is torn out of a sentence, and nothing is left empty.
    (
      "d.txt", "A job posted by ApplicantPro and others.",
      "A job posted by ApplicantPro and others."
    ),
    ("e.txt", "Read more", "Read more"),
    ("a.md", "# Baker\n\nWe bake.\n\nRead more\n\nTea.", "# Baker\n\nWe bake.\n\n\n\nTea."),
    (
      "b.md", "We bake.\n\n**Read more**\n\n- Save job\n- Tea",
      "We bake.\n\n**Read more**\n\n- Save job\n- Tea"
    ),
    ("c.md", "We bake bread . Job Posted by ApplicantPro", "We bake bread ."),
    ("a.html", "<p>Tea.</p><p>Read more</p><p>Cake.</p>", "<p>Tea.</p><p></p><p>Cake.</p>"),
    ("b.html", "<ul><li>Tea<li>Read more<li>Cake</ul>", "<ul><li>Tea<li>Read more<li>Cake</ul>"),
    (
      "a.ndjson", #"{"title":"Baker","text":"We bake.\n\nSave job\n\nTea."}"#,
      #"{"title":"Baker","text":"We bake.\n\nTea."}"#
    ),
  ])
  func `cuts leftovers that stand by themselves`(
    name: String, before: String, after: String
  ) throws {
    let desk = try Desk([name: before])
    _ = try desk.run("check", name, "--fix", "--select", "template/source-leftover")
    #expect(try desk.text(of: name) == after)
  }

  @Test func `keeps permissions and links, and leaves suppressed words alone`() throws {
    let desk = try Desk([
      "real.md":
        "<!-- hirelint-disable-next-line spelling -- so -->\nWe recieve bread.\n\nWe recieve cake."
    ])
    let files = FileManager.default
    let real = desk.folder.appending(path: "real.md").path
    try files.setAttributes([.posixPermissions: 0o640], ofItemAtPath: real)
    try files.createSymbolicLink(
      atPath: desk.folder.appending(path: "link.md").path, withDestinationPath: "real.md")
    let outcome = try desk.run("check", "link.md", "--fix")
    #expect(outcome.errors == "hirelint: 1 finding mended in 1 file\n")
    #expect(try files.attributesOfItem(atPath: real)[.posixPermissions] as? Int == 0o640)
    #expect(
      try files.destinationOfSymbolicLink(atPath: desk.folder.appending(path: "link.md").path)
        == "real.md")
    #expect(try desk.text(of: "real.md").hasSuffix("We recieve bread.\n\nWe receive cake."))
    #expect(
      try files.contentsOfDirectory(atPath: desk.folder.path).sorted() == ["link.md", "real.md"])
  }

  @Test func `what is packed or no text stays, and its ads count`() throws {
    let desk = try Desk()
    try desk.add("a.zip", Archive([.init("x.md", "We recieve bread.")]).bytes)
    let words =
      "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>We recieve bread.</w:t></w:r></w:p></w:body></w:document>"
    try desk.add(
      "a.docx",
      Archive([.init("[Content_Types].xml", "<Types/>"), .init("word/document.xml", words)]).bytes)
    for (path, name) in [("a.zip", "a.zip!x.md"), ("a.docx", "a.docx")] {
      let told = "hirelint: \(name) is packed or no text, so it cannot be edited; it stays\n"
      let difference = try desk.run("check", path, "--diff")
      #expect((difference.status, difference.output) == (0, ""))
      #expect(difference.errors == told + "hirelint: 0 findings can be mended in 0 files\n")
      let fixed = try desk.run("check", path, "--fix", "--select", "spelling")
      #expect(fixed.status == 1)
      #expect(fixed.errors == told + "hirelint: 0 findings mended in 0 files\n")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)
    #expect(names.sorted() == ["a.docx", "a.zip"])
  }

  @Test(arguments: [("GITHUB_ACTIONS=true", true), ("TF_BUILD=True", true), ("CI=", false)])
  func `differences are harmless where a build server reads them`(
    server: String, isShown: Bool
  ) throws {
    let desk = try Desk([
      "a.txt": "We bake.\n::error::x\n##[error]x ##vso[task.x]\n\u{1B}[31mred\nWe recieve tea.\n"
    ])
    let others = "export CI= GITHUB_ACTIONS= TF_BUILD= TEAMCITY_VERSION=; export \(server)"
    let shown = try desk.run(script: "\(others); $hirelint check a.txt --diff | cat").output
    #expect(shown.contains("+We receive tea."))
    #expect(["\n ::error", "##[", "##vso[", "\u{1B}"].allSatisfy { shown.contains($0) != isShown })
    // Into a file it goes as it is, since somebody may apply it.
    let applied = try desk.run(
      script: """
        export \(server); $hirelint check a.txt --diff > a.patch; git apply a.patch
        """)
    #expect(applied.status == 0, "\(applied.errors)")
    #expect(try desk.text(of: "a.txt").hasSuffix("[31mred\nWe receive tea.\n"))
  }

  @Test func `unsafe fixes are asked for`() throws {
    let desk = try Desk(["a.txt": "We like bread , and cake."])
    let options = ["check", "a.txt", "--select", "spelling/misspelling", "--diff"]
    #expect(try Tool.run(options, in: desk.folder).status == 0)
    for wrong in [["--unsafe-fixes"], ["--fix", "--diff"]] {
      #expect(try Tool.run(["check", "a.txt"] + wrong, in: desk.folder).status == 2)
    }
    #expect(try desk.run("check", "-", "--fix", input: "We recieve").status == 2)
    #expect(
      try desk.run("check", "-", "--diff", input: "We recieve").output.contains("+We receive"))
  }
}
