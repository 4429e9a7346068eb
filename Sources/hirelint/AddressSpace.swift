#if canImport(Glibc)
  import CMemory
  import Glibc
#endif

/// What the process asks the system for: addresses, of which `ulimit -v` and batch systems allow so many,
/// and the memory behind them.
enum AddressSpace {
  /// Bytes that should be there for each heap: glibc takes 64 MiB of addresses for one, and up to as
  /// much again while it looks for a place (malloc/arena.c).
  private static let perHeap: rlim_t = 1 << 28

  /// Lets threads share heaps where addresses are scarce: mallopt(3).
  ///
  /// Else glibc wants a heap for each of them, and where there is no room for one, it asks the system
  /// for memory again and again.
  static func shareHeaps() {
    #if canImport(Glibc)
      var limit = rlimit()
      guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0,
        limit.rlim_cur < 64 * perHeap
      else { return }
      mallopt(M_ARENA_MAX, max(1, Int32(limit.rlim_cur / perHeap)))
    #endif
  }

  /// Bytes of the heap that even a run over the smallest ad takes.
  private static let leastHeap = 4 << 20

  /// `MADV_POPULATE_WRITE`, for which C libraries before 2022 have no name.
  private static let populateWrite: Int32 = 23

  /// Asks the system at once for the heap that a check of ads needs: mallopt(3), madvise(2).
  ///
  /// Else it comes page by page, each time with a fault, which was a tenth of the time of a small ad.
  /// Where it can't be had, the run goes on without.
  static func fillHeap() {
    #if canImport(Glibc)
      // Not to be given back, and in the heap for once, though it is large.
      mallopt(M_TRIM_THRESHOLD, Int32(2 * leastHeap))
      mallopt(M_MMAP_THRESHOLD, Int32(2 * leastHeap))
      if let block = unsafe malloc(leastHeap) {
        let pageSize = Int(sysconf(Int32(_SC_PAGESIZE)))
        let start = unsafe block + (-Int(bitPattern: block) & (pageSize - 1))
        unsafe madvise(start, leastHeap - pageSize, populateWrite)
        unsafe free(block)
      }
      // From now on glibc raises this no more, as it does when a large block is freed. Were it 32 MiB, to
      // which it rises, a run over many ads would take 15 MiB more, in pieces that lie between others.
      mallopt(M_MMAP_THRESHOLD, 1 << 20)
    #endif
  }
}
