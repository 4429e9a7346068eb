#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A line on the terminal that says how far a long run has come.
///
/// It stands on standard error, only while that is a terminal and standard output is none, where the
/// report itself shows it.
struct Progress {
  /// Whether it is shown at all.
  let isOn: Bool
  /// The bytes of all inputs, if they are known.
  private let total: Int?
  private let start = Self.now
  /// When the line was last written.
  private var last: Double?

  /// Seconds before the first line, and between two.
  private static let (patience, pause) = (1.0, 0.25)

  init(isOn: Bool, total: @autoclosure () -> Int?) {
    self.isOn = isOn && Output.isTerminal(STDERR_FILENO) && !Output.isTerminal(STDOUT_FILENO)
    self.total = self.isOn ? total() : nil
  }

  /// Says that so many ads have been told of and so many bytes read.
  mutating func show(ads: Int, bytes: Int) {
    guard isOn else { return }
    let now = Self.now
    guard now - start >= Self.patience, now - (last ?? 0) >= Self.pause else { return }
    last = now
    write("\r\u{1B}[K\(Self.text(ads: ads, bytes: bytes, of: total, after: now - start))")
  }

  /// Takes the line away.
  mutating func clear() {
    if last != nil { write("\r\u{1B}[K") }
    last = nil
  }

  /// Such as `12345 ads, 23.4 MB/s, 38 %, 1:20 to go`.
  static func text(ads: Int, bytes: Int, of total: Int?, after seconds: Double) -> String {
    let tenths = Int(Double(bytes) / seconds / 100_000)
    var text = "\(ads) ads, \(tenths / 10).\(tenths % 10) MB/s"
    if let total, total >= bytes, bytes > 0 {
      let rest = Int(Double(total - bytes) / Double(bytes) * seconds)
      let padding = rest % 60 < 10 ? "0" : ""
      text += ", \(bytes * 100 / total) %, \(rest / 60):\(padding)\(rest % 60) to go"
    }
    return text
  }

  private func write(_ text: String) {
    try? Output.write(Array(text.utf8), to: STDERR_FILENO, name: "the terminal")
  }

  /// Seconds on a clock that is never set: clock_gettime(2).
  private static var now: Double {
    var time = timespec()
    unsafe _ = clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
