import AdModel
import ArgumentParser
import Exemptions
import Facts
import Fixing
import Reading

/// Options that mend what can be mended.
struct FixOptions: ParsableArguments {
  @Flag(help: "Mend files where a rule is sure of the words, then report what is left.")
  var fix = false

  @Flag(help: "With --fix or --diff: mend where a rule is not quite sure, too.")
  var unsafeFixes = false

  @Flag(help: "Print what --fix would change, and leave with 1 if that is anything.")
  var diff = false

  func validate() throws {
    if fix, diff { throw ValidationError("--fix changes files and --diff does not: choose one") }
    if unsafeFixes, !fix, !diff {
      throw ValidationError("--unsafe-fixes goes with --fix, or with --diff")
    }
  }

  /// What came of mending some files.
  struct Outcome {
    /// How many findings are, or can be, mended.
    var findings = 0
    var files = 0
    /// How many findings cannot be mended where they stand.
    var refused = 0
    /// How many ads were read.
    var ads = 0
    /// The files, and ads, that could not be read.
    var unread: [Problem] = []
  }

  /// Mends the files of `inputs`, or prints what that would change.
  func mend(
    _ inputs: Inputs, by plan: Plan, _ exemptions: Exemptions, today: CalendarDate
  ) throws -> Outcome {
    var exemptions = exemptions
    // What a baseline knows is mended all the same.
    exemptions.isTaking = false
    var mender = Mender(plan: plan, exemptions: exemptions, today: today, isBold: unsafeFixes)
    var all = Outcome(unread: inputs.problems)
    for path in inputs.paths {
      if path == "-", fix {
        throw Failure(
          message: "standard input cannot be mended in its place; --diff shows what to do")
      }
      let regime = plan.regime(for: path)
      let bytes: [UInt8]
      let loaded: (source: SourceFile, reader: any Reader)
      do throws(Problem) {
        bytes = try SourceFile.bytes(of: path)
        loaded = try inputs.read(bytes, of: path, regime.reading)
      } catch {
        all.unread.append(error)
        continue
      }
      let name = loaded.source.name
      if loaded.source.isBinary {
        all.ads += Page(loaded.source, loaded.reader).ads.count { $0 != nil }
        Output.complain("\(name) is packed or no text, so it cannot be edited; it stays")
        continue
      }
      let outcome = mender.mended(loaded.source, loaded.reader, regime)
      let revision = outcome.revision
      all.ads += outcome.ads
      all.refused += outcome.refused
      if revision.edits.isEmpty { continue }
      if fix {
        guard let new = loaded.source.bytes(after: revision, of: bytes) else {
          Output.complain("\(name) has no room for new words in its encoding; it stays")
          continue
        }
        try AtomicFile.write(new, to: path, over: bytes)
      } else {
        let difference = UnifiedDiff.bytes(from: revision.old, by: revision.edits, path: name)
        try Output.write(patch: difference)
      }
      all.findings += outcome.count
      all.files += 1
    }
    let deed = fix ? "mended" : "can be mended"
    Output.complain("\(counted(all.findings, "finding")) \(deed) in \(counted(all.files, "file"))")
    if all.refused > 0 {
      Output.complain(
        "\(counted(all.refused, "finding")) cannot be mended where the words stand, since something"
          + " else would change; mend them by hand")
    }
    return all
  }
}

extension SourceFile {
  /// The bytes of the file after `revision` of its text, where `bytes` are those before; `nil` where
  /// they cannot be told.
  ///
  /// Nothing outside of the edits changes, not even what is no character.
  fileprivate func bytes(after revision: Revision, of bytes: [UInt8]) -> [UInt8]? {
    if encoding == .utf8, transcoding == nil { return revision.text }
    var edits: [Edit] = []
    for edit in revision.edits {
      let words = String(decoding: edit.replacement, as: UTF8.self)
      guard let new = encoding.bytes(of: words) else { return nil }
      edits.append(Edit(place: original(of: ByteRange(edit.place)), replacement: new))
    }
    let new = bytes.edited(by: edits)
    // Read again, it must be what it should be.
    guard let again = try? SourceFile(name: name, bytes: new), again.text == revision.text else {
      return nil
    }
    return new
  }
}

extension Encoding {
  /// `words` in this encoding; `nil` where it has no room for them.
  fileprivate func bytes(of words: String) -> [UInt8]? {
    switch self {
    case .utf8: return Array(words.utf8)
    case .utf16LittleEndian: return words.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: return words.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .windows1252:
      // Below 0x80 and from 0xA0 on it is Latin-1; fixes write no more.
      let codes = words.unicodeScalars.map(\.value)
      guard codes.allSatisfy({ $0 < 0x80 || (0xA0...0xFF).contains($0) }) else { return nil }
      return codes.map { UInt8($0) }
    }
  }
}
