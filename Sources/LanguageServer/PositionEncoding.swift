import Reporting

/// What the characters of a position count (LSP 3.17, `PositionEncodingKind`); the raw value is its
/// name.
public enum PositionEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"

  /// The first of what a client offers that we know; UTF-16 where it offers nothing.
  public init(offered: [String]) {
    self = offered.lazy.compactMap { Self(rawValue: $0) }.first ?? .utf16
  }

  /// The same as a unit of columns.
  var unit: LineIndex.Unit {
    switch self {
    case .utf8: .utf8
    case .utf16: .utf16
    case .utf32: .scalars
    }
  }
}
