/// What names mean, however they are written: case, blanks, `_` and `-` do not matter.
///
/// It is asked about every field of every record, so it looks names up as they stand in the file,
/// without making a string of them. A table of open addressing, at most half full.
struct NameTable<Meaning: Sendable>: Sendable {
  /// The numbers of the entries plus 1, by the hash of their names; 0 where there is none.
  private var slots: [Int32] = Array(repeating: 0, count: 16)
  /// The names of all entries, one after another, and where each ends.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var meanings: [Meaning] = []

  /// What `name` means.
  subscript(name: Span<UInt8>) -> Meaning? {
    let number = Int(slots[slot(of: name)])
    return number == 0 ? nil : meanings[number - 1]
  }

  /// Gives `name` a meaning, or another one.
  mutating func set(_ name: Span<UInt8>, to meaning: Meaning) {
    if 2 * (meanings.count + 1) > slots.count { grow() }
    let slot = slot(of: name)
    if slots[slot] > 0 {
      meanings[Int(slots[slot]) - 1] = meaning
      return
    }
    for index in name.indices where !name[index].isIgnoredInNames {
      bytes.append(name[index].lowercased)
    }
    ends.append(bytes.count)
    meanings.append(meaning)
    slots[slot] = Int32(meanings.count)
  }

  /// The slot of `name`, or the free one where it belongs.
  private func slot(of name: Span<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in name.indices where !name[index].isIgnoredInNames {
      hash = (hash ^ UInt64(name[index].lowercased)) &* 0x100_0000_01b3
    }
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    while slots[slot] > 0, !isEntry(Int(slots[slot]) - 1, name) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  /// Whether the entry `number` has this name.
  private func isEntry(_ number: Int, _ name: Span<UInt8>) -> Bool {
    var at = number == 0 ? 0 : ends[number - 1]
    for index in name.indices where !name[index].isIgnoredInNames {
      guard at < ends[number], bytes[at] == name[index].lowercased else { return false }
      at += 1
    }
    return at == ends[number]
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: 2 * slots.count)
    let names = bytes
    var start = 0
    for (number, end) in ends.enumerated() {
      slots[slot(of: names.span.extracting(start..<end))] = Int32(number + 1)
      start = end
    }
  }
}

extension UInt8 {
  /// Whether it makes no difference in the name of a field.
  var isIgnoredInNames: Bool { self == 0x5F || self == 0x2D || isBlank }
}
