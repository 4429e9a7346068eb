internal import CPCRE2
internal import Synchronization

/// A regular expression of PCRE2, compiled when it is first needed and safe to share.
///
/// Most patterns of a rule set never meet a candidate in a given ad, and compiling one costs some
/// 20 µs, so ``Matcher`` compiles on demand. PCRE2 never writes to compiled code afterwards, so one
/// `Pattern` serves every task. The mutable half of matching is ``Matcher``.
@safe public final class Pattern: Sendable {
  /// The pattern as it was written.
  public let source: String
  /// Whether ``source`` is a ``Phrase``, which becomes a pattern of PCRE2 when it is first needed.
  public let isPhrase: Bool
  /// Whether upper and lower case differ.
  public let isCased: Bool

  /// The code that matches anywhere, and the code that matches only where it is asked to begin.
  private let searching = Code()
  private let anchored = Code()

  /// Code for one way of matching: first for PCRE2's interpreter, then for the machine.
  private struct Code: ~Copyable {
    let plain = Atomic<UInt>(0)
    let fast = Atomic<UInt>(0)
    let uses = Atomic<Int>(0)
  }

  /// After so many matches machine code is worth its making: it takes some 15 µs, and an
  /// interpreted match some 2 µs more than one in machine code.
  private static let usesBeforeMachineCode = 8

  /// A pattern that is compiled on first use. A faulty one then matches nothing: what comes from
  /// people goes through ``check()`` first.
  public init(_ source: String, isPhrase: Bool = false, isCased: Bool = false) {
    self.source = source
    self.isPhrase = isPhrase
    self.isCased = isCased
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
    _ = unsafe try code(isAnchored: false)
  }

  /// The compiled code; thrown errors are those of `pcre2_compile`.
  func code(isAnchored: Bool) throws(PatternError) -> OpaquePointer {
    if isAnchored { return unsafe try code(in: anchored, options: UInt32(PCRE2_ANCHORED)) }
    return unsafe try code(in: searching, options: 0)
  }

  private func code(
    in code: borrowing Code, options: UInt32
  ) throws(PatternError) -> OpaquePointer {
    if let fast = unsafe OpaquePointer(bitPattern: code.fast.load(ordering: .acquiring)) {
      return unsafe fast
    }
    let (_, uses) = code.uses.add(1, ordering: .relaxed)
    return uses > Self.usesBeforeMachineCode
      ? unsafe try made(in: code.fast, options: options, isFast: true)
      : unsafe try made(in: code.plain, options: options, isFast: false)
  }

  private func made(
    in place: borrowing Atomic<UInt>, options: UInt32, isFast: Bool
  ) throws(PatternError) -> OpaquePointer {
    if let code = unsafe OpaquePointer(bitPattern: place.load(ordering: .acquiring)) {
      return unsafe code
    }
    let made = unsafe try compile(options, isFast: isFast)
    let (isFirst, first) = place.compareExchange(
      expected: 0, desired: UInt(bitPattern: made), ordering: .acquiringAndReleasing)
    if isFirst { return unsafe made }
    unsafe pcre2_code_free_8(made)
    return unsafe OpaquePointer(bitPattern: first)!
  }

  /// Options are given here and not when matching, since the just-in-time compiler knows only these.
  private func compile(_ more: UInt32, isFast: Bool) throws(PatternError) -> OpaquePointer {
    var options =
      PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C
      | PCRE2_DUPNAMES | more
    if !isCased { options |= PCRE2_CASELESS }
    var status: CInt = 0
    var offset = 0
    let made = unsafe regularExpression.utf8Span.span.withUnsafeBufferPointer { bytes in
      unsafe pcre2_compile_8(bytes.baseAddress, bytes.count, options, &status, &offset, nil)
    }
    guard let made = unsafe made else { throw PatternError(status: status, offset: offset) }
    if isFast { unsafe pcre2_jit_compile_8(made, PCRE2_JIT_COMPLETE) }
    return unsafe made
  }
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
