internal import CPCRE2
internal import Synchronization

/// A regular expression of PCRE2, compiled, or read from what the build compiled, when it is first
/// needed, and safe to share.
///
/// Most patterns of a rule set never meet a candidate in a given ad, and compiling one costs some
/// 20 µs, so ``Matcher`` compiles on demand. Matching never writes to compiled code, so one
/// `Pattern` serves every task. The mutable half of matching is ``Matcher``.
@safe public final class Pattern: Sendable {
  /// The pattern as it was written.
  public let source: String
  /// Whether ``source`` is a ``Phrase``, which becomes a pattern of PCRE2 when it is first needed.
  public let isPhrase: Bool
  /// Whether upper and lower case differ.
  public let isCased: Bool
  /// Its number in the index of the build, if it is in there.
  public let number: Int?

  /// The code that matches anywhere, and the code that matches only where it is asked to begin.
  private let searching = Code()
  private let anchored = Code()

  /// Code for one way of matching: first for PCRE2's interpreter, then for the machine.
  private struct Code: ~Copyable {
    let plain = Atomic<UInt>(0)
    let fast = Atomic<UInt>(0)
    let uses = Atomic<Int>(0)
    /// The groups named `hit`, a bit each.
    let hits = Atomic<UInt32>(0)
  }

  /// After so many matches at known places machine code is worth its making, which takes as many
  /// instructions as some 45 interpreted matches (260,000, counted over the bundled patterns).
  private static let usesBeforeMachineCode = 40
  /// As many of them as one search through a text costs.
  private static let usesOfSearch = 8

  /// A pattern that is compiled on first use. A faulty one then matches nothing: what comes from
  /// people goes through ``check()`` first.
  public init(
    _ source: String, isPhrase: Bool = false, isCased: Bool = false, number: Int? = nil
  ) {
    self.source = source
    self.isPhrase = isPhrase
    self.isCased = isCased
    self.number = number
  }

  deinit {
    for place in [
      searching.plain.load(ordering: .acquiring), searching.fast.load(ordering: .acquiring),
      anchored.plain.load(ordering: .acquiring), anchored.fast.load(ordering: .acquiring),
    ] {
      if let code = unsafe OpaquePointer(bitPattern: place) { unsafe pcre2_code_free_8(code) }
    }
  }

  /// The pattern as it is handed to PCRE2.
  public var regularExpression: String { isPhrase ? Phrase.pattern(of: source) : source }

  /// Compiles the pattern, or throws a ``PatternError`` that names the faulty byte.
  public func check() throws(PatternError) {
    _ = try code(isAnchored: false, among: .none)
  }

  /// Code that is ready to match.
  @safe struct Ready {
    let pointer: OpaquePointer
    /// Whether it is for the machine.
    let isFast: Bool
    /// The groups named `hit`, a bit each.
    let hits: UInt32
  }

  /// The compiled code, which may be among `codes`; thrown errors are those of `pcre2_compile`.
  @inline(__always) func code(
    isAnchored: Bool, among codes: borrowing CompiledPatterns
  ) throws(PatternError) -> Ready {
    isAnchored
      ? try code(in: anchored, isAnchored: true, codes)
      : try code(in: searching, isAnchored: false, codes)
  }

  @inline(__always) private func code(
    in code: borrowing Code, isAnchored: Bool, _ codes: borrowing CompiledPatterns
  ) throws(PatternError) -> Ready {
    if let fast = unsafe OpaquePointer(bitPattern: code.fast.load(ordering: .acquiring)) {
      return unsafe Ready(pointer: fast, isFast: true, hits: code.hits.load(ordering: .relaxed))
    }
    return try slowCode(in: code, isAnchored: isAnchored, codes)
  }

  @inline(never) private func slowCode(
    in code: borrowing Code, isAnchored: Bool, _ codes: borrowing CompiledPatterns
  ) throws(PatternError) -> Ready {
    var plain = unsafe OpaquePointer(bitPattern: code.plain.load(ordering: .acquiring))
    if unsafe plain == nil {
      let made = unsafe try make(isAnchored: isAnchored, among: codes)
      code.hits.store(unsafe Self.hits(of: made), ordering: .relaxed)
      unsafe plain = keep(made, in: code.plain)
    }
    let uses = isAnchored ? 1 : Self.usesOfSearch
    let (before, after) = code.uses.wrappingAdd(uses, ordering: .relaxed)
    let hits = code.hits.load(ordering: .relaxed)
    // One task passes here, and it must be one: a copy counts the users of its tables without a lock.
    if before < Self.usesBeforeMachineCode, after >= Self.usesBeforeMachineCode,
      let fast = unsafe pcre2_code_copy_8(plain)
    {
      if unsafe pcre2_jit_compile_8(fast, PCRE2_JIT_COMPLETE) == 0 {
        return unsafe Ready(pointer: keep(fast, in: code.fast), isFast: true, hits: hits)
      }
      unsafe pcre2_code_free_8(fast)
    }
    return unsafe Ready(pointer: plain!, isFast: false, hits: hits)
  }

