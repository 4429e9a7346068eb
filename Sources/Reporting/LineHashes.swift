import AdModel

/// GitHub's hashes of the lines of a file, by which it follows a finding from commit to commit.
///
/// `upload-sarif` computes them where a report has none, and warns where a report has others, so
/// these follow `fingerprints.ts` of github/codeql-action: a polynomial of base 37, modulo 2^64,
/// over the 100 UTF-16 units that are neither blank nor tab from the start of the line on. The end
/// of the file counts as U+FFFF and zeros behind it; `:n` numbers equal hashes.
struct LineHashes: Sendable {
  /// The last line that has a hash: GitHub shows some thousand findings of a file, and to number
  /// the equal lines of an endless one would take as much memory as its lines.
  static let lineLimit = 262_144

  /// How many bytes that are neither blank nor tab have to stand behind a line for its hash: 100
  /// UTF-16 units are at most 300 bytes.
  static let reach = 300

  /// The hashes from line ``first`` on.
  private var lines: [(hash: UInt64, ordinal: Int)] = []
  private var first = 1
  private var seen: [UInt64: Int] = [:]
  /// The window of the file that is being told of.
  private var window: ReportedFile?

  /// Goes on with the next window of the file.
  mutating func move(to window: ReportedFile) {
    if let last = self.window {
      // A line that goes on in the next window was hashed in the one where it began.
      let end = last.lines.start(at: last.source.ownText.upperBound)
      hash(upTo: end.isAtLineStart ? end.line - 1 : end.line, in: last)
      let kept = min(lines.count, 1)
      first += lines.count - kept
      lines.removeFirst(lines.count - kept)
    }
    self.window = window
  }

  /// The hash of `line` (from 1), if it is within the limit. Lines before it are hashed on the way,
  /// once.
  mutating func hash(ofLine line: Int, in file: ReportedFile) -> String? {
    guard line <= Self.lineLimit else { return nil }
    hash(upTo: line, in: file)
    let (hash, ordinal) = lines[line - first]
    return "\(String(hash, radix: 16)):\(ordinal)"
  }

  private mutating func hash(upTo line: Int, in file: ReportedFile) {
    while first + lines.count <= min(line, Self.lineLimit) {
      let number = first + lines.count
      let start = number == 1 ? 0 : file.lines.start(ofLine: number)
      let hash = Self.hash(file.source.text, from: start)
      seen[hash, default: 0] += 1
      lines.append((hash, seen[hash]!))
    }
  }

  /// The hash of the 100 units of `text` from byte `start` on.
  private static func hash(_ text: [UInt8], from start: Int) -> UInt64 {
    var hash: UInt64 = 0
    var room = 100
    func add(_ unit: UInt16) {
      guard room > 0 else { return }
      room -= 1
      hash = hash &* 37 &+ UInt64(unit)
    }
    var at = start
    while room > 0, at < text.count {
      let byte = text[at]
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): at += 1
      case UInt8(ascii: "\r"):
        add(0x0A)
        at += 1
        if at < text.count, text[at] == 0x0A { at += 1 }
      case ..<0x80:
        add(UInt16(byte))
        at += 1
      default:
        let (scalar, length) = scalar(text, at: at)
        for unit in UTF16.encode(scalar)! { add(unit) }
        at += length
      }
    }
    add(0xFFFF)
    while room > 0 { add(0) }
    return hash
  }

  /// The character at byte `at` and the number of its bytes; U+FFFD for what is no UTF-8.
  private static func scalar(_ text: [UInt8], at: Int) -> (Unicode.Scalar, Int) {
    var parser = Unicode.UTF8.ForwardParser()
    var input = text[at...].makeIterator()
    switch parser.parseScalar(from: &input) {
    case .valid(let encoded): return (UTF8.decode(encoded), encoded.count)
    case .error(let length): return ("\u{FFFD}", length)
    case .emptyInput: return ("\u{FFFD}", 1)
    }
  }
}
