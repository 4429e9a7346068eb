import Reporting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Output {
  /// Writes `patch` to standard output: byte for byte into files and for other programs, which apply
  /// it, and harmless where people or a build server read it, which obey what ads say.
  static func write(patch: [UInt8]) throws(Failure) {
    let isShown = isTerminal(1) || isBuildServer && !isFile(1)
    let text = isShown ? SafeText.lines(String(decoding: patch, as: UTF8.self)) : nil
    try write(text.map { Array($0.utf8) } ?? patch, to: 1, name: "standard output")
  }

  /// Whether a build server keeps a log of what is printed, by the variables that these set.
  private static var isBuildServer: Bool {
    ["CI", "GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION"].contains {
      !["", "false"].contains(environment($0) ?? "")
    }
  }

  /// Whether `descriptor` is a file: fstat(2).
  private static func isFile(_ descriptor: Int32) -> Bool {
    var found = stat()
    return unsafe fstat(descriptor, &found) == 0 && found.st_mode & S_IFMT == S_IFREG
  }
}
