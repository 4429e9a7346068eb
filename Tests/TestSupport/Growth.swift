#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How many times as long `work` takes on four times as much as `size`: about 4 where each piece of it
/// takes the same time, 16 where each is held against all others.
///
/// Counted is the time of the processor, of which each run takes 10 ms at least, and of five tries the
/// first that shows a linear growth, or else the least, so that a busy machine is no fault.
public func growth(of size: Int, _ work: (Int) throws -> Void) rethrows -> Double {
  func time(_ size: Int) throws -> Double {
    let start = processorTime()
    try work(size)
    return max(processorTime() - start, 0.01)
  }
  var least = Double.infinity
  for _ in 0..<5 where least >= linearGrowth {
    least = min(least, try time(4 * size) / time(size))
  }
  return least
}

/// The most that ``growth(of:_:)`` should be.
public let linearGrowth = 8.0

/// How long a processor has worked for this thread, in seconds.
private func processorTime() -> Double {
  var time = timespec()
  _ = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
