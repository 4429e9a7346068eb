import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The wish of a person or of the system that the run should stop: SIGINT (Ctrl-C) or SIGTERM.
///
/// What has been checked is reported then. Who asks a second time does not wait for it.
enum Interruption {
  /// The number of the signal, or 0.
  private static let received = Atomic<Int32>(0)

  /// The signal that has come, if one has.
  static var signal: Int32? {
    let number = received.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  /// The name of a signal that is watched for.
  static func name(of signal: Int32) -> String { signal == SIGINT ? "SIGINT" : "SIGTERM" }

  /// Takes both signals from here on, and makes writing to a closed pipe an error: sigaction(2).
  static func watch() {
    // What the handler touches has to be there before it may run.
    received.store(0, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      var action = sigaction()
      unsafe _ = sigaction(number, nil, &action)
      // Whoever runs us in the background may not want us to hear of it.
      if action.isIgnoring { continue }
      action.set { number in Interruption.received.store(number, ordering: .relaxed) }
      action.sa_flags = Int32(truncatingIfNeeded: SA_RESETHAND)
      unsafe _ = sigaction(number, &action, nil)
    }
    var action = sigaction()
    action.set(SIG_IGN)
    unsafe _ = sigaction(SIGPIPE, &action, nil)
  }
}

extension sigaction {
  fileprivate typealias Handler = @convention(c) (Int32) -> Void

  /// Whether the signal is ignored.
  fileprivate var isIgnoring: Bool {
    #if canImport(Glibc)
      let handler = unsafe __sigaction_handler.sa_handler
    #else
      let handler = unsafe __sigaction_u.__sa_handler
    #endif
    return unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  fileprivate mutating func set(_ handler: Handler?) {
    #if canImport(Glibc)
      unsafe __sigaction_handler.sa_handler = handler
    #else
      unsafe __sigaction_u.__sa_handler = handler
    #endif
  }
}
