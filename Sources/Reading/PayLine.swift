import AdModel

/// The pay of a record as one line for people: “GBP 30000 to 35000 per year”.
///
/// The data have it in pieces, none of which says by itself what is paid.
struct PayLine {
  /// What a value says of the pay.
  enum Piece: Hashable, Sendable {
    case currency, amount, minimum, maximum, minimumInCents, maximumInCents, unit

    var isMinimum: Bool { self == .minimum || self == .minimumInCents }
    var isMaximum: Bool { self == .maximum || self == .maximumInCents }
    var isInCents: Bool { self == .minimumInCents || self == .maximumInCents }
  }

  private typealias Part = (piece: Piece, value: Record.Value)
  /// In the order of the file.
  private var parts: [Part] = []
  /// Leads to what they hang together in; the last name of it is what the pay goes by.
  let pointer: String

  /// The pay among the `values` of a record at `root`, if an amount is.
  init?(_ values: [Record.Value], in layout: Layout, root: String) {
    var found: Set<Piece> = []
    var pointer = ""
    for value in values {
      guard case .pay(let piece) = layout.role(at: value.path), !value.place.isEmpty,
        value.kind == .number || value.kind == .text
      else { continue }
      guard found.insert(piece).inserted else { continue }
      if piece != .currency { pointer = value.pointer }
      parts.append((piece, value))
    }
    guard found.contains(.amount) || found.contains(where: { $0.isMinimum || $0.isMaximum }) else {
      return nil
    }
    let steps = pointer.split(separator: "/")
    let depth = root.split(separator: "/").count + 1
    self.pointer = steps.prefix(depth).map { "/" + $0 }.joined()
    parts.sort { $0.value.place.lowerBound < $1.value.place.lowerBound }
  }

  /// What the pay goes by in the record.
  var name: String { pointer.split(separator: "/").last.map(String.init) ?? "" }

  /// All of it in the file, and what stands between the parts.
  var place: ByteRange<Source> {
    ByteRange(parts[0].value.place.lowerBound, parts[parts.count - 1].value.place.upperBound)
  }

  /// Appends the line, whose parts stand in `text`.
  ///
  /// A file that has the parts in another order than people do leads back as a whole only.
  func append(
    _ text: [UInt8], to prose: inout [UInt8], _ map: inout SourceMap<Prose, Source>
  ) {
    if isInOrder(in: text) { return write(parts, of: text, to: &prose, &map) }
    var line: [UInt8] = []
    var unused = SourceMap<Prose, Source>()
    write(parts.sorted { Self.rank($0.piece) < Self.rank($1.piece) }, of: text, to: &line, &unused)
    prose += line
    map.append(rewritten: place, as: line.count)
  }

  /// Whether the lower end comes right before the upper one, and no known unit before the currency.
  private func isInOrder(in text: [UInt8]) -> Bool {
    let unit = parts.firstIndex { $0.piece == .unit && Self.words(for: $0, in: text) != nil }
    let currency = parts.firstIndex { $0.piece == .currency }
    if let unit, let currency, unit < currency { return false }
    let ends = parts.indices.filter { parts[$0].piece.isMinimum || parts[$0].piece.isMaximum }
    return ends.count < 2 || parts[ends[0]].piece.isMinimum && ends[1] == ends[0] + 1
  }

  private static func rank(_ piece: Piece) -> Int {
    switch piece {
    case .currency: 0
    case .amount: 1
    case .minimum, .minimumInCents: 2
    case .maximum, .maximumInCents: 3
    case .unit: 4
    }
  }

  private func write(
    _ parts: [Part], of text: [UInt8], to prose: inout [UInt8],
    _ map: inout SourceMap<Prose, Source>
  ) {
    var last: Part?
    for part in parts {
      if let last {
        let upper = last.value.place.upperBound
        let isRange = last.piece.isMinimum && part.piece.isMaximum
        write(isRange ? " to " : " ", for: upper..<upper, to: &prose, &map)
      }
      write(part, of: text, to: &prose, &map)
      last = part
    }
  }

  private func write(
    _ part: Part, of text: [UInt8], to prose: inout [UInt8], _ map: inout SourceMap<Prose, Source>
  ) {
    let place = part.value.place
    if part.piece == .unit, let words = Self.words(for: part, in: text) {
      return write(words, for: place, to: &prose, &map)
    }
    guard part.piece.isInCents, place.count > 2, text[place].allSatisfy(\.isDigit) else {
      return part.value.spelling.decode(text, place, into: &prose, &map)
    }
    let cents = place.upperBound - 2
    part.value.spelling.decode(text, place.lowerBound..<cents, into: &prose, &map)
    if text[cents] == 0x30, text[cents + 1] == 0x30 { return }
    write(".", for: cents..<cents, to: &prose, &map)
    part.value.spelling.decode(text, cents..<place.upperBound, into: &prose, &map)
  }

  private func write(
    _ words: StaticString, for range: Range<Int>, to prose: inout [UInt8],
    _ map: inout SourceMap<Prose, Source>
  ) {
    prose += String(describing: words).utf8
    map.append(rewritten: ByteRange(range), as: words.utf8CodeUnitCount)
  }

  private static func words(for unit: Part, in text: [UInt8]) -> StaticString? {
    units[FieldNames.key(text[unit.value.place])]
  }

  /// The words for a period, by what data call it: schema.org's `unitText`, Lever's `interval`,
  /// LinkedIn's `period` and their like, as ``FieldNames/key(_:)`` has them.
  private static let units: [String: StaticString] = {
    var units: [String: StaticString] = [:]
    func add(_ words: StaticString, _ names: String) {
      for name in names.split(separator: " ") { units[String(name)] = words }
    }
    add("per hour", "hour hourly perhour perhourwage perhoursalary")
    add("per day", "day daily perday perdaywage perdaysalary")
    add("per week", "week weekly perweek perweekwage perweeksalary")
    add("per month", "month monthly permonth permonthwage permonthsalary")
    add("per year", "year yearly annual annually annum peryear peryearsalary perannum")
    return units
  }()
}
