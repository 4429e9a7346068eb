import AdModel

/// The JobPostings in the scripts of a page: <https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents>.
struct JSONLD {
  /// A script read, and the JobPosting in it.
  struct Posting {
    var tape: JSONTape
    /// The number of its object.
    var root: Int
    /// What leads to it.
    var pointer: ValuePointer

    /// Its bytes in the file.
    var range: Range<Int> { tape.nodes[root].range }
  }

  private(set) var postings: [Posting] = []
  /// What is wrong with scripts that should hold one.
  private(set) var faults: [JSONFault] = []

  /// Reads the `scripts` of `text`; those that are not about jobs are no matter.
  init(_ text: [UInt8], scripts: [Range<Int>]) {
    /// The postings kept, byte for byte.
    var known: Set<ArraySlice<UInt8>> = []
    for script in scripts where text.first("jobposting", in: script) != nil {
      let tape = JSONTape(text, Self.content(of: script, in: text))
      if let fault = tape.fault {
        faults.append(fault)
      } else {
        for (root, pointer) in tape.postings {
          let posting = Posting(tape: tape, root: root, pointer: pointer)
          if known.insert(text[posting.range]).inserted { postings.append(posting) }
        }
      }
    }
  }

  /// What the `type` of such a script begins with.
  static let mediaType = Array("application/ld+json".utf8)

  /// The JSON of a script, without the comments and marks that hide it from browsers of long ago.
  private static func content(of script: Range<Int>, in text: [UInt8]) -> Range<Int> {
    var range = text.trimmed(script)
    for mark in openings where text[range].starts(with: mark.utf8) {
      range = text.trimmed(range.lowerBound + mark.utf8.count..<range.upperBound)
    }
    for mark in closings where text[range].reversed().starts(with: mark.utf8.reversed()) {
      range = text.trimmed(range.lowerBound..<range.upperBound - mark.utf8.count)
    }
    return range
  }

  private static let openings = [
    "<!--", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "<![CDATA[",
  ]
  private static let closings = ["-->", "//", "//]]>", "// ]]>", "/*]]>*/", "]]>"]
}

extension JSONTape {
  /// The objects that are JobPostings, those inside another left out, and what leads to them.
  var postings: [(root: Int, pointer: ValuePointer)] {
    var postings: [(root: Int, pointer: ValuePointer)] = []
    /// What is open: its end, and the name or the number of the value at hand in it.
    var open: [(end: Int, isObject: Bool, step: Int)] = []
    var index = 0
    while index < nodes.count {
      while let last = open.last, last.end <= index { open.removeLast() }
      if let last = open.last {
        open[open.count - 1].step = last.isObject ? index : last.step + 1
        if last.isObject { index += 1 }
      }
      let node = nodes[index]
      if isPosting(index) {
        let pointer = open.reduce(ValuePointer()) {
          $0.appending($1.isObject ? name($1.step) : "\($1.step)")
        }
        postings.append((index, pointer))
        index = node.next
      } else {
        if node.kind == .object || node.kind == .array {
          open.append((node.next, node.kind == .object, -1))
        }
        index += 1
      }
    }
    return postings
  }

  /// What the name `index` of a member says.
  func name(_ index: Int) -> String {
    let node = nodes[index]
    if !node.hasEscapes { return String(decoding: text[node.range], as: UTF8.self) }
    var bytes: [UInt8] = []
    var map = SourceMap<Inner, Source>()
    JSONString.decode(text, node.range, into: &bytes, &map)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension JSONTape {
  /// Whether the object `index` says that it is a JobPosting.
  func isPosting(_ index: Int) -> Bool {
    guard nodes[index].kind == .object else { return false }
    for name in children(of: index) where text[nodes[name].range].elementsEqual(Self.type) {
      let value = name + 1
      if nodes[value].kind == .string { return isPostingName(value) }
      if nodes[value].kind == .array { return children(of: value).contains(where: isPostingName) }
    }
    return false
  }

  /// Whether the object `index` says what it is, as all of JSON-LD do.
  func isTyped(_ index: Int) -> Bool {
    nodes[index].kind == .object
      && children(of: index).contains { text[nodes[$0].range].elementsEqual(Self.type) }
  }

  /// Whether a string is `JobPosting`, or a longer name of it such as `schema:JobPosting`.
  private func isPostingName(_ index: Int) -> Bool {
    let name = text[nodes[index].range]
    guard nodes[index].kind == .string, name.count >= Self.posting.count else { return false }
    guard name.suffix(Self.posting.count).elementsEqual(Self.posting) else { return false }
    let before = name.dropLast(Self.posting.count).last
    return before == nil || before == UInt8(ascii: "/") || before == UInt8(ascii: ":")
  }

  private static let type = Array("@type".utf8)
  private static let posting = Array("JobPosting".utf8)
}
