import AdModel

extension Problem {
  /// An archive that cannot be read at all.
  init(_ fault: ZipDirectory.Fault, inArchive path: String) {
    let what =
      switch fault {
      case .disk(let failure): "cannot be read (\(failure.reason)); check its permissions"
      case .noTable: "has no table of contents at its end; fetch or pack it again"
      case .cutTable: "is damaged: its table of contents does not fit it; fetch or pack it again"
      case .severalDisks: "is one part of several; pack it as one file"
      case .overlap:
        "has members that share their bytes, as only those made to do harm have; pack it anew"
      case .bomb:
        "says that it unpacks to more than \(Gzip.ratioLimit) times its size, so it was not read; if"
          + " it is what it should be, unpack it first"
      }
    self.init(id: "unreadable-zip", file: path, message: "This ZIP archive \(what).")
  }

  /// A member that cannot be read, or should not be.
  init?(refusing member: ZipDirectory.Member, at path: String) {
    if member.isUnsafe {
      let archive = String(path.dropLast(member.name.count + 1))
      self.init(
        id: "unsafe-member", file: archive,
        message: "The path “\(member.name)” in this archive leads out of it or holds signs that no"
          + " path has, so the file was not read; pack it anew.")
    } else if ZipArchive.isNamed(member.name) {
      self.init(
        id: "nested-archive", file: path,
        message: "Archives inside archives are not opened; unpack this one first.")
    } else if member.isEncrypted {
      self.init(
        id: "encrypted-member", file: path,
        message: "This file is encrypted in its archive; pack it without a password.")
    } else if member.method != 0 && member.method != 8 {
      self.init(
        id: "unsupported-member", file: path,
        message:
          "This file is packed by method \(member.method), and only Deflate (8) is read; pack"
          + " it as ZIP programs do if not told otherwise.")
    } else {
      return nil
    }
  }

  /// A member that does not unpack to what its archive says.
  init(damagedMember path: String) {
    self.init(
      id: "damaged-member", file: path,
      message: "This file is damaged in its archive: its size or its checksum is another; fetch or"
        + " pack the archive again.")
  }

  /// A second member of the same name.
  init(repeatedMember path: String) {
    self.init(
      id: "repeated-member", file: path,
      message: "The archive has two files of this name, and only the first was read; give each a"
        + " name of its own.")
  }
}

extension ZipDirectory.Member {
  /// Whether its path leads out of the archive, or means another one elsewhere.
  fileprivate var isUnsafe: Bool {
    let bytes = name.utf8
    return bytes.isEmpty || bytes.first == 0x2F || bytes.dropFirst().first == 0x3A
      || bytes.contains { $0 < 0x20 || $0 == 0x5C || $0 == 0x7F }
      || name.split(separator: "/").contains { $0 == ".." || $0 == "." }
  }
}
