internal import AdModel

extension Example {
  /// The example that `marked` writes, with `[[` and `]]` around flagged words.
  ///
  /// Of three closing brackets the first belongs to the words, as in `[[[email protected]]]`.
  init(marked: String, becomes: String?) {
    var text: [UInt8] = []
    var marks: [Range<Int>] = []
    var start: Int?
    let bytes = Array(marked.utf8)
    var at = 0
    while at < bytes.count {
      let isPair = at + 1 < bytes.count && bytes[at] == bytes[at + 1]
      if isPair, bytes[at] == UInt8(ascii: "["), start == nil {
        start = text.count
        at += 2
      } else if isPair, bytes[at] == UInt8(ascii: "]"), let begin = start,
        at + 2 == bytes.count || bytes[at + 2] != UInt8(ascii: "]")
      {
        marks.append(begin..<text.count)
        start = nil
        at += 2
      } else {
        text.append(bytes[at])
        at += 1
      }
    }
    self.init(text: String(decoding: text, as: UTF8.self), marks: marks, becomes: becomes)
  }
}
