import AdModel
import Foundation
import Reading
import Testing

/// Whether pdftotext is installed.
private let canRead = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
  .contains { FileManager.default.isExecutableFile(atPath: "\($0)/pdftotext") }

@Suite(.enabled(if: canRead)) struct PDFTests {
  /// A document with these lines on each page.
  static func document(_ pages: [[String]]) -> [UInt8] {
    var objects = [
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Count \(pages.count)/Kids[\(pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " "))]>>",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for (number, lines) in pages.enumerated() {
      objects.append(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents \(5 + 2 * number) 0 R/Resources<</Font<</F 3 0 R>>>>>>"
      )
      let words = lines.map { "(\($0)) Tj 0 -20 Td" }.joined(separator: " ")
      let stream = "BT /F 12 Tf 50 700 Td \(words) ET"
      objects.append("<</Length \(stream.utf8.count)>>stream\n\(stream)\nendstream")
    }
    var text = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (number, object) in objects.enumerated() {
      offsets.append(text.utf8.count)
      text += "\(number + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      text += String(repeating: "0", count: 10 - "\(offset)".count) + "\(offset) 00000 n \n"
    }
    return Array(
      (text + "trailer<</Root 1 0 R/Size \(objects.count + 1)>>\nstartxref\n\(start)\n%%EOF\n").utf8
    )
  }

  @Test func `reads the text, and knows the pages`() throws {
    let bytes = Self.document([["Title: Chef", "Description: You bake."], ["You fry at night."]])
    let file = try SourceFile(name: "ad.pdf", bytes: bytes)
    let found = try ads(of: file)[0]
    #expect(found.text(of: .title) == "Chef")
    #expect(found.text(of: .body)?.hasPrefix("You bake.") == true)
    #expect(!found.isEditable)
    let place = found.map.origin(covering: try #require(found.place(of: "fry")))
    #expect(file.text[place.utf8].elementsEqual("fry".utf8))
    #expect(file.document?.page(at: place.lower) == 2)
    #expect(file.document?.page(at: 0) == 1)
    #expect(file.byteCount == bytes.count)
    expectHonest(found, in: file)
  }

  @Test func `says what is wrong with a document`() {
    #expect(problems(Self.document([[]])).map(\.id) == ["no-text-in-pdf"])
    #expect(problems(Array("%PDF-1.4 and no more".utf8)).map(\.id) == ["damaged-pdf"])
  }
}
