/// Where hirelint lives.
enum Project {
  static let name = "hirelint"
  static let page = "https://github.com/hirelint/hirelint"

  /// The page that explains the rule `id`: a section of what ``RuleCatalogue`` writes.
  static func page(ofRule id: String) -> String {
    "\(page)/blob/main/Rules/README.md#\(anchor(ofRule: id))"
  }

  /// The anchor of the heading `id`.
  static func anchor(ofRule id: String) -> String {
    // GitHub makes the anchor of a heading by leaving out what is neither letter, digit nor dash.
    id.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }
}
