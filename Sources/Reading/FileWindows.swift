public import AdModel

/// A file of ads that is read window by window, so that it may be of any size.
///
/// The records of a feed, their places and what is said of them are the same as if all of it were
/// read at once. A file that is no feed, such as a page, is one window.
public struct FileWindows {
  /// How the file is written, as its first bytes tell.
  public let encoding: Encoding
  /// The format, as `--input` calls it.
  public let format: String
  /// How the file is packed, if it is.
  public let packing: Packing?
  /// How many bytes of the file have been told of.
  public private(set) var byteCount = 0

  private let limits: WindowLimits
  private var buffer: ByteBuffer
  /// What a file that is no feed says.
  private let whole: (file: SourceFile, reader: any Reader)?
  /// How a feed is read.
  private let decoding: WindowDecoding?
  private var splitter: (any Splitter)?
  private var nextRecord = 0
  private var isDone = false
  /// Whether what is left in the buffer has no whole record.
  private var isLookedThrough = false

  /// The largest part of a feed from which its format and what its records have in common is told,
  /// in bytes.
  static let sampleLimit = 1_048_576

  /// Opens the file of `stream`, which is called `name`.
  ///
  /// Lines that come through a pipe are told by the first of them, so that nobody waits for more.
  public init(
    _ stream: any ByteStream, name: String, forced: String? = nil,
    options: ReadingOptions = ReadingOptions(), limits: WindowLimits = WindowLimits()
  ) throws(Problem) {
    self.limits = limits
    buffer = try ByteBuffer(unpacking: stream, name: name)
    packing = Packing(memberNamed: name) ?? (buffer.isPacked ? .compressed : nil)
    let known = try Readers.known(name, forced: forced)
    var size = Self.sampleLimit
    let isLine = stream.size == nil && known == NDJSONReader.self
    if isLine {
      size = buffer.fillLine(limit: size)
    } else {
      buffer.fill(upTo: size)
    }
    if let failure = buffer.failure, buffer.isEmpty { throw failure }
    let sample = buffer.bytes(upTo: size)
    if let kind = KnownBinary.kind(of: sample), Gzip.isPacked(sample) {
      throw .binaryFile(name, kind)
    }
    if KnownBinary.kind(of: sample) == nil {
      let isWhole = buffer.isWhole && sample.count == buffer.count
      let decoding = try WindowDecoding(sample, isWhole: isWhole, isText: isLine, name)
      let text = decoding.view(of: sample, isLast: isWhole).text
      let type = known ?? Readers.guess(text, options)
      if let reader = type.init(options) as? any FeedReader {
        self.decoding = decoding
        splitter = reader.splitter(text, isWhole: isWhole)
        encoding = decoding.encoding
        format = type.name
        whole = nil
        return
      }
    }
    buffer.fill(upTo: limits.file + 1)
    if let failure = buffer.failure { throw failure }
    let file = try SourceFile(
      name: name, bytes: buffer.bytes(upTo: limits.file + 1), limit: limits.file)
    let reader = try Readers.reader(for: file, forced: forced, options: options)
    whole = (file, reader)
    format = type(of: reader).name
    encoding = file.encoding
    decoding = nil
  }

  /// Whether the next window has to wait for whoever writes at the other end.
  public var isPaused: Bool {
    isLookedThrough && !isDone && !buffer.isEnded && buffer.stream.isPaused
  }

  /// Whether it has been found that there is no further window.
  public var isAtEnd: Bool { isDone }

  /// The next window, or `nil` at the end of the file.
  public mutating func next() -> Window? {
    var window = nextUnmarked()
    window?.source.packing = packing
    return window
  }

  private mutating func nextUnmarked() -> Window? {
    if isDone { return nil }
    if let (file, reader) = whole {
      isDone = true
      byteCount = file.byteCount
      return Window(
        source: file, records: reader.records(in: file), firstRecord: 0, problem: nil, notes: []
      ) { record, file throws(Problem) in try reader.ad(from: record, in: file) }
    }
    return decoding.flatMap { nextOfFeed($0) }
  }
}

// MARK: - Feeds

extension FileWindows {
  private mutating func nextOfFeed(_ decoding: WindowDecoding) -> Window? {
    var size = limits.window
    if isLookedThrough || buffer.count < size && !buffer.stream.isPaused {
      buffer.fillUntilPause(upTo: size)
    }
    while true {
      var cut = look(size, decoding)
      cut.advance(&splitter!, limit: limits.record)
      isLookedThrough = size >= buffer.count
      if !cut.isEmpty { return window(of: &cut, decoding) }
      if isLookedThrough, buffer.isEnded { return lastWindow(cut, decoding) }
      // Twice as much, so that a long record is not looked through again and again.
      size *= 2
      if isLookedThrough { buffer.fillUntilPause(upTo: size) }
    }
  }

  /// What reads a record.
  private var read: @Sendable (ByteRange<Source>, SourceFile) throws(Problem) -> Ad {
    let splitter = splitter!
    return { record, file throws(Problem) in try splitter.ad(from: record, in: file) }
  }

  /// What is seen in the first `size` bytes.
  private func look(_ size: Int, _ decoding: WindowDecoding) -> Cut {
    let bytes = buffer.bytes(upTo: size)
    let isLast = buffer.isWhole && bytes.count == buffer.count
    return Cut(decoding.view(of: bytes, isLast: isLast), isLast: isLast)
  }

  /// The window of what `cut` has found.
  private mutating func window(of cut: inout Cut, _ decoding: WindowDecoding) -> Window {
    var size = limits.window
    while !cut.sees(limits.reach, limit: limits.record), size < buffer.count || !buffer.isEnded {
      size = max(2 * size, cut.view.text.count + limits.reach)
      buffer.fill(upTo: size)
      cut.view = look(size, decoding).view
    }
    let window = decoding.window(of: cut, at: byteCount, firstRecord: nextRecord, read)
    nextRecord += window.records.count
    let used = cut.view.bytes(upTo: cut.upper)
    buffer.drop(used)
    byteCount += used
    return window
  }

  /// What stands behind the last whole record of a file that cannot be read on, if that is so.
  private mutating func lastWindow(_ cut: Cut, _ decoding: WindowDecoding) -> Window? {
    isDone = true
    defer { byteCount += buffer.count }
    guard var problem = buffer.failure else { return nil }
    let window = decoding.window(of: cut, at: byteCount, firstRecord: nextRecord, read)
    problem.place = ByteRange(0, window.source.text.count)
    return Window(
      source: window.source, records: [], firstRecord: nextRecord, problem: problem, notes: [],
      read: window.read)
  }
}
