public import ArgumentParser
public import Facts

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension CalendarDate {
  /// The day it is in UTC, so that machines around the world agree on it.
  static var today: CalendarDate {
    var now = time(nil)
    var parts = unsafe tm()
    unsafe gmtime_r(&now, &parts)
    return unsafe CalendarDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))!
  }
}

extension CalendarDate: ExpressibleByArgument {
  /// The date that `argument` writes as `2026-11-21`.
  public init?(argument: String) { self.init(iso: argument) }
}
