internal import AdModel

/// The JobPosting of schema.org that an ad is, or that its page holds: its values by their paths.
struct Posting: Sendable {
  /// The value that says that it is one.
  let type: Field
  private let values: [(path: String, field: Field)]

  /// The JobPosting of `ad`, if it has one.
  init?(of ad: Ad) {
    guard let index = ad.fields.indices.first(where: { Self.isType(ad.fields[$0], ad.prose) })
    else { return nil }
    type = ad.fields[index]
    let root = type.pointer.prefix(type.pointer.utf8.count - Self.tail(of: type.pointer))
    values = ad.fields.compactMap { field in
      guard !field.pointer.isEmpty, field.pointer.hasPrefix(root) else { return nil }
      return (Self.path(field.pointer.dropFirst(root.count)), field)
    }
  }

  /// All values at `path`, such as `hiringOrganization.name`, in the order of the ad.
  func fields(at path: String) -> [Field] {
    values.filter { $0.path == path && !$0.field.place.isEmpty }.map(\.field)
  }

  /// The values at `path` and in what stands there, without the names of types.
  func fields(in path: String) -> [Field] {
    values.filter { value in
      !value.field.place.isEmpty && value.path.hasPrefix(path) && !value.path.hasSuffix("@type")
        && (value.path.utf8.count == path.utf8.count || value.path.hasPrefix(path + "."))
    }.map(\.field)
  }

  /// The value at `path` that is there and says nothing.
  func empty(at path: String) -> Field? {
    values.first { $0.path == path && $0.field.place.isEmpty }?.field
  }

  /// What is nearest to the missing `path`: a value of the object that should have it, or its type.
  func neighbour(of path: String) -> Field {
    var steps = path.split(separator: ".").dropLast()
    while !steps.isEmpty {
      if let field = fields(in: steps.joined(separator: ".")).first { return field }
      steps = steps.dropLast()
    }
    return type
  }

  /// Whether `condition` holds: a path that says something, or `path=value`.
  func holds(_ condition: String, in ad: Ad) -> Bool {
    let sides = condition.split(separator: "=", maxSplits: 1).map(String.init)
    guard sides.count == 2 else { return !fields(in: condition).isEmpty }
    return fields(at: sides[0]).contains { ad.text(at: $0.place) == sides[1] }
  }

  // MARK: Names

  /// Whether the field is the `@type`, or one of several, and names a JobPosting.
  private static func isType(_ field: Field, _ prose: [UInt8]) -> Bool {
    guard field.part == .other, field.place.count >= posting.count else { return false }
    return prose[field.place.utf8].suffix(posting.count).elementsEqual(posting)
      && tail(of: field.pointer) > 0
  }

  /// The length of `@type` or `@type/0` at the end of a pointer; 0 where it ends otherwise.
  private static func tail(of pointer: String) -> Int {
    if pointer.hasSuffix("/@type") { return "@type".utf8.count }
    let steps = pointer.split(separator: "/").suffix(2)
    guard steps.first == "@type", steps.count == 2 else { return 0 }
    return steps.reduce(1) { $0 + $1.utf8.count }
  }

  /// The names of a pointer, without the numbers of lists.
  private static func path(_ pointer: Substring) -> String {
    pointer.split(separator: "/").filter { Int($0) == nil }.joined(separator: ".")
  }

  private static let posting = Array("JobPosting".utf8)
}
