public import AdModel

/// A stretch of a file that begins and ends between two records.
public struct Window: Sendable {
  /// Its text, in which the places of its records are.
  public internal(set) var source: SourceFile
  /// Where its records stand.
  public let records: [ByteRange<Source>]
  /// The number of its first record in the file, from 0.
  public let firstRecord: Int
  /// Why the file ends with it before its time, if it does.
  public let problem: Problem?

  /// What was found out about records before they were read, by their numbers in the window.
  let notes: [Int: [Note]]
  /// What reads a record.
  let read: @Sendable (ByteRange<Source>, SourceFile) throws(Problem) -> Ad

  /// Something about a record that a person should know.
  struct Note: Sendable {
    /// The number of the record in the window.
    var record: Int
    var problem: Problem
    /// Whether the record cannot be read at all.
    var isFatal: Bool
  }

  /// The ad of the record number `number` of the window, if it can be read, and what cannot.
  public func ad(_ number: Int) -> (ad: Ad?, problems: [Problem]) {
    var problems: [Problem] = []
    for note in notes[number, default: []] {
      if note.isFatal { return (nil, [note.problem]) }
      problems.append(note.problem)
    }
    do throws(Problem) {
      let ad = try read(records[number], source)
      return (ad, problems + ad.problems)
    } catch {
      return (nil, problems + [error])
    }
  }
}

/// How much of a file is in memory at once.
public struct WindowLimits: Sendable {
  /// The bytes of a window, unless a record is longer.
  public var window: Int
  /// The bytes of the longest record of a feed that is read.
  public var record: Int
  /// The bytes of the largest file that is no feed.
  public var file: Int
  /// How many bytes that are no blanks should stand behind the records of a window, if there are any.
  public var reach: Int

  public init(
    window: Int = 1 << 20, record: Int = 1 << 25, file: Int = SourceFile.sizeLimit, reach: Int = 0
  ) {
    self.window = window
    self.record = record
    self.file = file
    self.reach = reach
  }
}
