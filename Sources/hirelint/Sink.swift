import AdModel
import Reporting

/// A report that is being written, and the file that it goes to.
struct Sink {
  private var reporter: any Reporter
  private let descriptor: Int32
  private let name: String
  private let showsExempt: Bool
  private var buffer: [UInt8] = []

  init(
    _ reporter: any Reporter, descriptor: Int32, name: String, showsExempt: Bool = false
  ) {
    self.showsExempt = showsExempt
    self.reporter = reporter
    self.descriptor = descriptor
    self.name = name
  }

  /// Whether the report names the digests of the files and of the rules.
  var needsDigests: Bool { !(reporter is TextReporter) }

  /// Whether the report tells of findings that do not count.
  var tellsExemptions: Bool { showsExempt || type(of: reporter).tellsExemptions }

  /// Lets the reporter write, and passes on what has gathered.
  mutating func write(_ step: (inout any Reporter, inout [UInt8]) -> Void) throws {
    step(&reporter, &buffer)
    if buffer.count >= 1 << 18 { try flush() }
  }

  /// Writes what has gathered.
  mutating func flush() throws {
    try Output.write(buffer, to: descriptor, name: name)
    buffer.removeAll(keepingCapacity: true)
  }
}
