/// Where hirelint lives.
enum Project {
  static let name = "hirelint"
  static let page = "https://github.com/hirelint/hirelint"

  /// The page that explains the rule `id`.
  static func page(ofRule id: String) -> String {
    // GitHub makes the anchor of a heading by leaving out what is neither letter, digit nor dash.
    let anchor = id.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    return "\(page)/blob/main/Rules/README.md#\(anchor)"
  }
}
