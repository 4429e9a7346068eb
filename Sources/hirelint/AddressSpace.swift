#if canImport(Glibc)
  import CMemory
  import Glibc
#endif

/// The addresses that a process may use, of which `ulimit -v` and batch systems allow so many.
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
}
