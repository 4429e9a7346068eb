import AdModel
import Reading
import TestSupport
import Testing

/// Pages with the data of a job in a script.
@Suite struct JSONLDTests {
  /// A page whose only script holds `json`.
  static func page(_ json: String, body: String = "", type: String = "application/ld+json")
    -> String
  {
    "<title>Jobs | Acme</title><script type=\"\(type)\">\(json)</script><body>\(body)"
  }

  static let words =
    "<h1>Chef, nights</h1><p>You roast and you bake, five nights a week, in a kitchen in Cork.</p>"

  @Test(arguments: [
    (#"{"@type":"JobPosting","title":"Chef"}"#, ["title: Chef", "body: "]),
    (#"{"@type":["Thing","https://schema.org/JobPosting"],"title":"Chef"}"#, ["title: Chef"]),
    (#"[{"@type":"WebSite","name":"x"},{"@type":"JobPosting","title":"Chef"}]"#, ["title: Chef"]),
    (#"{"@graph":[{"@type":"Thing"},{"@type":"JobPosting","title":"Chef"}]}"#, ["title: Chef"]),
    (#"{"@type":"WebPage","mainEntity":{"@type":"JobPosting","title":"Chef"}}"#, ["title: Chef"]),
    (
      #"{"@type":"JobPosting","hiringOrganization":{"@type":"Organization","name":"Acme","logo":"l"}}"#,
      ["company: Acme"]
    ),
    (
      #"{"@type":"JobPosting","jobLocation":[{"address":{"@type":"PostalAddress","addressLocality":"Cork","addressCountry":{"@type":"Country","name":"IE"}}}]}"#,
      ["location: Cork", "country: IE"]
    ),
    (
      #"{"@type":"JobPosting","baseSalary":{"currency":"EUR","value":{"minValue":31000,"maxValue":35000,"unitText":"YEAR"}}}"#,
      ["salary: EUR 31000 to 35000 per year"]
    ),
    (
      #"{"@type":"JobPosting","baseSalary":{"value":{"unitText":"night","value":"120"},"currency":"£"}}"#,
      ["salary: night 120 £"]
    ),
    (
      #"{"@type":"JobPosting","baseSalary":{"value":{"maxValue":35,"minValue":31},"currency":"EUR"}}"#,
      ["salary: EUR 31 to 35"]
    ),
    (
      #"{"@type":"JobPosting","baseSalary":{"value":{"value":31,"unitText":"HOUR"},"currency":"EUR"}}"#,
      ["salary: EUR 31 per hour"]
    ),
    (
      #"{"@type":"JobPosting","jobLocationType":"TELECOMMUTE","applicantLocationRequirements":[{"@type":"Country","name":"IE"}]}"#,
      ["workMode: TELECOMMUTE", "country: IE"]
    ),
    (#"{"@type":"JobPosting","baseSalary":"31k"}"#, ["salary: 31k"]),
    (#"{"@type":"JobPosting","baseSalary":{"currency":"EUR"}}"#, []),
    (
      #"{"@type":"JobPosting","employmentType":["FULL_TIME","INTERN"],"datePosted":"2026-01-02","validThrough":null}"#,
      ["contract: FULL_TIME", "contract: INTERN", "posted: 2026-01-02", "closing: "]
    ),
    (
      #"{"@type":"JobPosting","description":"<p>Bake &amp; fry.<\/p>","experienceRequirements":{"@type":"X","months":6}}"#,
      ["body: Bake & fry."]
    ),
  ])
  func `gives fields of the ad`(json: String, told: [String]) throws {
    let found = try ad(Self.page(json), as: "html").told
    #expect(Set(told).isSubset(of: found))
    let allowed = told + ["body: ", "title: Jobs | Acme"]
    #expect(found.allSatisfy(allowed.contains), "\(found)")
  }

  @Test func `time grows as the postings of a page do`() throws {
    let growth = try growth(of: 500) { count in
      let jobs = (0..<count).map { #"{"@type":"JobPosting","title":"t\#($0)"}"# }
      _ = try ads(Self.page("[\(jobs.joined(separator: ","))]"), as: "html")
    }
    #expect(growth < linearGrowth)
  }

  @Test func `says the same of a record`() throws {
    let json =
      #"{"@type":"JobPosting","title":"Chef","hiringOrganization":{"@type":"X","name":"A"},"#
      + #""identifier":{"value":"C-1"},"description":"<p>Bake.</p>"}"#
    let found = try ads(json, as: "ndjson")[0]
    #expect(found.id == "C-1")
    #expect(found.told == ["title: Chef", "company: A", "reference: C-1", "body: Bake."])
    #expect(found.fields.first { $0.part == .company }?.pointer == "/hiringOrganization/name")
  }

  @Test func `leaves out what a list holds beside its jobs`() throws {
    let json = #"{"@graph":[{"@type":"WebSite","name":"x"},{"@type":"JobPosting","title":"Chef"}]}"#
    #expect(try ads(json, as: "json").map { $0.text(of: .title) } == ["Chef"])
  }

  @Test func `shows the words of the page, and keeps those of the data out of sight`() throws {
    let json = #"{"@type":"JobPosting","title":"Chef","description":"You roast.","workHours":"5"}"#
    let found = try ad(Self.page(json, body: Self.words), as: "html")
    #expect(
      found.told == [
        "title: Chef, nights",
        "body: You roast and you bake, five nights a week, in a kitchen in Cork.", "hours: 5",
      ])
    let hidden = found.fields.filter { $0.part == .other && !$0.pointer.isEmpty }
    #expect(hidden.map(\.pointer) == ["/@type", "/title", "/description"])
  }

  @Test func `takes the data for the text where the page shows none`() throws {
    let text =
      "You roast, bake and fry for three hundred guests, and you clean when they have gone."
    let json = #"{"@type":"JobPosting","title":"Chef","description":"<p>\#(text)</p>"}"#
    let found = try ad(Self.page(json, body: "<p>Please wait."), as: "html")
    #expect(found.told == ["body: Please wait.", "title: Chef", "body: \(text)"])
  }

  @Test func `reads each of several jobs as an ad, if the page shows none of them`() throws {
    let text = "You roast, bake and fry for three hundred guests, and you clean up."
    let job = { (name: String) in
      #"{"@type":"JobPosting","title":"\#(name)","description":"\#(text)"}"#
    }
    let script = "<script type=application/ld+json>\(job("Waiter"))</script>"
    let jobs = "[\(job("Chef")),\(job("Porter"))]"
    let found = try ads(Self.page(jobs, body: script + "Loading"), as: "html")
    #expect(found.map { $0.text(of: .title) } == ["Chef", "Porter", "Waiter"])
    #expect(found.allSatisfy { $0.text(of: .body) == text && $0.problems.isEmpty })
    #expect(Set(found.map(\.id)).count == 3)
    let one = try ads(Self.page(jobs, body: Self.words), as: "html")
    #expect(one.map { $0.text(of: .title) } == ["Chef, nights"])
    #expect(one[0].problems.map(\.id) == ["several-postings"])
  }

  @Test func `takes the data of the job that the page is about, and the same data twice for one`()
    throws
  {
    let jobs =
      #"[{"@type":"JobPosting","title":"Porter","workHours":"9"},"#
      + #"{"@type":"JobPosting","title":"Chef,  nights","workHours":"5"}]"#
    let script = "<script type=application/ld+json>\(jobs)</script>"
    let found = try ad(Self.page(jobs, body: script + Self.words), as: "html")
    #expect(found.text(of: .hours) == "5")
    #expect(found.problems.map(\.id) == ["several-postings"])
    let one = #"{"@type":"JobPosting","title":"Chef"}"#
    let twice = try ad(Self.page("[\(one),\(one)]", body: Self.words), as: "html")
    #expect(twice.problems == [])
    #expect(try ads(Self.page("[\(one),\(one)]"), as: "html").count == 1)
  }

  @Test(arguments: [
    ("//<![CDATA[\n", "\n//]]>"), ("<!--", "-->"), ("<!-- ", "\n// -->"),
    ("/*<![CDATA[*/", "/*]]>*/"), ("<![CDATA[", "]]>"), ("\r\n\t", "\r\n"),
  ])
  func `reads through what hides a script`(before: String, behind: String) throws {
    let json = before + #"{"@type":"JobPosting","title":"Chef"}"# + behind
    #expect(try ad(Self.page(json), as: "html").text(of: .title) == "Chef")
  }

  @Test(arguments: [
    // A script ends at its end tag, wherever in the JSON that stands.
    (#"{"@type":"JobPosting","title":"</script>"}"#, "expected a closing double quote"),
    (#"{"@type":"JobPosting","title":"Chef",}"#, "expected a name in double quotes"),
    (#"{"@type":"JobPosting"} {}"#, "expected nothing more"),
    (#"{"@type":"JobPosting","title":'Chef'}"#, "expected a value"),
    ("{\"@type\":\"JobPosting\",\"title\":\"a\nb\"}", "expected an escape"),
  ])
  func `tells of data that are not JSON, and reads the page`(json: String, fault: String) throws {
    let found = try ad(Self.page(json, body: Self.words), as: "html")
    #expect(found.text(of: .title) == "Chef, nights")
    #expect(found.problems.map(\.id) == ["broken-json-ld"])
    #expect(found.problems[0].message.contains(fault), "\(found.problems[0].message)")
    #expect(!found.problems[0].losesAds)
  }

  @Test(arguments: [
    ("{\"name\":\"x\",}", "application/ld+json"), ("", "application/ld+json"),
    (#"{"@type":"JobPosting","title":"Chef",}"#, "application/json"),
    (#"{"@type":"JobPosting","title":"Chef"}"#, "text/javascript"),
    (#"{"@type":"NotAJobPosting","title":"Chef"}"#, "application/ld+json"),
  ])
  func `passes over scripts about other things`(json: String, type: String) throws {
    let found = try ad(Self.page(json, body: Self.words, type: type), as: "html")
    #expect(found.problems.isEmpty && found.fields.allSatisfy(\.pointer.isEmpty))
  }

  @Test func `knows the type of a script in any writing`() throws {
    for type in ["Application/LD+JSON", "application/ld+json; charset=utf-8"] {
      let json = #"{"@type":"JobPosting","title":"Chef"}"#
      #expect(try ad(Self.page(json, type: type), as: "html").text(of: .title) == "Chef")
    }
  }

  @Test func `says where each value stands, through escapes and lists`() throws {
    let page = Self.page(
      #"{"@graph":[{"@type":"WebSite"},{"@type":"JobPosting","title":"Ch\u00e9f \ud83d\ude00 nights","#
        + #""baseSalary":{"currency":"EUR","value":{"minValue":31000,"maxValue":35000}},"#
        + #""a/b~c":[{"d":"deep"}],"description":"<p>Bake \"rolls\" &amp; buns<\/p>"}]}"#)
    let bytes = Array(page.utf8)
    let found = try ad(page, as: "html")
    #expect(found.spelling(of: "é", in: bytes) == #"\u00e9"#)
    #expect(found.spelling(of: "😀 n", in: bytes) == #"\ud83d\ude00 n"#)
    #expect(found.spelling(of: "nights", in: bytes) == "nights")
    #expect(found.spelling(of: "31000 to 35000", in: bytes) == #"31000,"maxValue":35000"#)
    #expect(found.spelling(of: "rolls\" & b", in: bytes) == #"rolls\" &amp; b"#)
    let pointers = Dictionary(
      found.fields.map { (found.text(at: $0.place), $0.pointer) }, uniquingKeysWith: { a, _ in a })
    #expect(pointers["deep"] == "/@graph/1/a~1b~0c/0/d")
    #expect(pointers["EUR 31000 to 35000"] == "/@graph/1/baseSalary")
    expectHonest(found, in: SourceFile(name: "ad", text: bytes))
  }

  @Test func `nesting has a limit that is said`() throws {
    let deep = String(repeating: "[", count: 100_000)
    let json = #"{"@type":"JobPosting","title":"Chef","x":"# + deep
    let found = try ad(Self.page(json, body: Self.words), as: "html")
    #expect(found.problems.map(\.id) == ["broken-json-ld"])
  }
}
