import AdModel

/// What is packed in a ZIP archive, by the table at its end (PKWARE APPNOTE 6.3.10, section 4.3).
struct ZipDirectory: Sendable {
  /// Its members in the order of the table, folders included.
  private(set) var members: [Member] = []

  /// One packed file.
  struct Member: Sendable {
    /// Its path in the archive as written there; what is not UTF-8 in it reads as U+FFFD.
    var name: String
    var flags: UInt16
    /// How it is packed: 0 not at all, 8 with Deflate.
    var method: UInt16
    var checksum: UInt32
    var packedSize: Int
    var size: Int
    /// Where it begins in the archive.
    var offset: Int
    /// The file type and permissions, where a Unix system has packed it.
    var mode: UInt32

    var isEncrypted: Bool { flags & 1 != 0 }
    var isFolder: Bool { name.hasSuffix("/") }
    var isLink: Bool { mode & 0o170000 == 0o120000 }
  }

  /// Why a table cannot be read.
  enum Fault: Error, Equatable {
    case noTable, cutTable, severalDisks, overlap, bomb
    case disk(Disk.Failure)
  }

  /// The largest table that is read, in bytes: 64 MiB, which some 500,000 members have.
  static let sizeLimit = 67_108_864

  /// Reads the table of `archive`.
  init(of archive: some RandomAccess) throws(Fault) {
    let end = try End(of: archive)
    let table = try archive.stretch(end.table)
    var at = 0
    members.reserveCapacity(table.count / 80)
    while at + 46 <= table.count, table.number(at, 4) == 0x0201_4B50 {
      let lengths = (name: table.number(at + 28, 2), extra: table.number(at + 30, 2))
      let next = at + 46 + lengths.name + lengths.extra + table.number(at + 32, 2)
      guard next <= table.count else { throw .cutTable }
      members.append(Member(table, at, lengths.name, lengths.extra, shift: end.shift))
      at = next
    }
    guard at == table.count, members.count == end.count else { throw .cutTable }
    try refuseTricks(in: archive.count, table: end.table.lowerBound)
  }

  /// Refuses archives made to unpack to far more than they hold: members that share their bytes, and
  /// sizes that no ads come to.
  private func refuseTricks(in count: Int, table: Int) throws(Fault) {
    var rest = max(
      Gzip.ratioFloor, count.multipliedReportingOverflow(by: Gzip.ratioLimit).partialValue)
    for member in members {
      guard member.size <= rest else { throw .bomb }
      rest -= member.size
    }
    var free = 0
    for member in members.sorted(by: { $0.offset < $1.offset }) {
      guard member.offset >= free else { throw .overlap }
      // Before the table there is room for its header of 30 bytes and for what is packed.
      guard member.offset <= table - 30, member.packedSize <= table - 30 - member.offset else {
        throw .cutTable
      }
      free = member.offset + 30 + member.packedSize
    }
  }
}

// MARK: - Members

extension ZipDirectory.Member {
  /// The member whose entry stands at `at` of the `table`; all offsets in the archive are `shift`
  /// more than it says.
  fileprivate init(_ table: [UInt8], _ at: Int, _ nameLength: Int, _ extraLength: Int, shift: Int) {
    let name = table[at + 46..<at + 46 + nameLength]
    self.name = String(decoding: name, as: UTF8.self)
    flags = UInt16(table.number(at + 8, 2))
    method = UInt16(table.number(at + 10, 2))
    checksum = UInt32(table.number(at + 16, 4))
    mode = table[at + 5] == 3 ? UInt32(table.number(at + 38, 4)) >> 16 : 0
    var large = Zip64(table, name.endIndex..<name.endIndex + extraLength)
    size = large.value(table.number(at + 24, 4))
    packedSize = large.value(table.number(at + 20, 4))
    offset = large.value(table.number(at + 42, 4)).addingReportingOverflow(shift).partialValue
  }

