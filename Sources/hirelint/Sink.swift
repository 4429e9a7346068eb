import AdModel
import Reporting

/// A report that is being written, and the file that it goes to.
///
/// Where writing fails, the report ends, and the others go on.
struct Sink {
  private var reporter: any Reporter
  private let file: OutputFile
  private let showsExempt: Bool
  private var buffer: [UInt8] = []
  /// How many bytes gather before they are written.
  private static let room = 1 << 18

  /// Why nothing more is written.
  private(set) var failure: Failure?

  /// - Parameter showsExempt: Whether even a report that does not say that findings do not count
  ///   shows such findings.
  init(_ reporter: any Reporter, to file: OutputFile, showsExempt: Bool = false) {
    self.reporter = reporter
    self.file = file
    self.showsExempt = showsExempt
  }

  /// Whether the report is shown findings that do not count.
  var tellsExemptions: Bool { showsExempt || type(of: reporter).tellsExemptions }

  /// Whether the report names the digests of the files and of the rules.
  var needsDigests: Bool { type(of: reporter).namesDigests }
  /// Whether its report names the version of the repository.
  var needsCheckout: Bool { type(of: reporter).namesCheckout }

  /// How many bytes that are no blanks the report wants to see behind the records of a window.
  var reach: Int { type(of: reporter).reach }

  /// Lets the reporter know the next window.
  mutating func move(to window: ReportedFile) { reporter.move(to: window) }

  /// Lets the reporter write, and passes on what has gathered.
  mutating func write(_ step: (inout any Reporter, inout [UInt8]) -> Void) {
    if failure != nil { return }
    step(&reporter, &buffer)
    if buffer.count >= Self.room { flush() }
  }

  /// Writes what has gathered.
  mutating func flush() {
    do throws(Failure) {
      if failure == nil { try file.write(buffer) }
    } catch {
      failure = error
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Ends the report: a file gets its name only now, so that nobody finds half of one.
  mutating func finish(_ summary: Summary) {
    if var piecewise = reporter as? any PiecewiseReporter {
      piecewise.prepareEnd(summary)
      while failure == nil, piecewise.writeEnd(to: &buffer) {
        if buffer.count >= Self.room { flush() }
      }
    } else {
      write { $0.end(summary, to: &$1) }
    }
    flush()
    do throws(Failure) {
      if failure == nil { try file.finish() }
    } catch {
      failure = error
    }
    if failure != nil { discard() }
  }

  /// Leaves nothing behind of a report that is not whole.
  func discard() { file.discard() }
}
