import AdModel
import Deferral

/// How one source of records lays an ad out: what each value tells, by the names that lead to it.
///
/// A *path* is those names joined by dots, without the numbers of lists, as in
/// `categories.location`. Case, blanks, `_` and `-` do not matter. Sources that say the same by other
/// names differ in their tables only (``Layouts``).
struct Layout: Sendable {
  /// Names that each of its records has, directly inside.
  let signs: [String]
  /// Whether what the table does not know is looked up among the usual names, however deep; else
  /// only what stands directly in the record is, and the rest is kept out of sight.
  let isOpen: Bool
  /// Whether all values are fields, though the body says some of them again, since rules look at
  /// the data themselves.
  let isKeptWhole: Bool
  /// Few layouts are ever met.
  private let table: Deferred<Table>

  private struct Table: Sendable {
    var entries: [String: Entry] = [:]
    let ids: Set<String>

    init(
      _ ids: String, _ parts: KeyValuePairs<Part, String>, _ headings: String,
      _ copies: KeyValuePairs<String, String>, _ labels: KeyValuePairs<String, String>,
      _ pay: KeyValuePairs<PayLine.Piece, String>
    ) {
      self.ids = Set(Layout.paths(ids))
      for (part, paths) in parts {
        for path in Layout.paths(paths) { entries[path] = Entry(part: part) }
      }
      for path in Layout.paths(headings) { entries[path] = Entry(part: .body, role: .heading) }
      for (paths, originals) in copies {
        for path in Layout.paths(paths) {
          entries[path] = Entry(
            part: entries[path]?.part ?? .body, role: .copy(of: Layout.paths(originals)))
        }
      }
      for (label, value) in labels {
        for path in Layout.paths(label) { entries[path] = Entry(role: .label) }
        for path in Layout.paths(value) { entries[path] = Entry(role: .labelled) }
      }
      for (piece, paths) in pay {
        for path in Layout.paths(paths) {
          entries[path] = Entry(part: entries[path]?.part ?? .other, role: .pay(piece))
        }
      }
    }
  }

  /// What the value at one path is.
  private struct Entry: Sendable {
    var part = Part.other
    var role = Role.value
  }

  /// What a value is for, beside what it tells.
  enum Role: Sendable {
    case value
    /// The heading of the text that follows.
    case heading
    /// The same words once more, where there is something at one of these paths.
    case copy(of: [String])
    /// What the value beside it tells, as in `{"name": "Salary range", "value": "£30k"}`.
    case label
    case labelled
    /// A piece of the pay.
    case pay(PayLine.Piece)
  }

  /// A layout, known by `signs`; paths have blanks between them. Of `ids`, the first in the record
  /// names it.
  init(
    signs: String = "", isOpen: Bool = false, isKeptWhole: Bool = false, ids: String = "",
    parts: KeyValuePairs<Part, String> = [:], headings: String = "",
    copies: KeyValuePairs<String, String> = [:], labels: KeyValuePairs<String, String> = [:],
    pay: KeyValuePairs<PayLine.Piece, String> = [:]
  ) {
    self.signs = Self.paths(signs)
    self.isOpen = isOpen
    self.isKeptWhole = isKeptWhole
    table = Deferred {
      Table(ids, parts, headings, copies, labels, pay)
    }
  }

  /// What the value at `path` tells, or `nil` if the table does not know it.
  func part(at path: String) -> Part? { table.value.entries[path]?.part }

  /// What the value at `path` is for.
  func role(at path: String) -> Role { table.value.entries[path]?.role ?? .value }

  /// Whether the value at `path` tells records apart.
  func isID(at path: String) -> Bool { table.value.ids.contains(path) }

  /// The path of `name` inside what stands at `outer`; inside what no table knows for its length, that
  /// of `outer`.
  static func path(_ outer: String, _ name: String) -> String {
    guard outer.utf8.count <= ValuePointer.limit else { return outer }
    let key = FieldNames.key(name.utf8)
    return outer.isEmpty ? key : outer + "." + key
  }

  /// The paths that a table writes with blanks between them.
  private static func paths(_ paths: String) -> [String] {
    paths.split(separator: " ").map { FieldNames.key($0.utf8) }
  }
}

extension Layouts {
  /// The layout whose signs are all among the `names` of what stands directly in a record.
  static func layout(naming names: some Sequence<Range<Int>>, in text: [UInt8]) -> Layout? {
    var found: UInt64 = 0
    for name in names { found |= signs[text.span.extracting(name)] ?? 0 }
    if found == 0 { return nil }
    return all.indices.first { found & masks[$0] == masks[$0] }.map { all[$0] }
  }

  /// For each name that is a sign, a bit for each layout that it is a sign of and its number there.
  private static let signs: NameTable<UInt64> = {
    var signs = NameTable<UInt64>()
    for (number, layout) in all.enumerated() {
      precondition(layout.signs.count <= width && (number + 1) * width <= UInt64.bitWidth)
      for (index, sign) in layout.signs.enumerated() {
        let known = signs[sign.utf8Span.span] ?? 0
        signs.set(sign.utf8Span.span, to: known | 1 << UInt64(number * width + index))
      }
    }
    return signs
  }()

  /// All bits of each layout.
  private static let masks: [UInt64] = all.enumerated().map { number, layout in
    ((1 << UInt64(layout.signs.count)) - 1) << UInt64(number * width)
  }

  /// The most signs of a layout.
  private static let width = 4
}