  /// The bytes of `archive` that the member unpacks to, or `nil` if they are not what they should be.
  func unpacked(from archive: some RandomAccess) throws(Disk.Failure) -> [UInt8]? {
    let header = try archive.bytes(at: offset..<offset + 30)
    guard header.count == 30, header.number(0, 4) == 0x0403_4B50 else { return nil }
    let start = offset + 30 + header.number(26, 2) + header.number(28, 2)
    let packed = try archive.bytes(at: start..<start + packedSize)
    guard packed.count == packedSize else { return nil }
    let bytes = method == 0 ? packed : Deflate.unpacked(packed, size: size)
    guard let bytes, bytes.count == size, Deflate.checksum(bytes) == checksum else { return nil }
    return bytes
  }
}

/// The sizes of a member of more than 4 GiB, which stand in a field of their own (section 4.5.3).
private struct Zip64 {
  private var values: [Int] = []

  /// Finds them among the extra fields at `range` of a table.
  init(_ table: [UInt8], _ range: Range<Int>) {
    var at = range.lowerBound
    while at + 4 <= range.upperBound {
      let next = at + 4 + table.number(at + 2, 2)
      if table.number(at, 2) == 1 {
        values = stride(from: at + 4, to: min(next, range.upperBound) - 7, by: 8).map {
          table.number($0, 8)
        }.reversed()
      }
      at = next
    }
  }

  /// `value`, or the next of the large ones where it says that there is one.
  mutating func value(_ value: Int) -> Int {
    value == 0xFFFF_FFFF ? values.popLast() ?? value : value
  }
}

// MARK: - The end of an archive

/// What an archive ends with: where its table stands, and how many members that has.
private struct End {
  var table: Range<Int>
  var count: Int
  /// How many bytes stand in front of the archive proper, as in one that unpacks itself.
  var shift: Int

  init(of archive: some RandomAccess) throws(ZipDirectory.Fault) {
    // 22 bytes, and a comment of at most 65,535.
    let lower = max(0, archive.count - 65_557)
    let tail = try archive.stretch(lower..<archive.count)
    guard
      let at = stride(from: tail.count - 22, through: 0, by: -1).first(where: {
        tail.number($0, 4) == 0x0605_4B50 && $0 + 22 + tail.number($0 + 20, 2) == tail.count
      })
    else { throw .noTable }
    guard tail.number(at + 4, 2) == tail.number(at + 6, 2) else { throw .severalDisks }
    count = tail.number(at + 10, 2)
    var size = tail.number(at + 12, 4)
    var offset = tail.number(at + 16, 4)
    var end = lower + at
    if at >= 20, tail.number(at - 20, 4) == 0x0706_4B50 {
      // The record of a large archive stands right in front of what leads to it.
      let record = try archive.stretch(max(0, end - 76)..<end - 20)
      if record.count == 56, record.number(0, 4) == 0x0606_4B50 {
        count = record.number(32, 8)
        size = record.number(40, 8)
        offset = record.number(48, 8)
        end -= 76
      }
    }
    guard (0...ZipDirectory.sizeLimit).contains(size), offset >= 0, size <= end,
      offset <= end - size
    else { throw .cutTable }
    shift = end - size - offset
    table = end - size..<end
  }
}

extension RandomAccess {
  /// The bytes at `range`, all of them.
  fileprivate func stretch(_ range: Range<Int>) throws(ZipDirectory.Fault) -> [UInt8] {
    let found: [UInt8]
    do throws(Disk.Failure) {
      found = try bytes(at: range)
    } catch {
      throw .disk(error)
    }
    guard found.count == range.count else { throw .cutTable }
    return found
  }
}

extension [UInt8] {
  /// The number that the `width` bytes at `offset` are, the least first; never negative.
  func number(_ offset: Int, _ width: Int) -> Int {
    var number: UInt64 = 0
    for index in (0..<width).reversed() { number = number << 8 | UInt64(self[offset + index]) }
    return Int(clamping: number)
  }
}
