/// Where a setting comes from.
public enum Origin: Hashable, Sendable, CustomStringConvertible {
  /// An entry of a configuration; line and column are 1-based, the column in characters.
  case file(String, line: Int, column: Int)
  /// An option of the command line, such as `--disable`.
  case option(String)

  /// As `config show` tells it, such as `.hirelint.yml:3`.
  public var description: String {
    switch self {
    case .file(let path, let line, _): "\(path):\(line)"
    case .option(let name): name
    }
  }
}

/// A value of a configuration, and where it comes from.
public struct Placed<Value: Sendable>: Sendable {
  public var value: Value
  public var origin: Origin

  public init(_ value: Value, _ origin: Origin) {
    self.value = value
    self.origin = origin
  }
}
