import Reporting
import Testing

@Suite struct ReportersTests {
  @Test(arguments: ["json", "ndjson", "sarif", "text"])
  func `finds a reporter by its name`(name: String) throws {
    #expect(try Reporters.named(name).name == name)
  }

  @Test(arguments: [
    ("jsno", "“jsno” is no kind of report; did you mean “json”?"),
    ("Sarif", "“Sarif” is no kind of report; did you mean “sarif”?"),
    ("pdf", "“pdf” is no kind of report; there are json, ndjson, sarif and text"),
    ("\u{1B}[2J", "“\\u{1B}[2J” is no kind of report; there are json, ndjson, sarif and text"),
  ])
  func `says what was probably meant`(name: String, message: String) {
    let error = #expect(throws: UnknownReporter.self) { try Reporters.named(name) }
    #expect(error?.description == message)
  }
}
