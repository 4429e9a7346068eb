/// A stretch of one particular text, counted in UTF-8 bytes from its start.
///
/// `Text` names that text, so a place in the ad's prose can never be handed to code that expects
/// a place in the file.
@frozen public struct ByteRange<Text>: Hashable, Sendable {
  /// The bytes, counted from the start of the text.
  public var utf8: Range<Int>

  /// The stretch that covers `utf8`.
  @inlinable public init(_ utf8: Range<Int>) { self.utf8 = utf8 }

  /// The stretch from `lower` up to `upper`.
  @inlinable public init(_ lower: Int, _ upper: Int) { utf8 = lower..<upper }

  /// The number of bytes.
  @inlinable public var count: Int { utf8.count }

  /// Whether it holds no byte.
  @inlinable public var isEmpty: Bool { utf8.isEmpty }

  /// The first byte.
  @inlinable public var lower: Int { utf8.lowerBound }

  /// The byte after the last.
  @inlinable public var upper: Int { utf8.upperBound }
}

/// The file as UTF-8 text: the very bytes of the file, unless it is written in another encoding.
///
/// ``SourceFile/original(of:)`` leads from here to the bytes of such a file.
public enum Source {}

/// The words that a person reads, after markup is removed and entities are decoded.
public enum Prose {}

/// Text between the two, such as the HTML inside a JSON string.
public enum Inner {}

/// The bytes of a file that is not UTF-8.
public enum Original {}
