/// A report whose end may be long, so that it is written piece by piece.
public protocol PiecewiseReporter: Reporter {
  /// Gets ready to write the end of the run, with its summary.
  mutating func prepareEnd(_ summary: Summary)

  /// Appends the next piece of the end to `out`; false if there is none.
  mutating func writeEnd(to out: inout [UInt8]) -> Bool
}

extension PiecewiseReporter {
  /// Writes the whole end at once.
  public mutating func end(_ summary: Summary, to out: inout [UInt8]) {
    prepareEnd(summary)
    while writeEnd(to: &out) {}
  }
}

/// What a report has behind its findings, piece by piece.
struct Closing: Sendable {
  enum Piece: Sendable {
    case text(@Sendable (inout JSONWriter) -> Void)
    /// A member that is an array.
    case array(StaticString, Spool)
    /// The elements of an array that has begun.
    case elements(Spool)
  }

  /// What is still to be written, the last piece first.
  private var pieces: [Piece] = []

  init(_ pieces: [Piece] = []) { self.pieces = pieces.reversed() }

  /// Appends the next piece to `out`; false if there is none.
  mutating func write(_ json: inout JSONWriter, to out: inout [UInt8]) -> Bool {
    guard let piece = pieces.popLast() else { return false }
    switch piece {
    case .text(let write): json.append(to: &out, write)
    case .array(let name, let spool):
      json.append(to: &out) { json in
        json.key(name)
        json.beginElements(isEmpty: spool.isEmpty)
      }
      pieces.append(.elements(spool))
    case .elements(var spool):
      if spool.read(into: &out) {
        pieces.append(.elements(spool))
      } else {
        json.append(to: &out) { $0.end() }
      }
    }
    return true
  }
}
