/// Cuts the bytes that a client sends into messages: a header with the length of the content, an
/// empty line, the content (LSP 3.17, “Base Protocol”).
///
/// A header without a length is passed over, and so is a content that is too long, so that one
/// broken message does not spoil the next.
public struct Frames: Sendable {
  /// One message, or what is wrong with it.
  public enum Frame: Hashable, Sendable {
    case content([UInt8])
    case fault(String)
  }

  /// The longest content that is read, in bytes.
  public static let sizeLimit = 256 << 20
  /// The longest header that is read, in bytes.
  private static let headerLimit = 1 << 16

  private var bytes: [UInt8] = []
  /// The bytes of a content that is passed over, and are still to come.
  private var skipped = 0

  public init() {}

  /// Takes what was read.
  public mutating func append(_ more: some Sequence<UInt8>) {
    bytes += more
    let unwanted = min(skipped, bytes.count)
    bytes.removeFirst(unwanted)
    skipped -= unwanted
  }

  /// The next message that is here as a whole.
  public mutating func next() -> Frame? {
    guard let header = endOfHeader else {
      guard bytes.count > Self.headerLimit else { return nil }
      bytes = []
      return .fault("a header of more than \(Self.headerLimit) bytes")
    }
    guard let length = Self.length(in: bytes[..<header.start]) else {
      bytes.removeFirst(header.end)
      return .fault("a header without Content-Length")
    }
    guard length <= Self.sizeLimit else {
      bytes.removeFirst(header.end)
      skipped = length
      append([])
      return .fault("a content of more than \(Self.sizeLimit) bytes")
    }
    guard bytes.count - header.end >= length else { return nil }
    let content = Array(bytes[header.end..<header.end + length])
    bytes.removeFirst(header.end + length)
    return .content(content)
  }

  /// Where the first empty line begins, and where it ends.
  private var endOfHeader: (start: Int, end: Int)? {
    let end = Array("\r\n\r\n".utf8)
    guard bytes.count >= end.count else { return nil }
    let last = min(bytes.count - end.count, Self.headerLimit)
    let start = (0...last).first { bytes[$0..<$0 + end.count].elementsEqual(end) }
    return start.map { ($0, $0 + end.count) }
  }

  /// The length that the lines of `header` give.
  private static func length(in header: ArraySlice<UInt8>) -> Int? {
    for line in String(decoding: header, as: UTF8.self).split(separator: "\r\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "content-length" else { continue }
      let number = Int(parts[1].drop { $0 == " " })
      return number.flatMap { $0 >= 0 ? $0 : nil }
    }
    return nil
  }

  /// `content` with its header.
  public static func frame(_ content: [UInt8]) -> [UInt8] {
    Array("Content-Length: \(content.count)\r\n\r\n".utf8) + content
  }
}
