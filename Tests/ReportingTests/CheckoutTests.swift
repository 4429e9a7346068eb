import Reporting
import Testing

@Suite struct CheckoutTests {
  @Test(arguments: [
    ("https://github.com/a/b.git", "https://github.com/a/b.git"),
    ("https://me:secret@github.com/a/b.git", "https://github.com/a/b.git"),
    ("https://host:8443/a b", "https://host:8443/a%20b"),
    ("git@github.com:a/b.git", "ssh://github.com/a/b.git"),
    ("ssh://git@host/a", "ssh://host/a"), ("/srv/ads.git", "file:///srv/ads.git"),
  ])
  func `tells where a repository is, but not who may read it`(remote: String, uri: String) {
    #expect(Checkout(remote: remote, revision: "1").uri == uri)
  }
}
