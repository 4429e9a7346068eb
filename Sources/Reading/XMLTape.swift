import AdModel
import CExpat

/// An element of XML read once by Expat: its events in order, each with its place.
///
/// Nothing is loaded from elsewhere and no entity that a feed declares is expanded: the element is
/// parsed without the document type. What is no name of XML, such as `&nbsp;`, is a reference.
struct XMLTape {
  /// The deepest nesting of elements that is read.
  static let depthLimit = 1000

  private(set) var events: [Event] = []
  /// What is wrong, if anything.
  private(set) var fault: XMLFault?
  /// The characters of texts that are spelled otherwise in the file.
  private(set) var rewritten: [UInt8] = []

  /// What the parser tells of.
  struct Event {
    enum Kind: Equatable {
      case start, end
      /// Characters, as they stand in the file.
      case text
      /// Characters spelled otherwise there, up to this byte of ``XMLTape/rewritten``.
      case rewritten(upTo: Int)
      /// An entity that XML does not know, such as `&nbsp;`.
      case reference
    }
    var kind: Kind
    /// All of it in the file, brackets included.
    var place: Range<Int>
    /// The name of an element.
    var name = 0..<0
  }

  /// Reads the one element that `range` of `text` should be.
  init(_ text: [UInt8], _ range: Range<Int>) {
    let reader = XMLEvents(of: text, from: range.lowerBound)
    fault = unsafe text.withUnsafeBytes { bytes in
      unsafe reader.read(UnsafeRawBufferPointer(rebasing: bytes[range]))
    }
    events = reader.events
    rewritten = reader.rewritten
  }
}

/// Why a text is not XML.
struct XMLFault: Error {
  var offset: Int
  var reason: String
}

/// Takes down what Expat tells.
@safe private final class XMLEvents {
  private(set) var events: [XMLTape.Event] = []
  private(set) var rewritten: [UInt8] = []
  private var depth = 0
  /// The first element that is too deep, at which reading stops.
  private var tooDeep: Int?
  /// What is added to the parser's count of bytes to get those of the file.
  private let shift: Int
  private let text: [UInt8]
  private let parser: XML_Parser

  /// A document type whose rest is said to be elsewhere, where it is never looked for: an entity
  /// that is not known might be declared there, and is no fault.
  private static let opening = Array("<!DOCTYPE a SYSTEM ''>".utf8)

  /// Bytes that are handed over at once, since Expat counts them in 32 bits.
  private static let chunk = 1 << 28

  init(of text: [UInt8], from start: Int) {
    self.text = text
    shift = start - Self.opening.count
    // The text is UTF-8, whatever encoding it names: XML_ParserCreate(3).
    guard let parser = unsafe XML_ParserCreate("UTF-8") else {
      preconditionFailure("there is no memory for a parser")
    }
    unsafe self.parser = parser
  }

  deinit { unsafe XML_ParserFree(parser) }

  /// Parses `bytes`, and gives what is wrong with them.
  func read(_ bytes: UnsafeRawBufferPointer) -> XMLFault? {
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(
      parser, { data, _, _ in unsafe XMLEvents.of(data).start() },
      { data, _ in unsafe XMLEvents.of(data).end() })
    unsafe XML_SetCharacterDataHandler(parser) { unsafe XMLEvents.of($0).text($1, Int($2)) }
    unsafe XML_SetSkippedEntityHandler(parser) { data, _, isParameter in
      if isParameter == 0 { unsafe XMLEvents.of(data).reference() }
    }
    var isRead = unsafe Self.opening.withUnsafeBytes { unsafe feed($0, isLast: false) }
    var at = 0
    while isRead, at < bytes.count || at == 0 {
      let upper = min(bytes.count, at + Self.chunk)
      isRead = unsafe feed(
        UnsafeRawBufferPointer(rebasing: bytes[at..<upper]), isLast: upper == bytes.count)
      at = max(upper, 1)
    }
    return isRead ? nil : fault
  }

