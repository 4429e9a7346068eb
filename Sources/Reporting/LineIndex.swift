/// Lines and columns of a text, from byte offsets.
public struct LineIndex: Sendable {
  /// The byte at which each line begins.
  private let starts: [Int]
  private let text: [UInt8]

  /// Reads the line ends of `text`: LF, CRLF and lone CR.
  public init(_ text: [UInt8]) {
    self.text = text
    var starts = [0]
    var offset = 0
    while offset < text.count {
      let byte = text[offset]
      offset += 1
      if byte == 0x0A {
        starts.append(offset)
      } else if byte == 0x0D, offset == text.count || text[offset] != 0x0A {
        starts.append(offset)
      }
    }
    self.starts = starts
  }
}
