/// The places of the names met so far, so that the line of a name is read once.
struct NameCache {
  private struct Name {
    var places: Range<Int32>
    var marks: Marks
  }

  private var names: [Int: Name] = [:]
  private var places: [Place] = []

  /// The most places that are kept, so that hostile ads cannot fill the memory.
  private static let most = 50_000

  /// Adds the places of the line at `line` of the table, postcodes and quarters named like streets left out; its marks.
  mutating func add(line: Int, of table: PlaceTable, to candidates: inout [Place]) -> Marks {
    let name = names[line] ?? read(line, of: table)
    for index in name.places { candidates.append(places[Int(index)]) }
    return name.marks
  }

  private mutating func read(_ line: Int, of table: PlaceTable) -> Name {
    if places.count > Self.most { self = NameCache() }
    let start = places.count
    table.places(line: line, into: &places)
    let isStreet = table.namesStreet(line: line)
    let end = places[start...].partition {
      $0.kind == .postcode || isStreet && $0.kind == .town && $0.population < 50_000
    }
    places.removeSubrange(end...)
    let name = Name(
      places: Int32(start)..<Int32(end), marks: table.marks(line: line))
    names[line] = name
    return name
  }
}
