import AdModel
import Reading
import Reporting

/// Some records of a window, for one task.
struct Chunk: Sendable {
  let file: ReportedFile
  let window: Window
  /// The numbers of the records in the window.
  let records: Range<Int>
  /// What holds for the file.
  let regime: Plan.Regime

  /// Whether nothing of the window is told before it.
  var isFirst: Bool { records.lowerBound == 0 }

  /// Whether nothing of the window is told behind it.
  var isLast: Bool { records.upperBound == window.records.count }
}

/// The records of a file, in chunks, window by window.
struct Chunks {
  /// Records that a task takes at once: enough that handing over costs nothing, few enough that what
  /// is said of them is reported while it is in the cache, and that the last chunk does not keep the
  /// others waiting.
  private static let size = 16

  private(set) var windows: FileWindows
  private let index: Int
  private let regime: Plan.Regime
  /// Where the next window begins.
  private var start = LineIndex.Start()
  private var rest: Chunk?

  /// The chunks of the file number `index`, for which `regime` holds.
  init(_ windows: FileWindows, index: Int, _ regime: Plan.Regime) {
    self.windows = windows
    self.index = index
    self.regime = regime
  }

  /// Whether the next chunk has to wait for whoever writes at the other end of a pipe.
  var isPaused: Bool { rest == nil && windows.isPaused }

  /// Whether it has been found that there is nothing more.
  var isAtEnd: Bool { rest == nil && windows.isAtEnd }

  /// The next chunk; of a window without records, an empty one.
  mutating func next() -> Chunk? {
    let chunk: Chunk
    if let rest {
      chunk = rest
    } else if let window = windows.next() {
      let file = ReportedFile(window.source, sha256: "", index: index, from: start)
      start = file.end
      chunk = Chunk(
        file: file, window: window, records: 0..<window.records.count, regime: regime)
    } else {
      return nil
    }
    let (lower, upper) = (chunk.records.lowerBound, chunk.records.upperBound)
    let end = min(upper, lower + Self.size)
    rest =
      end == upper
      ? nil
      : Chunk(file: chunk.file, window: chunk.window, records: end..<upper, regime: regime)
    return Chunk(
      file: chunk.file, window: chunk.window, records: lower..<end, regime: regime)
  }
}
