import AdModel

/// The pay of a JobPosting as one line for people: “GBP 30000 to 35000 per year”.
///
/// The data have it in pieces, none of which says by itself what is paid.
struct PostingPay {
  private var pieces: [(kind: Kind, value: Record.Value)] = []
  /// Where the pieces hang together.
  let pointer: String

  private enum Kind { case currency, amount, minimum, maximum, unit }

  /// The pay among the `values` of a JobPosting, if an amount is.
  init?(_ values: [Record.Value]) {
    var kinds: Set<Kind> = []
    var pointer = ""
    for value in values {
      guard let kind = Self.kinds[value.path], !value.place.isEmpty else { continue }
      guard value.kind == .number || value.kind == .text else { continue }
      guard kinds.insert(kind).inserted else { continue }
      if kind != .currency { pointer = value.pointer }
      pieces.append((kind, value))
    }
    guard !kinds.isDisjoint(with: [.amount, .minimum, .maximum]) else { return nil }
    let steps = pointer.split(separator: "/")
    let salary = steps.prefix { $0 != "baseSalary" }.count
    self.pointer = steps.prefix(salary + 1).map { "/" + $0 }.joined()
    pieces.sort { $0.value.place.lowerBound < $1.value.place.lowerBound }
  }

  /// All of it in the file, and what stands between the pieces.
  var place: ByteRange<Source> {
    ByteRange(pieces[0].value.place.lowerBound, pieces[pieces.count - 1].value.place.upperBound)
  }

  /// Appends the line, whose pieces stand in `text`.
  func append(
    _ text: [UInt8], to prose: inout [UInt8], _ map: inout SourceMap<Prose, Source>
  ) {
    var last: (kind: Kind, value: Record.Value)?
    for piece in pieces {
      if let last {
        let isRange = last.kind == .minimum && piece.kind == .maximum
        let isTurned = last.kind == .maximum && piece.kind == .minimum
        let glue: StaticString = isRange ? " to " : isTurned ? "; " : " "
        write(
          glue, for: last.value.place.upperBound..<last.value.place.upperBound, to: &prose, &map)
      }
      let isUnit = piece.kind == .unit
      if isUnit, let unit = Self.units[Array(text[piece.value.place])] {
        write(unit, for: piece.value.place, to: &prose, &map)
      } else {
        piece.value.spelling.decode(text, piece.value.place, into: &prose, &map)
      }
      last = piece
    }
  }

  private func write(
    _ words: StaticString, for range: Range<Int>, to prose: inout [UInt8],
    _ map: inout SourceMap<Prose, Source>
  ) {
    prose += String(describing: words).utf8
    map.append(rewritten: ByteRange(range), as: words.utf8CodeUnitCount)
  }

  private static let units: [[UInt8]: StaticString] = [
    Array("HOUR".utf8): "per hour", Array("DAY".utf8): "per day", Array("WEEK".utf8): "per week",
    Array("MONTH".utf8): "per month", Array("YEAR".utf8): "per year",
  ]

  private static let kinds: [String: Kind] = [
    "salaryCurrency": .currency, "baseSalary.currency": .currency,
    "baseSalary.value": .amount, "baseSalary.value.value": .amount, "baseSalary.price": .amount,
    "baseSalary.minValue": .minimum, "baseSalary.value.minValue": .minimum,
    "baseSalary.maxValue": .maximum, "baseSalary.value.maxValue": .maximum,
    "baseSalary.unitText": .unit, "baseSalary.value.unitText": .unit,
  ]
}
