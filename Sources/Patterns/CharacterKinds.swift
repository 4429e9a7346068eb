/// What a character may be.
struct CharacterKinds: OptionSet {
  let rawValue: Int

  /// Part of a word, or a sign beyond ASCII.
  static let word = CharacterKinds(rawValue: 1)
  /// Any sign but those, and but a line feed.
  static let other = CharacterKinds(rawValue: 2)
  static let lineFeed = CharacterKinds(rawValue: 4)
  static let any: CharacterKinds = [.word, .other, .lineFeed]

  /// What `scalar` is.
  static func of(_ scalar: Unicode.Scalar) -> CharacterKinds {
    if scalar == "\n" { return .lineFeed }
    return !scalar.isASCII || WordByte.isWord(UInt8(scalar.value)) ? .word : .other
  }

  /// What the characters of a class such as `\w` are, named by its letter.
  static func of(class letter: Unicode.Scalar) -> CharacterKinds {
    switch letter {
    case "w": .word
    case "s": [.other, .lineFeed]
    case "S", "N": [.word, .other]
    default: .any
    }
  }
}

extension Node {
  /// What the character may be that it matches; nothing if it may match more or less than one.
  var kinds: CharacterKinds {
    switch self {
    case .literal(let scalar): .of(scalar)
    case .oneOf(let members): members.reduce([]) { $0.union(.of($1)) }
    case .oneOfMany(let kinds): kinds
    default: []
    }
  }
}
