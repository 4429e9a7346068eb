import AdModel
import Testing

@testable import Reporting

@Suite struct MessageTemplateTests {
  @Test(arguments: [
    ("“{words}” is wrong.", "“{0}” is wrong."), ("{a} and {b}, {a}", "{0} and {1}, {0}."),
    ("Use {} or {{x} [here].", "Use {{}} or {{{0} \\[here\\]."), ("No pay.", "No pay."),
  ])
  func `turns names into numbers`(message: String, template: String) {
    #expect(MessageTemplate(message)?.text == template)
  }

  @Test func `a question is no template`() {
    #expect(MessageTemplate("Is it {words}?") == nil)
  }

  @Test(arguments: [
    // the message of the rule, of the finding, its arguments, those written, the text written
    ("“{words}” is out.", "“a” is out.", ["a"], ["a"], "“a” is out."),
    ("{a}, {b}, {a}.", "x, y, x.", ["x", "y", "x"], ["x", "y"], "x, y, x."),
    ("{a}, {b}, {a}.", "x, y, x.", ["x", "y"], ["x", "y"], "x, y, x."),
    ("Not “{words}”", "Not “[a](b)”", ["[a](b)"], ["\\[a\\](b)"], "Not “\\[a\\](b)”."),
    ("{words} is out.", "{{n}} is out.", ["{{n}}"], nil, "{{n}} is out."),
    ("{words} is out.", "Something else.", ["a"], nil, "Something else."),
    ("{words} is out.", "a is out.", [], nil, "a is out."),
    ("{words} is out.", "\u{202E}a is out.", ["\u{202E}a"], nil, "\\u{202E}a is out."),
  ])
  func `says the same with arguments as without`(
    message: String, said: String, arguments: [String], written: [String]?, text: String
  ) {
    let finding = Finding(
      rule: "a/b", level: .note, message: said, arguments: arguments, place: ByteRange(0, 0),
      prose: ByteRange(0, 0), words: "", field: "")
    #expect(MessageTemplate(message)?.arguments(for: finding) == written)
    #expect(MessageTemplate.sentence(of: finding) == text)
  }
}
