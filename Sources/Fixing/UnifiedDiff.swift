/// The difference of two texts as `diff -u` writes it, so that `git apply` and `patch` take it.
public enum UnifiedDiff {
  /// Lines around a change.
  private static let context = 3

  /// The difference between `old` and `new`, which came from it by `edits`; empty where there is
  /// none. Edits are in bytes of `old`, in order, and do not overlap.
  public static func bytes(
    from old: [UInt8], by edits: [Edit], path: String
  ) -> [UInt8] {
    let lines = Lines(old)
    var hunks: [Hunk] = []
    for edit in edits {
      let first = lines.line(at: edit.place.lowerBound)
      let last = lines.line(at: max(edit.place.lowerBound, edit.place.upperBound - 1))
      if let open = hunks.last, first <= open.lines.upperBound {
        let end = max(open.lines.upperBound, last + 1)
        hunks[hunks.count - 1].lines = open.lines.lowerBound..<end
        hunks[hunks.count - 1].edits.append(edit)
      } else {
        hunks.append(Hunk(lines: first..<last + 1, edits: [edit]))
      }
    }
    guard !hunks.isEmpty else { return [] }
    var out = name("a/\(path)", after: "---") + name("b/\(path)", after: "+++")
    var (group, shift): ([Hunk], Int) = ([], 0)
    for hunk in hunks {
      if let last = group.last, hunk.lines.lowerBound - last.lines.upperBound > 2 * context {
        shift += write(group, of: old, lines, shift: shift, to: &out)
        group = []
      }
      group.append(hunk)
    }
    _ = write(group, of: old, lines, shift: shift, to: &out)
    return out
  }

  /// The line of a name, quoted as git quotes it where a byte could end it or is not of ASCII; where
  /// it has blanks, a tab ends it.
  private static func name(_ name: String, after sign: String) -> [UInt8] {
    let isPlain = name.utf8.allSatisfy { 0x20 <= $0 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }
    var line = isPlain ? name : "\"\(name.utf8.map(quoted).joined())\""
    if name.utf8.contains(0x20) { line += "\t" }
    return Array("\(sign) \(line)\n".utf8)
  }

  /// `byte` between the quotes of git: as it is, or by its octal number.
  private static func quoted(_ byte: UInt8) -> String {
    switch byte {
    case 0x22: "\\\""
    case 0x5C: "\\\\"
    case 0x20..<0x7F: String(UnicodeScalar(byte))
    default: "\\" + String("00\(String(byte, radix: 8))".suffix(3))
    }
  }

  /// Lines that edits change.
  private struct Hunk {
    var lines: Range<Int>
    var edits: [Edit]
  }

  /// Writes neighbouring hunks as one, and says how many lines the new text has more than the old.
  private static func write(
    _ group: [Hunk], of old: [UInt8], _ lines: Lines, shift: Int, to out: inout [UInt8]
  ) -> Int {
    let start = max(0, group[0].lines.lowerBound - context)
    let end = min(lines.count, group[group.count - 1].lines.upperBound + context)
    var body: [UInt8] = []
    var (before, after, at) = (0, 0, start)
    func keep(_ upTo: Int) {
      for line in at..<max(at, upTo) {
        append(" ", old[lines.place(of: line)], to: &body)
        before += 1
        after += 1
      }
    }
    for hunk in group {
      keep(hunk.lines.lowerBound)
      for line in hunk.lines {
        append("-", old[lines.place(of: line)], to: &body)
        before += 1
      }
      let lower = lines.place(of: hunk.lines.lowerBound).lowerBound
      let upper = lines.place(of: hunk.lines.upperBound - 1).upperBound
      let moved = hunk.edits.map { edit in
        Edit(
          place: edit.place.lowerBound - lower..<edit.place.upperBound - lower,
          replacement: edit.replacement)
      }
      let new = Array(old[lower..<upper]).edited(by: moved)
      let fresh = Lines(new)
      for line in 0..<fresh.count {
        append("+", new[fresh.place(of: line)], to: &body)
        after += 1
      }
      at = hunk.lines.upperBound
    }
    keep(end)
    out += "@@ -\(start + 1),\(before) +\(start + shift + 1),\(after) @@\n".utf8
    out += body
    return after - before
  }

  private static func append(_ sign: Character, _ line: ArraySlice<UInt8>, to out: inout [UInt8]) {
    out += String(sign).utf8
    out += line
    if line.last != 0x0A { out += "\n\\ No newline at end of file\n".utf8 }
  }
}

/// Where the lines of a text stand, each with its line feed.
private struct Lines {
  private var starts: [Int]
  private let end: Int

  init(_ text: [UInt8]) {
    end = text.count
    starts = text.isEmpty ? [] : [0]
    for index in text.indices where text[index] == 0x0A && index + 1 < text.count {
      starts.append(index + 1)
    }
  }

  var count: Int { starts.count }

  func place(of line: Int) -> Range<Int> {
    starts[line]..<(line + 1 < starts.count ? starts[line + 1] : end)
  }

  /// The line that holds `offset`, from 0.
  func line(at offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] > offset { high = middle } else { low = middle + 1 }
    }
    return max(0, low - 1)
  }
}
