import AdModel
import Checks
import Testing

/// Checks that count words and sentences.
@Suite struct ReadabilityTests {
  @Test func `a long sentence is pointed at by its first five words`() throws {
    let text = (0..<12).map { "word\($0)" }.joined(separator: " ") + "."
    let options = "{readability: long-sentence, limit: 10}"
    #expect(try words(options, in: text) == ["word0 word1 word2 word3 word4"])
    #expect(try words(options, in: "word9. " + text.dropFirst(40)).isEmpty)
    #expect(try words(options, in: "Lost  dots. " + text).isEmpty)
  }

  @Test(arguments: [
    (
      "Do you bake? Do you sing? Are you kind? Then write.",
      ["Do you bake? Do you sing? Are you kind?"]
    ),
    ("Do you bake? Do you sing? Then write.", []),
    ("We bake. We bake. We bake. We bake. We bake. Do you? Can you? Will you?", []),
  ])
  func `questions at the start are one stack`(ad: String, expected: [String]) throws {
    #expect(try words("{readability: question-stack, limit: 3}", in: ad) == expected)
  }

  static let coded =
    "{gender-coded: {}, masculine: [aggress, ambitio, compet, domina, leader], feminine: [collab, support],"
    + " neutral: [competitive], surplus: 3, per-hundred: 1}"

  @Test(arguments: [
    ("Aggressive, ambitious, dominant people.", ["Aggressive"], "strongly masculine-coded|"),
    ("Aggressive, ambitious people in a competitive market.", [], ""),
    ("Aggressive, aggressive, aggressive people.", [], ""),
    ("Aggressive, ambitious, dominant, supportive people.", [], ""),
  ])
  func `coded words count once each, and neutral ones not`(
    ad: String, expected: [String], verdict: String
  ) throws {
    let found = try findings(Self.coded, in: ad)
    #expect(found.map(\.words) == expected)
    if let first = found.first {
      #expect(first.arguments[2...3] == ["aggressive, ambitious, dominant", "3"])
    }
  }

  @Test func `coded words must be many for the length of the ad`() throws {
    let long = String(repeating: "bread and more bread. ", count: 100)
    #expect(try words(Self.coded, in: "Aggressive, ambitious, dominant. " + long).isEmpty)
  }

  @Test(arguments: [
    ("<p>Bake. <a href='https://a.example'></a></p>", 1),
    ("<p>Bake. <a href='https://a.example'>here</a></p>", 0),
    ("<p>Bake. <a href='https://a.example'><img src=x alt='Apply'></a></p>", 0),
    ("<p>Bake. <a href=''>here</a></p>", 1),
    ("<p>Bake. <a href='https://a.example'> \n </a> and <a>x</a></p>", 1),
  ])
  func `a link needs a text and a target`(ad: String, count: Int) throws {
    let found = try findings("links: empty", in: ad, as: "html")
    #expect(found.count == count)
    for finding in found {
      let source = String(decoding: Array(ad.utf8)[finding.place.utf8], as: UTF8.self)
      #expect(source.hasPrefix("<a"))
    }
  }
}
