/// A version of a repository.
public struct Checkout: Hashable, Sendable {
  /// Where the repository is, as an absolute URI without a user and a password.
  public let uri: String
  /// The commit, such as the hexadecimal digits of git.
  public var revision: String
  /// The branch, or empty.
  public var branch: String

  /// The version `revision` of the repository at `remote`, as git spells its address: with the name
  /// and the password of somebody, perhaps, which no report should tell, or as `git@host:path`.
  public init(remote: String, revision: String, branch: String = "") {
    uri = Self.uri(of: remote)
    self.revision = revision
    self.branch = branch
  }

  private static func uri(of remote: String) -> String {
    let colon = remote.firstIndex(of: ":") ?? remote.endIndex
    let scheme = remote[..<colon]
    let rest = remote[colon...]
    if rest.hasPrefix("://") {
      let host = withoutUser(rest.dropFirst(3))
      return "\(scheme)://\(ReportPath.encoded(String(host), alsoPlain: ":[]%?"))"
    }
    if remote.hasPrefix("/") || rest.isEmpty {
      return "file://" + (remote.hasPrefix("/") ? "" : "/") + ReportPath.encoded(remote)
    }
    return "ssh://\(withoutUser(scheme))/\(ReportPath.encoded(String(rest.dropFirst())))"
  }

  /// `address` without what stands before the last `@` of its first part.
  private static func withoutUser(_ address: Substring) -> Substring {
    let host = address.prefix { $0 != "/" }
    guard let at = host.lastIndex(of: "@") else { return address }
    return address[address.index(after: at)...]
  }
}
