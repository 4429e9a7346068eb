import AdModel
import Testing

@testable import Reporting

@Suite struct RuleCatalogueTests {
  private let rule = Rule(
    id: "pay/redacted-salary", title: "Pay | masked", message: "Masked: '{words}'.",
    why: "Nobody\nknows it.", instead: "Write £*28,000*.", level: .error, isOn: false,
    offBecause: "it is [new]",
    flags: [
      Example(text: "Pay: ****", marks: [5..<9], becomes: "Pay: £9"), Example(text: "No pay."),
      Example(text: "A third."),
    ], passes: [Example(text: "A 4 **** hotel")],
    cites: [Citation(title: "A <law>", url: "https://example.org/law")])

  private func page(of rules: [Rule]) -> String {
    var bytes: [UInt8] = []
    RuleCatalogue.writeMarkdown(of: rules, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `tells all of a rule and lets no word of it become markup`() throws {
    let page = page(of: [rule])
    let section = try #require(page.firstRange(of: "### "))
    #expect(
      page[section.lowerBound...] == """
        ### pay/redacted-salary

        **Pay \\| masked** · error · off by default · precision high · clarity

        Says: Masked: '{words}'.

        Why: Nobody knows it.

        Instead: Write £\\*28,000\\*.

        Off because: it is \\[new\\]

        - ✗ Pay: **\\*\\*\\*\\*** → Pay: £9
        - ✗ No pay.
        - ✓ A 4 \\*\\*\\*\\* hotel

        Sources: [A \\<law\\>](https://example.org/law)

        """)
  }

  @Test func `has the sections that findings link to`() {
    let page = page(of: [rule])
    #expect(page.contains("| [pay/redacted-salary](#payredacted-salary) | error | off | high |"))
    #expect(Project.page(ofRule: rule.id).hasSuffix("/Rules/README.md#payredacted-salary"))
  }
}