  /// Whether Expat takes the next `bytes`: XML_Parse(3).
  private func feed(_ bytes: UnsafeRawBufferPointer, isLast: Bool) -> Bool {
    let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    return unsafe XML_Parse(parser, start, Int32(bytes.count), isLast ? 1 : 0) == XML_STATUS_OK
  }

  private var fault: XMLFault {
    if let tooDeep {
      let reason = "more than \(XMLTape.depthLimit) levels of nesting"
      return XMLFault(offset: tooDeep, reason: reason)
    }
    let code = unsafe XML_GetErrorCode(parser)
    let reason =
      Self.reasons[code.rawValue]
      ?? (unsafe XML_ErrorString(code).map { unsafe String(cString: $0) } ?? "a fault")
    return XMLFault(offset: place.lowerBound, reason: reason)
  }

  /// What is wrong, in words that go on after “found”.
  private static let reasons: [UInt32: String] = [
    XML_ERROR_NO_ELEMENTS.rawValue: "no end tag of the ad",
    XML_ERROR_INVALID_TOKEN.rawValue: "a character that may not stand here",
    XML_ERROR_UNCLOSED_TOKEN.rawValue: "a tag that is not closed",
    XML_ERROR_PARTIAL_CHAR.rawValue: "half a character",
    XML_ERROR_TAG_MISMATCH.rawValue: "an end tag of another element than the one that is open",
    XML_ERROR_DUPLICATE_ATTRIBUTE.rawValue: "an attribute twice",
    XML_ERROR_JUNK_AFTER_DOC_ELEMENT.rawValue: "more than one element",
    XML_ERROR_BAD_CHAR_REF.rawValue: "a number that is no character",
    XML_ERROR_UNCLOSED_CDATA_SECTION.rawValue: "a CDATA section that is not closed",
    XML_ERROR_MISPLACED_XML_PI.rawValue: "an XML declaration inside the feed",
  ]

  /// Where the parser stands: XML_GetCurrentByteIndex(3) and XML_GetCurrentByteCount(3).
  private var place: Range<Int> {
    let lower = max(0, unsafe Int(XML_GetCurrentByteIndex(parser)) + shift)
    return lower..<lower + (unsafe Int(XML_GetCurrentByteCount(parser)))
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> XMLEvents {
    guard let data = unsafe data else { preconditionFailure("the parser has lost its reader") }
    return unsafe Unmanaged<XMLEvents>.fromOpaque(data).takeUnretainedValue()
  }
}

// MARK: - Events

extension XMLEvents {
  private func start() {
    depth += 1
    if depth > XMLTape.depthLimit {
      tooDeep = place.lowerBound
      unsafe _ = XML_StopParser(parser, 0)
      return
    }
    let place = place
    let lower = place.lowerBound + 1
    let upper = text[lower..<place.upperBound].firstIndex { $0.isBlank || $0 == 0x2F || $0 == 0x3E }
    events.append(
      XMLTape.Event(kind: .start, place: place, name: lower..<(upper ?? place.upperBound)))
  }

  private func end() {
    depth -= 1
    events.append(XMLTape.Event(kind: .end, place: place))
  }

  private func text(_ words: UnsafePointer<XML_Char>?, _ count: Int) {
    guard let words = unsafe words, tooDeep == nil else { return }
    let place = place
    // A character that is spelled otherwise is longer so, but for a lone carriage return.
    let first = unsafe UInt8(bitPattern: words[0])
    if place.count == count, count > 1 || text[place.lowerBound] == first {
      events.append(XMLTape.Event(kind: .text, place: place))
      return
    }
    unsafe rewritten.append(
      contentsOf: UnsafeRawBufferPointer(start: words, count: count))
    events.append(XMLTape.Event(kind: .rewritten(upTo: rewritten.count), place: place))
  }

  private func reference() {
    events.append(XMLTape.Event(kind: .reference, place: place))
  }
}
