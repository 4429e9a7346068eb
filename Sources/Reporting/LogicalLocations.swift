import AdModel

/// The tree of files, ads and fields in which SARIF's results stand, in the order in which the
/// results first need them.
struct LogicalLocations: Sendable {
  /// One place of the tree.
  struct Place: Sendable {
    var index: Int
    var name: String
    var fullName: String
    var kind: String

    /// Its members; those `withIndex` lead to the array of the run.
    func write(withIndex: Bool, in json: inout JSONWriter) {
      if withIndex { json.member("index", index) }
      json.member("fullyQualifiedName", fullName)
      json.member("name", name)
      json.member("kind", kind)
    }
  }

  /// The places so far, for the array `logicalLocations` of the run.
  private(set) var spool = Spool(elementsAt: 4)
  private var count = 0
  /// The file and the ad that came last, with the fields of that ad.
  private var file: (number: Int, place: Place)?
  private var ad: (file: Int, number: Int, place: Place)?
  private var fields: [String: Place] = [:]

  /// The field and the ad in which `finding` stands, the innermost first; in a document, the `line`
  /// in front of them.
  mutating func chain(
    to finding: Finding, of verdict: Verdict, in path: ReportPath, file number: Int,
    line: String? = nil
  ) -> [Place] {
    if file?.number != number {
      file = (number, add(path.name, path.path, "module", under: nil))
    }
    let isMarkup = ["xml", "rss", "html", "htm"].contains(path.suffix)
    let summary = verdict.ad
    if ad?.file != number || ad?.number != summary.index {
      let ordinal = summary.namesake > 1 ? ":\(summary.namesake)" : ""
      let name = "\(path.path)#\(summary.id)\(ordinal)"
      let kind = isMarkup ? "element" : "object"
      let place = add(summary.id, name, kind, under: file?.place.index, score: verdict.score)
      ad = (number, summary.index, place)
      fields = [:]
    }
    guard let adPlace = ad?.place else { return [] }
    let field = finding.field.isEmpty ? "ad" : finding.field
    let place =
      fields[field]
      ?? add(
        field, "\(adPlace.fullName)/\(field)", isMarkup ? "element" : "property",
        under: adPlace.index)
    fields[field] = place
    guard let line else { return [place, adPlace] }
    let name = "\(place.fullName)/\(line)"
    let inner = fields[name] ?? add(line, name, "element", under: place.index)
    fields[name] = inner
    return [inner, place, adPlace]
  }

  private mutating func add(
    _ name: String, _ fullName: String, _ kind: String, under parent: Int?, score: Score? = nil
  ) -> Place {
    let place = Place(index: count, name: name, fullName: fullName, kind: kind)
    count += 1
    spool.object { json in
      json.member("name", name)
      json.member("fullyQualifiedName", fullName)
      json.member("kind", kind)
      if let parent { json.member("parentIndex", parent) }
      if let score {
        json.member("properties", .object) {
          $0.member("hirelint/score", score.points)
          $0.member("hirelint/band", score.band)
        }
      }
    }
    return place
  }
}
