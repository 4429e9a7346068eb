/// The JSON pointer (RFC 6901) to a value of a record, as far as it is told.
///
/// A long name may stand around many values, each of which would repeat it. What is farther in than
/// the limit goes by what is around it.
struct ValuePointer {
  private(set) var text = ""
  /// Whether it leads to what is around the value.
  private var isCut = false

  /// The longest that is told, in bytes.
  static let limit = 256

  /// The pointer to what stands inside at `step`, a name or the number of an item.
  func appending(_ step: String) -> ValuePointer {
    if isCut { return self }
    var inner = self
    let longer = text + "/" + step.escapedForPointer
    if longer.utf8.count > Self.limit { inner.isCut = true } else { inner.text = longer }
    return inner
  }
}

extension String {
  /// It as RFC 6901 writes a name in a pointer.
  var escapedForPointer: String {
    guard utf8.contains(where: { $0 == 0x7E || $0 == 0x2F }) else { return self }
    return unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "~": escaped += "~0"
      case "/": escaped += "~1"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }
}
