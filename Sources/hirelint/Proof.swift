import AdModel
import Fixing

/// Whether an edited ad, read anew, says what it said, with the new words and no other change.
///
/// Blanks that no reader sees make no difference: those at the ends of fields, empty lines, and in
/// markup all but the first of a run.
struct Proof {
  private let new: Ad
  private let old: Ad

  init(of new: Ad, from old: Ad) {
    self.new = new
    self.old = old
  }

  /// Whether the field number `field` says what it said, with `edits`, which are counted from its
  /// start.
  func says(inField field: Int, _ edits: [Edit]) -> Bool {
    guard field < new.fields.count, field < old.fields.count,
      new.fields[field].name == old.fields[field].name, let wanted = wanted(in: field, edits)
    else { return false }
    return seen(in: field) == wanted
  }

  /// Whether the ad says what it said, with the `edits` of each of its fields.
  ///
  /// What another field of its part says as well does not count: readers pass over a title that the
  /// text gives too, until one of the two is mended.
  func says(_ edits: [[Edit]]) -> Bool {
    var wanted: [Said] = []
    var former: [Said] = []
    for (index, field) in old.fields.enumerated() {
      guard let text = self.wanted(in: index, edits[index]) else { return false }
      wanted.append(Said(part: field.part, text: text))
      former.append(Said(part: field.part, text: seen(old.prose[field.place.utf8])))
    }
    let told = new.fields.enumerated().map { Said(part: $1.part, text: seen(in: $0)) }
    let echoless = told.filter { wanted.contains($0) || !former.contains($0) }
    return Self.joined(echoless) == Self.joined(wanted)
  }

  /// Whether the blocks are as many as they were, but for those within `cuts`. Those of a text are
  /// nothing but its lines.
  func hasBlocks(but cuts: [ByteRange<Prose>]) -> Bool {
    if old.markup == .text { return true }
    let lost = old.blocks.count { block in
      cuts.contains { $0.lower <= block.place.lower && block.place.upper <= $0.upper }
    }
    return new.blocks.count == old.blocks.count - lost
  }

  /// What a field says.
  private struct Said: Hashable {
    var part: Part
    var text: [UInt8]
  }

  /// The texts of `fields`, each once for its part, where it comes last; without those that are the
  /// first line of another one.
  private static func joined(_ fields: [Said]) -> [UInt8] {
    var known: Set<Said> = []
    let texts = fields.reversed().filter { field in
      !field.text.isEmpty && known.insert(field).inserted
        && !fields.contains { $0.text.starts(with: field.text + [newline]) }
    }
    return Array(texts.reversed().map(\.text).joined(separator: [newline]))
  }

  /// What the field number `field` of the old ad should say after `edits`.
  private func wanted(in field: Int, _ edits: [Edit]) -> [UInt8]? {
    let place = old.fields[field].place
    guard edits.disjoint.count == edits.count,
      edits.allSatisfy({ $0.place.lowerBound >= 0 && $0.place.upperBound <= place.count })
    else { return nil }
    return seen(Array(old.prose[place.utf8]).edited(by: edits)[...])
  }

  private func seen(in field: Int) -> [UInt8] { seen(new.prose[new.fields[field].place.utf8]) }

  /// `text` as a reader sees it.
  private func seen(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let folds = old.markup != .text
    var kept: [UInt8] = []
    var blanks: [UInt8] = []
    for byte in text {
      if byte == Self.blank || 0x09...0x0D ~= byte {
        blanks.append(byte)
        continue
      }
      if !kept.isEmpty {
        kept +=
          blanks.contains(Self.newline)
          ? [Self.newline] : folds && !blanks.isEmpty ? [Self.blank] : blanks
      }
      kept.append(byte)
      blanks = []
    }
    return kept
  }

  private static let newline = UInt8(ascii: "\n")
  private static let blank = UInt8(ascii: " ")
}
