/// Paths as texts, with `/` between folders; nothing here looks at a disk.
public enum FilePath {
  /// `path` without `.`, `..` and doubled slashes; a relative one is told from `folder`, an
  /// absolute path.
  public static func absolute(_ path: String, from folder: String) -> String {
    let whole = path.hasPrefix("/") ? path : folder + "/" + path
    var names: [String] = []
    for name in Self.names(of: whole) where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    return "/" + names.joined(separator: "/")
  }

  /// The folder that the absolute `path` is in; that of the root is the root.
  public static func folder(of path: String) -> String {
    let names = names(of: path).dropLast()
    return "/" + names.joined(separator: "/")
  }

  /// The way from the absolute `folder` to the absolute `path` beneath it; `nil` for a path that is
  /// not beneath it.
  public static func relative(_ path: String, to folder: String) -> String? {
    let (names, above) = (names(of: path), names(of: folder))
    guard names.count > above.count, names.starts(with: above) else { return nil }
    return names.dropFirst(above.count).joined(separator: "/")
  }

  /// The folders from `folder` up to the root, both included; `folder` is an absolute path.
  public static func upward(from folder: String) -> [String] {
    let names = names(of: folder)
    return (0...names.count).reversed().map { "/" + names.prefix($0).joined(separator: "/") }
  }

  /// The names of the folders and of the file of `path`, in their order.
  private static func names(of path: String) -> [String] {
    path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
  }
}
