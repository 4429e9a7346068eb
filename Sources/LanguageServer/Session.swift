#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The talk of a server with one client, over two open files.
public struct Session {
  private let server: Server
  private let input: Int32
  private let output: Int32
  private var frames = Frames()

  public init(_ server: Server, input: Int32, output: Int32) {
    self.server = server
    self.input = input
    self.output = output
  }

  /// Answers until the client says goodbye or is gone; gives the code to leave with.
  public mutating func run() -> Int32 {
    while true {
      while let frame = frames.next() {
        switch frame {
        case .content(let content): server.answer(to: content).forEach(send)
        case .fault(let fault): send(Server.complaint("\(fault) was left out"))
        }
        if let code = server.exitCode { return code }
      }
      if !hasMore, let publication = server.nextPublication() {
        send(publication)
        continue
      }
      guard read() else { return server.exitCode ?? 1 }
    }
  }

  /// Whether something can be read at once.
  private var hasMore: Bool {
    var wanted = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&wanted, 1, 0) > 0
  }

  /// Waits for more; says whether there was some.
  private mutating func read() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe Self.rawRead(input, $0) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      frames.append(buffer[..<count])
      return true
    }
  }

  private func send(_ message: JSONValue) {
    let bytes = Frames.frame(message.bytes)
    var at = 0
    while at < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Self.rawWrite(output, buffer.baseAddress! + at, buffer.count - at)
      }
      if count < 0, errno == EINTR { continue }
      // A client that is gone is noticed where we read.
      guard count > 0 else { return }
      at += count
    }
  }

  private static func rawRead(_ file: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.read(file, buffer.baseAddress, buffer.count)
    #else
      unsafe Darwin.read(file, buffer.baseAddress, buffer.count)
    #endif
  }

  private static func rawWrite(_ file: Int32, _ start: UnsafeRawPointer, _ count: Int) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.write(file, start, count)
    #else
      unsafe Darwin.write(file, start, count)
    #endif
  }
}
