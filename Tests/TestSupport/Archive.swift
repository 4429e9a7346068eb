/// A ZIP archive to be.
public struct Archive: Sendable {
  public var files: [File]
  public var comment = ""
  /// What stands in front of it.
  public var start: [UInt8] = []
  /// Whether sizes and offsets are told in 64 bits.
  public var isLarge = false
  /// Whether all files are said to stand where the first one does.
  public var overlaps = false

  public init(_ files: [File]) { self.files = files }

  /// A file in it.
  public struct File: Sendable {
    public var name: String
    public var packed: [UInt8]
    public var size: Int
    public var checksum: UInt32
    public var method: UInt16
    public var flags: UInt16
    public var mode: UInt32
    /// Where it is said to stand, if not where it does.
    public var offset: Int?

    /// A file that is packed not at all, whatever its `method` says.
    public init(
      _ name: String, _ text: String, method: UInt16 = 0, flags: UInt16 = 0, mode: UInt32 = 0o100644
    ) {
      self.init(name, Array(text.utf8), method: method, flags: flags, mode: mode)
    }

    public init(
      _ name: String, _ bytes: [UInt8], method: UInt16 = 0, flags: UInt16 = 0,
      mode: UInt32 = 0o100644
    ) {
      self.name = name
      packed = bytes
      size = bytes.count
      checksum = Self.checksum(bytes)
      self.method = method
      self.flags = flags | 0x800
      self.mode = mode
    }

    /// The text `young man ` 30 times, packed with Deflate by zlib 1.3.
    public static var packed: File {
      var file = File("words.txt", String(repeating: "young man ", count: 30), method: 8)
      file.packed = [
        0xAB, 0xCC, 0x2F, 0xCD, 0x4B, 0x57, 0xC8, 0x4D, 0xCC, 0x53, 0xA8, 0x1C, 0x65, 0x11, 0x60,
        0x01, 0x00,
      ]
      return file
    }

    /// CRC-32, bit by bit.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
      ~bytes.reduce(~0 as UInt32) { sum, byte in
        (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in
          sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1
        }
      }
    }
  }

  /// It as PKWARE's APPNOTE has it.
  public var bytes: [UInt8] {
    var bytes = start
    var table: [UInt8] = []
    for file in files {
      let name = Array(file.name.utf8)
      let offset = overlaps ? 0 : file.offset ?? bytes.count - start.count
      let sizes = isLarge ? [0xFFFF_FFFF, 0xFFFF_FFFF] : [file.packed.count, file.size]
      let extra =
        isLarge
        ? Self.number(1, 2) + Self.number(24, 2) + Self.number(file.size, 8)
          + Self.number(file.packed.count, 8) + Self.number(offset, 8) : []
      let common =
        Self.number(Int(file.flags), 2) + Self.number(Int(file.method), 2) + Self.number(0, 4)
        + Self.number(Int(file.checksum), 4) + sizes.flatMap { Self.number($0, 4) }
        + Self.number(name.count, 2) + Self.number(extra.count, 2)
      bytes +=
        Self.number(0x0403_4B50, 4) + Self.number(20, 2) + common + name + extra + file.packed
      table +=
        Self.number(0x0201_4B50, 4) + [20, 3] + Self.number(20, 2) + common + Self.number(0, 6)
        + Self.number(Int(file.mode) << 16, 4) + Self.number(isLarge ? 0xFFFF_FFFF : offset, 4)
        + name + extra
    }
    let offset = bytes.count - start.count
    bytes += table
    if isLarge {
      let record = bytes.count
      bytes +=
        Self.number(0x0606_4B50, 4) + Self.number(44, 8) + Self.number(45, 4) + Self.number(0, 8)
        + Self.number(files.count, 8) + Self.number(files.count, 8) + Self.number(table.count, 8)
        + Self.number(offset, 8)
      bytes +=
        Self.number(0x0706_4B50, 4) + Self.number(0, 4) + Self.number(record, 8) + Self.number(1, 4)
    }
    return bytes + Self.number(0x0605_4B50, 4) + Self.number(0, 4)
      + Self.number(isLarge ? 0xFFFF : files.count, 2)
      + Self.number(isLarge ? 0xFFFF : files.count, 2)
      + Self.number(isLarge ? 0xFFFF_FFFF : table.count, 4)
      + Self.number(isLarge ? 0xFFFF_FFFF : offset, 4)
      + Self.number(comment.utf8.count, 2) + Array(comment.utf8)
  }

  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
