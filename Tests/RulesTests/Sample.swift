import AdModel
import Reading

/// An example of a rule, taken apart into the fields of an ad.
struct Sample {
  /// One field, with the marks that stand in it.
  struct Piece {
    var part: Part
    var words: Marked
  }

  /// How the example itself is written: most are plain words, some need headings,
  /// links, or the data of a JobPosting.
  enum Form { case words, text, markdown, html, json }

  let example: Example
  let form: Form
  let pieces: [Piece]

  init(example: Example, form: Form, pieces: [Piece]) {
    self.example = example
    self.form = form
    self.pieces = pieces
  }

  /// The example of a rule that reads `parts`: an ad if it begins with a label such as `Title:` or
  /// with markup, else the body, else the first part that the rule reads.
  init(_ example: Example, parts: [Part]) throws {
    self.example = example
    let words = Marked(example.text.utf8, marks: example.marks)
    if example.text.hasPrefix("# ") || example.text.hasPrefix("<p>") {
      form = example.text.hasPrefix("#") ? .markdown : .html
      pieces = [Piece(part: .body, words: words)]
      return
    }
    if example.text.hasPrefix("{\"") {
      form = .json
      pieces = [Piece(part: .body, words: words)]
      return
    }
    let file = SourceFile(name: "ad.text", text: words.bytes)
    let reader = try Readers.reader(for: file)
    let ad = try reader.ad(from: ByteRange(0, file.text.count), in: file)
    let isLabelled = ad.fields.contains { $0.part != .body && $0.name != "first line" }
    guard isLabelled else {
      form = .words
      let part = parts.contains(.body) ? .body : parts.first ?? .body
      pieces = [Piece(part: part, words: words)]
      return
    }
    form = .text
    pieces = ad.fields.filter { $0.part != .body || !$0.place.isEmpty }.map { field in
      let value = field.value.utf8
      let marks = example.marks.filter { value.lowerBound <= $0.lowerBound }
        .filter { $0.upperBound <= value.upperBound }
      return Piece(
        part: field.part,
        words: Marked(
          file.text[value],
          marks: marks.map {
            $0.lowerBound - value.lowerBound..<$0.upperBound - value.lowerBound
          }))
    }
  }

  /// Whether two blanks stand side by side, which Markdown and HTML make one.
  var needsBlanks: Bool {
    zip(example.text.utf8, example.text.utf8.dropFirst()).contains { $0 == 0x20 && $1 == 0x20 }
  }

  /// The words of the first field of `part`.
  func words(of part: Part) -> Marked? { pieces.first { $0.part == part }?.words }
}
