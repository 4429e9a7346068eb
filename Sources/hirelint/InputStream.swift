import AdModel
import Crypto
import Reading

/// The bytes of an input on their way to the reader: counted, hashed if need be, and cut off when the
/// run should stop.
final class InputStream: ByteStream {
  /// How many bytes have been read.
  private(set) var count = 0
  private let file: DiskStream
  private let name: String
  private var hash: SHA256?

  /// How long a pipe is waited for before it is seen whether the run should stop, in milliseconds.
  private static let patience: Int32 = 200

  /// Opens the file at `path`, or standard input for `-`, which goes by `name`.
  init(path: String, name: String, isHashed: Bool) throws(Problem) {
    self.name = name
    file = try DiskStream(path: path)
    if isHashed { hash = SHA256() }
  }

  var size: Int? { file.size }

  var isPaused: Bool { file.isPaused }

  func read(_ count: Int, into bytes: inout [UInt8]) throws(Problem) -> Bool {
    repeat {
      if let signal = Interruption.signal { throw .interrupted(by: signal, in: name) }
    } while size == nil && !file.isReady(within: Self.patience)
    let before = bytes.count
    guard try file.read(count, into: &bytes) else { return false }
    self.count += bytes.count - before
    unsafe bytes.withUnsafeBytes { all in
      unsafe hash?.update(bufferPointer: UnsafeRawBufferPointer(rebasing: all[before...]))
    }
    return true
  }

  /// SHA-256 of all bytes of the file, hexadecimal; empty if nobody asked for it or they cannot be
  /// read. What the reader has left is read for it.
  func digest() -> String {
    guard hash != nil else { return "" }
    do throws(Problem) {
      var rest: [UInt8] = []
      while try read(1 << 20, into: &rest) { rest.removeAll(keepingCapacity: true) }
    } catch {
      return ""
    }
    return hash.map { $0.finalize().text } ?? ""
  }
}

extension SHA256Digest {
  /// 64 hexadecimal digits.
  var text: String {
    let digits = Array("0123456789abcdef")
    return reduce(into: "") { text, byte in
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
  }
}

extension Problem {
  static let interruptedID = "interrupted"

  /// The run was asked to stop.
  static func interrupted(by signal: Int32, in file: String) -> Problem {
    Problem(
      id: interruptedID, file: file,
      message: "The run was stopped by \(Interruption.name(of: signal)); what comes behind is not"
        + " checked.")
  }
}
