import AdModel

/// Finds the records of one file, one after another, in a text that may come in windows.
///
/// It only says what no further byte can change: then the records are the same, however the text was
/// cut. What the whole file has in common, such as the columns of a table, it knows from the file's
/// first bytes.
protocol Splitter: Sendable {
  /// What stands at the start of `stretch`.
  mutating func step(in text: [UInt8], _ stretch: Stretch) -> Step

  /// Goes on though all of `stretch` is one record that does not end in it, or what stands between
  /// two: the limit is reached.
  mutating func giveUp(in text: [UInt8], _ stretch: Stretch) -> Step

  /// The ad of a record.
  func ad(from record: ByteRange<Source>, in file: SourceFile) throws(Problem) -> Ad
}

/// The part of a text that is known and not split yet.
struct Stretch {
  var lower: Int
  var upper: Int
  /// Whether the file ends with it.
  var isLast: Bool

  var range: Range<Int> { lower..<upper }

  /// It, from `lower` on.
  func from(_ lower: Int) -> Stretch { Stretch(lower: lower, upper: upper, isLast: isLast) }
}

/// What stands at the start of a stretch, and where to go on.
enum Step {
  case record(Range<Int>, next: Int)
  /// A record that cannot be read, and why.
  case broken(Range<Int>, next: Int, @Sendable (SourceFile) -> Problem)
  /// Nothing that belongs to a record.
  case gap(next: Int)
  /// More bytes are needed to tell.
  case more
  /// The end of the file.
  case end
}

/// A reader of files that hold many records, one after another.
protocol FeedReader: Reader {
  /// Whether such files are in UTF-8 whatever they hold, as RFC 8259, 8.1, has JSON.
  var isAlwaysUTF8: Bool { get }

  /// What splits a file that begins with `sample`, and is no longer if that `isWhole`.
  func splitter(_ sample: [UInt8], isWhole: Bool) -> any Splitter

  /// How many of the first bytes of a file are sample enough, whatever comes behind them; `nil` where
  /// more are needed than `bytes`.
  ///
  /// Who reads from a pipe need not wait for more of them before the first ad is told of.
  func sampleSize(in bytes: [UInt8]) -> Int?
}

extension FeedReader {
  var isAlwaysUTF8: Bool { false }
}

extension Splitter {
  /// The records of a file that is all there, and why the last of them cannot be read, if it cannot.
  mutating func records(
    in text: [UInt8]
  ) -> (records: [ByteRange<Source>], fault: ((SourceFile) -> Problem)?) {
    var records: [ByteRange<Source>] = []
    var fault: ((SourceFile) -> Problem)?
    var at = 0
    while true {
      switch step(in: text, Stretch(lower: at, upper: text.count, isLast: true)) {
      case .record(let range, let next):
        records.append(ByteRange(range))
        at = next
      case .broken(let range, let next, let problem):
        records.append(ByteRange(range))
        fault = problem
        at = next
      case .gap(let next): at = next
      case .more, .end: return (records, fault)
      }
    }
  }
}

extension Problem {
  /// A record at `place` that goes on beyond `stretch`, which is as long as the limit.
  static func tooLong(
    at place: Int, _ stretch: Stretch
  ) -> @Sendable (SourceFile) -> Problem {
    { file in
      Problem(
        id: "record-too-long", file: file.name,
        place: ByteRange(place, min(place + 1, stretch.upper)),
        message: "The record that begins here has more than \(stretch.range.count) bytes, the most"
          + " that is read; check whether it ends as it should.")
    }
  }
}
