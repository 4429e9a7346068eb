import AdModel

/// The name of the company with nothing but small letters, to find it inside a broken address.
struct SqueezedName {
  private let letters: [UInt8]

  init(of ad: Ad) {
    var letters: [UInt8] = []
    if let field = ad.fields.first(where: { $0.part == .company }),
      field.place.upper <= ad.prose.count
    {
      for byte in ad.prose[field.place.utf8] where byte.isLetter || byte.isDigit {
        letters.append(byte.lowercase)
      }
      for ending in Self.forms
      where letters.count > ending.count + 3 && letters.suffix(ending.count).elementsEqual(ending) {
        letters.removeLast(ending.count)
      }
    }
    self.letters = letters
  }

  /// What companies are called by law.
  private static let forms = ["limited", "ltd", "plc", "inc"].map { Array($0.utf8) }

  /// Whether `host` ends with this name and has something before it: `rpaynegenesisassociates`.
  func isTail(of host: some BidirectionalCollection<UInt8>) -> Bool {
    let plain = host.filter { $0.isLetter || $0.isDigit }.map(\.lowercase)
    guard letters.count >= 5, plain.count >= letters.count + 2 else { return false }
    return plain.suffix(letters.count).elementsEqual(letters)
  }
}
