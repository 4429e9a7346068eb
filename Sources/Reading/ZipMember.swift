import AdModel

/// A file in a ZIP archive on disk, which goes by `ads.zip!leeds/chef.md`: the path of the archive, an
/// exclamation mark, and the path in it.
struct ZipMember {
  private let path: String
  private let archive: ZipArchive
  private let member: ZipDirectory.Member

  /// The member that `path` names, or `nil` if it names none.
  init?(path: String) throws(Problem) {
    guard case .member(let name, let container) = Packing(memberNamed: path) else { return nil }
    let archive = try ZipArchive.open(container)
    guard let member = archive.member(named: name) else { return nil }
    self.path = path
    self.archive = archive
    self.member = member
  }

  /// The number of its bytes.
  var size: Int { member.size }

  /// Its bytes, if there are not more than `limit`.
  func bytes(limit: Int) throws(Problem) -> [UInt8] {
    if let refusal = Problem(refusing: member, at: path) { throw refusal }
    if member.size > limit { throw .tooLarge(path, limit: limit) }
    var bytes: [UInt8]?
    do throws(Disk.Failure) {
      bytes = try member.unpacked(from: archive.file)
    } catch {
      throw .unreadable(path, error)
    }
    guard let bytes else { throw Problem(damagedMember: path) }
    return bytes
  }
}

extension Packing {
  /// How the member of an archive is packed that `path` names, as `archive.zip!member`; `nil` where it
  /// names none.
  init?(memberNamed path: String) {
    let mark = path.ranges(of: "!").first { ZipArchive.isNamed(path[..<$0.lowerBound]) }
    guard let mark, !Disk.exists(path) else { return nil }
    self = .member(
      name: String(path[mark.upperBound...]), archive: String(path[..<mark.lowerBound]))
  }
}
