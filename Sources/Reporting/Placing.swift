import AdModel

/// Where the words of a finding stand, as lines and columns from 1; the end is exclusive.
struct Placing: Hashable, Sendable {
  var start: LineIndex.Position
  var end: LineIndex.Position

  /// Whether it holds no character.
  var isEmpty: Bool { start == end }

  /// The place of `place` in `file`, with columns in `unit`.
  init(_ place: ByteRange<Source>, in file: ReportedFile, _ unit: LineIndex.Unit) {
    let place = file.clamped(place)
    start = file.lines.position(at: place.lower, in: unit)
    end = place.isEmpty ? start : file.lines.position(at: place.upper, in: unit)
  }

  /// The beginning of a line.
  private init(line: Int) {
    start = LineIndex.Position(line: line, column: 1)
    end = start
  }

  /// The place of `problem`, or the top of its file.
  init(of problem: Problem, in file: ReportedFile?, _ unit: LineIndex.Unit) {
    if let file, let place = problem.place {
      self.init(place, in: file, unit)
    } else {
      self.init(line: problem.line ?? 1)
    }
  }
}

extension ReportOptions {
  /// The path of the file `name` as reports tell it.
  func path(_ name: String) -> String { ReportPath(name, root: root, folder: folder).path }
}

extension Problem {
  /// What stands for a rule where a report lists it among the findings, such as
  /// `input/broken-json`.
  var rule: String { "input/\(id)" }
}

extension Finding {
  /// Whether it is about something that stands nowhere in the ad, so that the words at its place say
  /// nothing about it.
  var isNowhere: Bool { anchor == .title || anchor == .record }
}

extension Level {
  /// Its number, from 0 for a note.
  var number: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