  /// Puts `code` into `place`, if no other task was there before, and returns what is there.
  private func keep(_ code: OpaquePointer, in place: borrowing Atomic<UInt>) -> OpaquePointer {
    let (isFirst, first) = place.compareExchange(
      expected: 0, desired: UInt(bitPattern: code), ordering: .acquiringAndReleasing)
    if isFirst { return unsafe code }
    unsafe pcre2_code_free_8(code)
    return unsafe OpaquePointer(bitPattern: first)!
  }

  /// What the build compiled, if it did so with the same options, else compiled code.
  private func make(
    isAnchored: Bool, among codes: borrowing CompiledPatterns
  ) throws(PatternError) -> OpaquePointer {
    guard let number, let code = unsafe codes.copyCode(of: number) else {
      return unsafe try compile(isAnchored: isAnchored)
    }
    var options: UInt32 = 0
    unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_ARGOPTIONS), &options)
    if options == self.options(isAnchored: isAnchored) { return unsafe code }
    unsafe pcre2_code_free_8(code)
    return unsafe try compile(isAnchored: isAnchored)
  }

  /// Options are given when compiling and not when matching, since the just-in-time compiler knows only
  /// these.
  private func options(isAnchored: Bool) -> UInt32 {
    var options =
      PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C | PCRE2_DUPNAMES
    if isAnchored { options |= UInt32(PCRE2_ANCHORED) }
    if !isCased { options |= PCRE2_CASELESS }
    return options
  }

  private func compile(isAnchored: Bool) throws(PatternError) -> OpaquePointer {
    var status: CInt = 0
    var offset = 0
    let made = unsafe regularExpression.utf8Span.span.withUnsafeBufferPointer { bytes in
      unsafe pcre2_compile_8(
        bytes.baseAddress, bytes.count, options(isAnchored: isAnchored), &status, &offset, nil)
    }
    guard let made = unsafe made else { throw PatternError(status: status, offset: offset) }
    return unsafe made
  }

  /// Its code as PCRE2 writes it down: what stands before any code, and the code; `nil` if the pattern
  /// is faulty.
  func serialized(isAnchored: Bool) -> (head: [UInt8], code: [UInt8])? {
    guard let made = unsafe try? compile(isAnchored: isAnchored) else { return nil }
    defer { unsafe pcre2_code_free_8(made) }
    var code = unsafe Optional(made)
    var size = 0
    unsafe pcre2_pattern_info_8(made, UInt32(PCRE2_INFO_SIZE), &size)
    var start: UnsafeMutablePointer<UInt8>?
    var count = 0
    guard unsafe pcre2_serialize_encode_8(&code, 1, &start, &count, nil) == 1, count > size
    else { return nil }
    defer { unsafe pcre2_serialize_free_8(start) }
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    return (Array(bytes[..<(count - size)]), Array(bytes[(count - size)...]))
  }

  /// The groups of `code` that are named `hit`, of those that a ``Matcher`` keeps.
  private static func hits(of code: OpaquePointer) -> UInt32 {
    var names: UInt32 = 0
    unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMECOUNT), &names)
    guard names > 0 else { return 0 }
    var first: UnsafePointer<UInt8>?
    var last: UnsafePointer<UInt8>?
    let size = unsafe pcre2_substring_nametable_scan_8(code, hitName, &first, &last)
    guard size > 0, var entry = unsafe first, let last = unsafe last else { return 0 }
    var hits: UInt32 = 0
    while unsafe entry <= last {
      let group = unsafe Int(entry[0]) << 8 | Int(entry[1])
      if group < 32 { hits |= 1 << UInt32(group) }
      unsafe entry += Int(size)
    }
    return hits
  }

  private static let hitName: [UInt8] = Array("hit".utf8) + [0]
}

/// Why a pattern failed to compile or to match.
public struct PatternError: Error, Hashable, CustomStringConvertible {
  /// PCRE2's own error number.
  public var status: CInt
  /// The byte of the pattern (or of the text) where it happened.
  public var offset: Int

  /// PCRE2's own words for it, such as “missing closing parenthesis”.
  public var description: String {
    var words = [UInt8](repeating: 0, count: 256)
    let count = unsafe words.withUnsafeMutableBufferPointer { buffer in
      unsafe pcre2_get_error_message_8(status, buffer.baseAddress, buffer.count)
    }
    return String(decoding: words.prefix(max(0, Int(count))), as: UTF8.self)
  }

  /// Whether the pattern took more steps than it may (``Matcher/stepLimit``).
  public var isRunaway: Bool {
    status == PCRE2_ERROR_MATCHLIMIT || status == PCRE2_ERROR_DEPTHLIMIT
      || status == PCRE2_ERROR_HEAPLIMIT || status == PCRE2_ERROR_JIT_STACKLIMIT
  }
}
