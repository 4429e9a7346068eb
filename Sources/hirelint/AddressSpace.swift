#if canImport(Glibc)
  import Glibc
#endif

/// The memory that a run may ask for.
enum AddressSpace {
  /// The bytes from which on there is no need to be sparing: 1 GiB.
  private static let ample: UInt = 1 << 30

  /// Keeps the heap in one piece where little address space is allowed (`ulimit -v`): getrlimit(2),
  /// mallopt(3).
  ///
  /// glibc would set 64 MiB of it apart for each thread, and where it cannot, try again at every
  /// allocation.
  static func spare() {
    #if canImport(Glibc)
      var limit = rlimit()
      guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0 else { return }
      if limit.rlim_cur < ample { mallopt(M_ARENA_MAX, 1) }
    #endif
  }
}
