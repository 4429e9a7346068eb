import Reporting

extension Git {
  /// The version of the repository whose root is `folder`, as its remote `origin` has it; `nil` where
  /// it is none, or where the remote is a folder of this machine, whose paths no report tells.
  static func checkout(of folder: String) -> Checkout? {
    guard line(["rev-parse", "--show-prefix"], in: folder) == "",
      let remote = line(["config", "--get", "remote.origin.url"], in: folder),
      let revision = line(["rev-parse", "HEAD"], in: folder)
    else { return nil }
    let branch = line(["symbolic-ref", "--quiet", "--short", "HEAD"], in: folder)
    let checkout = Checkout(remote: remote, revision: revision, branch: branch ?? "")
    return checkout.uri.hasPrefix("file:") ? nil : checkout
  }
}
