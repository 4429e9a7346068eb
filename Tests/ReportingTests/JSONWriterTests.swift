import Foundation
import Testing

@testable import Reporting

@Suite struct JSONWriterTests {
  @Test(arguments: [
    ("", #""""#), ("plain", #""plain""#), ("a\"b\\c/", #""a\"b\\c/""#),
    ("\n\r\t\u{8}\u{0}", #""\n\r\t\u0008\u0000""#), ("é😀", #""é😀""#),
    ("\u{2028}\u{2029}", #""\u2028\u2029""#), ("\u{7F}\u{9B}", #""\u007f\u009b""#),
    ("\u{202E}\u{E0041}", #""\u202e\udb40\udc41""#),
    ("##[x] ###", ##""#\u0023[x] #\u0023\u0023""##),
  ])
  func `spells strings with care`(text: String, spelled: String) throws {
    var json = JSONWriter()
    json.array { $0.element(text) }
    #expect(String(decoding: json.bytes, as: UTF8.self) == "[\(spelled)]\n")
    let read = try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String]
    #expect(read == [text])
  }

  @Test func `breaks lines where it is told to, and keeps the order of members`() {
    var json = JSONWriter()
    var others = JSONWriter(elementsAt: 2)
    others.object { $0.member("c", true) }
    others.object { _ in }
    json.object(.lines) { json in
      json.member("b", 1)
      json.member("a", ["x", "y"])
      json.member("rank", tenths: 805)
      json.member("others", of: others)
      json.member("none", of: JSONWriter(elementsAt: 2))
    }
    let expected = """
      {
       "b":1,
       "a":["x","y"],
       "rank":80.5,
       "others":[
        {"c":true},
        {}
       ],
       "none":[]
      }

      """
    #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
  }
}
