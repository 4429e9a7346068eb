package import AdModel
internal import Crypto

/// What a fingerprint is made of: the rule, the file, the ad, the field and the words in lower
/// case; no line and no place.
package struct FingerprintKey: ~Copyable {
  /// The file and the ad, which all findings of an ad share, between separators.
  private var shared: [UInt8] = [separator]
  private var bytes: [UInt8] = []

  /// A control that no name holds (US, unit separator).
  private static let separator: UInt8 = 0x1F

  /// The key of the findings in the ad `ad` of `file`.
  package init(file: String, ad: String) {
    for part in [file, ad] {
      shared += part.utf8
      shared.append(Self.separator)
    }
    bytes.reserveCapacity(shared.count + 128)
  }

  /// The first of the faults of `rule` in `field` with such `words`: 128 bits of SHA-256.
  package mutating func fingerprint(
    rule: String, field: String, words: Span<UInt8>
  ) -> Fingerprint {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: rule.utf8)
    bytes.append(contentsOf: shared)
    bytes.append(contentsOf: field.utf8)
    bytes.append(Self.separator)
    appendLowercased(words)
    var hash = SHA256()
    unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
    let digest = hash.finalize()
    return unsafe digest.withUnsafeBytes { digest in
      // A digest has 32 bytes.
      Fingerprint(
        high: unsafe digest.loadUnaligned(as: UInt64.self).bigEndian,
        low: unsafe digest.loadUnaligned(fromByteOffset: 8, as: UInt64.self).bigEndian)
    }
  }

  private mutating func appendLowercased(_ words: Span<UInt8>) {
    var all: UInt8 = 0
    bytes.append(addingCapacity: words.count) { output in
      for index in words.indices {
        let byte = words[index]
        all |= byte
        output.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      }
    }
    if all < 0x80 { return }
    bytes.removeLast(words.count)
    let text = unsafe words.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    bytes.append(contentsOf: text.lowercased().utf8)
  }
}

/// Numbers equal fingerprints, from 1.
///
/// A table of open addressing: fingerprints are hashes already.
struct Ordinals: ~Copyable {
  private var slots: [(print: Fingerprint, count: Int)]

  /// Makes room for `count` fingerprints.
  init(for count: Int) {
    var size = 16
    while size < 2 * count { size *= 2 }
    slots = Array(repeating: (Fingerprint(high: 0, low: 0), 0), count: size)
  }

  mutating func next(for print: Fingerprint) -> Int {
    // At most half of the slots are taken, so that there is an end to this.
    var slot = Int(truncatingIfNeeded: print.low) & (slots.count - 1)
    while slots[slot].count > 0, slots[slot].print != print {
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = (print, slots[slot].count + 1)
    return slots[slot].count
  }
}
