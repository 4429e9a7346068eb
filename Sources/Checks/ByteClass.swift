/// What a byte of prose can be, as bits, for passes that ask it of every byte.
struct ByteClass: OptionSet {
  var rawValue: UInt8

  static let small = ByteClass(rawValue: 1)
  static let capital = ByteClass(rawValue: 2)
  static let digit = ByteClass(rawValue: 4)
  /// Begins a letter of several bytes; see ``Words/isLetter(_:)``.
  static let wide = ByteClass(rawValue: 8)
  /// Goes on with a sign of several bytes.
  static let inner = ByteClass(rawValue: 16)
  /// An apostrophe or a hyphen, or begins one of three bytes: may join two halves of a word.
  static let joint = ByteClass(rawValue: 32)
  static let blank = ByteClass(rawValue: 64)
  /// A bracket, a colon, a line feed, or what ends a sentence.
  static let sign = ByteClass(rawValue: 128)

  static let letter: ByteClass = [.small, .capital, .digit, .wide]

  init(rawValue: UInt8) { self.rawValue = rawValue }

  private init(of byte: UInt8) {
    switch byte {
    case 0x61...0x7A: self = .small
    case 0x41...0x5A: self = .capital
    case 0x30...0x39: self = .digit
    case 0x80..<0xC0: self = .inner
    case 0x27, 0x2D, 0xE2: self = .joint
    case 0x20: self = .blank
    case 0x0A, 0x21, 0x28, 0x29, 0x2E, 0x3A, 0x3F, 0x5B, 0x5D: self = .sign
    case 0xC3...: self = .wide
    default: self = []
    }
  }

  /// The class of each byte.
  static let table = (0...255).map { ByteClass(of: UInt8($0)) }
}

extension Span<ByteClass> {
  /// The class of `byte` in this, which is ``ByteClass/table``.
  @inline(__always) func of(_ byte: UInt8) -> ByteClass {
    // There is a class for every byte.
    unsafe self[unchecked: Int(byte)]
  }
}
