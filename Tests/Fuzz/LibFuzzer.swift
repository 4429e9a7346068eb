#if LIBFUZZER
  import CLibFuzzer
  import Foundation

  /// Lets libFuzzer make the documents: it keeps those that reach code which none before has reached.
  enum LibFuzzer {
    /// What reads the documents.
    nonisolated(unsafe) private static var target = Target.all[0]

    /// Runs `target` with documents that begin as those of `corpus`, and with the options that libFuzzer
    /// has. What it finds worth keeping goes into `folder`.
    static func run(
      _ target: Target, from corpus: [[UInt8]], in folder: String, _ options: [String]
    ) throws -> Never {
      unsafe self.target = target
      let documents = "\(folder)/\(target.name)"
      try FileManager.default.createDirectory(
        atPath: documents, withIntermediateDirectories: true)
      for (number, document) in corpus.enumerated() {
        try Data(document.prefix(Mutator.limit)).write(
          to: URL(filePath: "\(documents)/seed-\(number)"))
      }
      let dictionary = "\(documents).tokens"
      let lines = target.tokens.map { "\"\($0.utf8.map(escaped).joined())\"\n" }
      try lines.joined().write(toFile: dictionary, atomically: true, encoding: .utf8)
      let arguments =
        [CommandLine.arguments[0], documents, "-dict=\(dictionary)", "-timeout=10"]
        + ["-max_len=\(Mutator.limit)", "-artifact_prefix=\(folder)/"] + options
      var count = Int32(arguments.count)
      var words = unsafe arguments.map { unsafe strdup($0) } + [nil]
      let status = unsafe words.withUnsafeMutableBufferPointer { buffer in
        var start = buffer.baseAddress
        return unsafe LLVMFuzzerRunDriver(&count, &start) { bytes, size in
          let document = unsafe Array(UnsafeBufferPointer(start: bytes, count: size))
          // A trap is what tells libFuzzer that the document is one to keep.
          if let law = unsafe LibFuzzer.target.read(document) { fatalError(law) }
          return 0
        }
      }
      exit(status)
    }

    /// A byte as a dictionary of libFuzzer has it.
    private static func escaped(_ byte: UInt8) -> String {
      let digits = String(byte, radix: 16)
      return 0x20..<0x7F ~= byte && byte != 0x22 && byte != 0x5C
        ? String(UnicodeScalar(byte)) : "\\x" + (digits.count == 1 ? "0" : "") + digits
    }
  }
#endif
