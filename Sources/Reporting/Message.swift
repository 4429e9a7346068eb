import AdModel

/// The message of a finding, told apart: what the rule says, and the words that come from the ad.
///
/// Formats with markup show the two in different ways, so that no ad can speak for hirelint.
struct Message: Hashable, Sendable {
  enum Piece: Hashable, Sendable {
    /// Words of the rule.
    case said(String)
    /// Words of the ad, or such as are made of them.
    case words(String)
    /// The sentence on the laws that the finding goes by.
    case law(String)
  }

  let pieces: [Piece]

  /// The message of `finding` by `rule`; where the rule's braces do not tell which words are the
  /// ad's, all of them count as such.
  init(of finding: Finding, by rule: Rule?) {
    pieces = rule.flatMap { Self.pieces(of: finding, by: $0) } ?? [.words(finding.message)]
  }

  private static func pieces(of finding: Finding, by rule: Rule) -> [Piece]? {
    var pieces: [Piece] = []
    var arguments = finding.arguments[...]
    var rest = rule.message[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      guard let words = arguments.popFirst() else { return nil }
      let isLaw = !finding.laws.isEmpty && words == LegalBasis.sentence(of: finding.laws[...])
      pieces += [.said(String(rest[..<open])), isLaw ? .law(words) : .words(words)]
      rest = rest[close...].dropFirst()
    }
    pieces.append(.said(String(rest)))
    let told = pieces.reduce(into: [UInt8]()) { $0 += $1.text.utf8 }
    return told.elementsEqual(finding.message.utf8) ? pieces.filter { !$0.text.isEmpty } : nil
  }

  /// The pieces one after another, each as `said` or `words` shows it; without the sentence on laws
  /// where these are told otherwise.
  func text(
    withLaw: Bool = true, said: (String) -> String, words: (String) -> String
  ) -> String {
    pieces.map { piece in
      switch piece {
      case .said(let text): said(text)
      case .law(let text): withLaw ? said(text) : ""
      case .words(let text): words(text)
      }
    }.joined()
  }
}

extension Message.Piece {
  var text: String {
    switch self {
    case .said(let text), .words(let text), .law(let text): text
    }
  }
}
