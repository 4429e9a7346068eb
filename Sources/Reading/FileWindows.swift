public import AdModel

/// A file of ads that is read window by window, so that it may be of any size.
///
/// The records of a feed, their places and what is said of them are the same as if all of it were
/// read at once. A file that is no feed, such as a page, is one window.
public struct FileWindows {
  /// How the file is written, as far as it has been read.
  public var encoding: Encoding { whole?.file.encoding ?? decoding?.encoding ?? .utf8 }
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
  private var decoding: WindowDecoding?
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
  /// Feeds of a known format that come through a pipe are told by as little as will do, so that nobody
  /// waits for more before the first ad is told of.
  public init(
    _ stream: any ByteStream, name: String, forced: String? = nil,
    options: ReadingOptions = ReadingOptions(), limits: WindowLimits = WindowLimits()
  ) throws(Problem) {
    self.limits = limits
    buffer = try ByteBuffer(unpacking: stream, name: name)
    packing = Packing(memberNamed: name) ?? (buffer.isPacked ? .compressed : nil)
    let known = try Readers.known(name, forced: forced)
    var size = Self.sampleLimit
    let piped = stream.size == nil ? known?.init(options) as? any FeedReader : nil
    if let piped {
      size = buffer.fill(upTo: size) { bytes in
        Transcoder.wideEncoding(of: bytes) == nil ? piped.sampleSize(in: bytes) : nil
      }
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
      let decoding = try WindowDecoding(
        sample, isWhole: isWhole, isText: piped is NDJSONReader,
        isOpen: piped?.isAlwaysUTF8 == false, name)
      let text = decoding.view(of: sample, isLast: isWhole).text
      let type = known ?? Readers.guess(text, options)
      if let reader = type.init(options) as? any FeedReader {
        self.decoding = decoding
        splitter = reader.splitter(text, isWhole: isWhole)
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
        source: file, records: reader.records(in: file), firstRecord: 0, problem: nil, notes: [:]
      ) { record, file throws(Problem) in try reader.ad(from: record, in: file) }
    }
    return nextOfFeed()
  }
}

// MARK: - Feeds

extension FileWindows {
  private mutating func nextOfFeed() -> Window? {
    var size = limits.window
    if isLookedThrough || buffer.count < size && !buffer.stream.isPaused {
      buffer.fillUntilPause(upTo: size)
    }
    while true {
      var cut = look(size)
      cut.advance(&splitter!, limit: limits.record)
      isLookedThrough = size >= buffer.count
      if !cut.isEmpty { return window(of: &cut) }
      if isLookedThrough, buffer.isEnded { return lastWindow(cut) }
      // Twice as much, so that a long record is not looked through again and again.
      if buffer.count >= size { size *= 2 }
      if isLookedThrough { buffer.fillUntilPause(upTo: size) }
    }
  }

  /// What reads a record.
  private var read: @Sendable (ByteRange<Source>, SourceFile) throws(Problem) -> Ad {
    let splitter = splitter!
    return { record, file throws(Problem) in try splitter.ad(from: record, in: file) }
  }

  /// What is seen in the first `size` bytes.
  private func look(_ size: Int) -> Cut {
    let bytes = buffer.bytes(upTo: size)
    let isLast = buffer.isWhole && bytes.count == buffer.count
    return Cut(decoding!.view(of: bytes, isLast: isLast), isLast: isLast)
  }

  /// The window of what `cut` has found.
  private mutating func window(of cut: inout Cut) -> Window {
    var size = limits.window
    while !cut.sees(limits.reach, limit: limits.record), size < buffer.count || !buffer.isEnded {
      size = max(2 * size, cut.view.text.count + limits.reach)
      buffer.fill(upTo: size)
      cut.view = look(size).view
    }
    let window = decoding!.window(of: cut, at: byteCount, firstRecord: nextRecord, read)
    nextRecord += window.records.count
    let used = cut.view.bytes(upTo: cut.upper)
    buffer.drop(used)
    byteCount += used
    return window
  }

  /// What stands behind the last whole record of a file that cannot be read on, if that is so.
  private mutating func lastWindow(_ cut: Cut) -> Window? {
    isDone = true
    defer { byteCount += buffer.count }
    guard var problem = buffer.failure else { return nil }
    let window = decoding!.window(of: cut, at: byteCount, firstRecord: nextRecord, read)
    problem.place = ByteRange(0, window.source.text.count)
    return Window(
      source: window.source, records: [], firstRecord: nextRecord, problem: problem, notes: [:],
      read: window.read)
  }
}
