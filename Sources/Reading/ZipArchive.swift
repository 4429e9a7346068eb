import AdModel
import Synchronization

/// A ZIP archive on disk and its table.
final class ZipArchive: Sendable {
  let path: String
  let file: DiskFile
  let directory: ZipDirectory
  /// The numbers of its members by their names; of several that go by the same, the first.
  private let numbers: [String: Int]

  private init(path: String, file: DiskFile, directory: ZipDirectory) {
    self.path = path
    self.file = file
    self.directory = directory
    numbers = Dictionary(
      zip(directory.members.lazy.map(\.name), directory.members.indices),
      uniquingKeysWith: { first, _ in first })
  }

  /// The member that goes by `name`.
  func member(named name: String) -> ZipDirectory.Member? {
    numbers[name].map { directory.members[$0] }
  }

  /// The archive that was opened last: its members are read one after another, and its table only
  /// once.
  private static let last = Mutex<ZipArchive?>(nil)

  /// The archive at `path`.
  static func open(_ path: String) throws(Problem) -> ZipArchive {
    var file: DiskFile
    do throws(Disk.Failure) {
      file = try DiskFile(path: path)
    } catch {
      throw .unreadable(path, error)
    }
    let known = last.withLock { $0 }
    if let known, known.path == path, known.file.isSame(as: file) { return known }
    do throws(ZipDirectory.Fault) {
      let archive = ZipArchive(path: path, file: file, directory: try ZipDirectory(of: file))
      last.withLock { $0 = archive }
      return archive
    } catch {
      throw Problem(error, inArchive: path)
    }
  }

  /// Whether a file of this name is taken for such an archive.
  static func isNamed(_ path: some StringProtocol) -> Bool {
    path.utf8.suffix(4).map(\.lowercased).elementsEqual(".zip".utf8)
  }
}

extension ZipArchive {
  /// What can be read of an archive, and what cannot.
  struct Contents {
    /// The paths of its members, in the order of their bytes.
    var paths: [String] = []
    var problems: [Problem] = []
  }

  /// The members whose names end in one of `endings`; hidden ones and those in `skipped` folders are
  /// left out, as in a folder.
  func contents(endingIn endings: Set<String>, skipping skipped: Set<String>) -> Contents {
    var contents = Contents()
    var seen: Set<String> = []
    let sorted = directory.members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    for member in sorted where !member.isFolder && !member.isLink {
      let steps = member.name.split(separator: "/", omittingEmptySubsequences: false)
      let isPassedOver = steps.contains { step in
        step.hasPrefix(".") && step != ".." && step != "." || step == "__MACOSX"
          || skipped.contains(String(step))
      }
      let isAd = endings.contains(Readers.fileExtension(of: member.name))
      guard !isPassedOver, isAd || Self.isNamed(member.name) else { continue }
      let path = "\(self.path)!\(member.name)"
      if !seen.insert(member.name).inserted {
        contents.problems.append(Problem(repeatedMember: path))
      } else if let refusal = Problem(refusing: member, at: path) {
        contents.problems.append(refusal)
      } else {
        contents.paths.append(path)
      }
    }
    return contents
  }
}
