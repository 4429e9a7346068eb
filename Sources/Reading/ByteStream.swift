public import AdModel

/// The bytes of a file, piece by piece.
public protocol ByteStream: AnyObject {
  /// The number of all bytes, where it is known before they are read.
  var size: Int? { get }

  /// Whether the next read has to wait for whoever writes at the other end.
  var isPaused: Bool { get }

  /// Appends `count` bytes at most, as many as there are at once; false at the end.
  func read(_ count: Int, into bytes: inout [UInt8]) throws(Problem) -> Bool
}

/// Bytes that are in memory already.
public final class MemoryStream: ByteStream {
  private let bytes: [UInt8]
  /// How many have been read.
  private(set) var offset = 0

  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  public var size: Int? { bytes.count }

  public var isPaused: Bool { false }

  public func read(_ count: Int, into bytes: inout [UInt8]) throws(Problem) -> Bool {
    let upper = min(self.bytes.count, offset + count)
    bytes.append(contentsOf: self.bytes[offset..<upper])
    defer { offset = upper }
    return upper > offset
  }
}
