public import AdModel

/// What a rule writes for the words that it flags, where it is certain.
public struct Remedy: Hashable, Sendable {
  /// Words, lower case, and what stands in their place.
  public var fixes: [String: String]
  /// Letters inside of the words, and what stands in their place, in order.
  public var swaps: [Swap]
  /// Words, lower case, that are taken out where they stand by themselves.
  public var cuts: Set<String>

  public init(fixes: [String: String] = [:], swaps: [Swap] = [], cuts: Set<String> = []) {
    self.fixes = fixes
    self.swaps = swaps
    self.cuts = cuts
  }

  public var isEmpty: Bool { fixes.isEmpty && swaps.isEmpty && cuts.isEmpty }

  /// What becomes of `words` of `ad`; `nil` where that is not certain.
  public func rewording(of words: ByteRange<Prose>, in ad: Ad) -> Rewording? {
    if isEmpty { return nil }
    let text = ad.text(at: words)
    if !swaps.isEmpty {
      let swapped = swaps.reduce(text) { $1.made(in: $0) }
      return swapped == text ? nil : Rewording(swapped, for: words)
    }
    let key = text.lowercased()
    if let fix = fixes[key] {
      let rewording = Rewording(Self.cased(fix, like: text), for: words)
      return rewording.makesTag(in: ad) ? nil : rewording
    }
    return cuts.contains(key) ? Rewording(cutting: words, from: ad) : nil
  }

  /// `fix` with a capital where `words` have one, unless its own letters say where capitals stand.
  private static func cased(_ fix: String, like words: String) -> String {
    guard let first = words.first, first.isUppercase, !fix.contains(where: \.isUppercase) else {
      return fix
    }
    return fix.prefix(1).uppercased() + fix.dropFirst()
  }
}

/// Letters, and what is written instead of them.
public struct Swap: Hashable, Sendable {
  public var letters: String
  public var replacement: String

  public init(letters: String, replacement: String) {
    self.letters = letters
    self.replacement = replacement
  }

  /// `text` with the replacement in the place of the letters, wherever they stand.
  fileprivate func made(in text: String) -> String {
    let (bytes, wanted) = (Array(text.utf8), Array(letters.utf8))
    guard !wanted.isEmpty else { return text }
    var made: [UInt8] = []
    made.reserveCapacity(bytes.count + replacement.utf8.count)
    var at = 0
    while at < bytes.count {
      if bytes[at] == wanted[0], bytes[at...].starts(with: wanted) {
        made.append(contentsOf: replacement.utf8)
        at += wanted.count
      } else {
        made.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: made, as: UTF8.self)
  }
}

/// New words in an ad.
public struct Rewording: Hashable, Sendable {
  /// What stands there then; empty where words are only taken out.
  public var text: String
  /// What a person no longer reads.
  public var read: ByteRange<Prose>
  /// What is no longer written. Where it is less than ``read``, the format has no more to write: an
  /// empty paragraph of HTML is no line.
  public var written: ByteRange<Prose>

  /// `text` in the place of `words`.
  public init(_ text: String, for words: ByteRange<Prose>) {
    self.text = text
    (read, written) = (words, words)
  }
}
