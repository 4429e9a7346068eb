internal import CPCRE2

/// The scratch memory of matching: each task owns one, no task shares one.
@safe public struct Matcher: ~Copyable {
  /// The most steps that one match may take, so that no pattern can hang.
  ///
  /// The dearest honest match of the bundled rules takes some 2,000.
  public static let stepLimit: UInt32 = 200_000

  private let data: OpaquePointer
  private let context: OpaquePointer
  /// The first failure since the matcher was made: a runaway or faulty pattern, with its source.
  public private(set) var failure: (source: String, error: PatternError)?

  /// Where in the ad at hand contexts may begin; ``Scanner`` keeps them.
  var contexts = ContextPlaces([])

  public init() {
    unsafe data = pcre2_match_data_create_8(32, nil)
    unsafe context = pcre2_match_context_create_8(nil)
    unsafe pcre2_set_match_limit_8(context, Self.stepLimit)
    unsafe pcre2_set_depth_limit_8(context, 10_000)
    unsafe pcre2_set_heap_limit_8(context, 16_384)
  }

  deinit {
    unsafe pcre2_match_context_free_8(context)
    unsafe pcre2_match_data_free_8(data)
  }

  /// The first match of `pattern` in `text` at or after `start`, counted in bytes of `text`.
  ///
  /// `text` is known to be UTF-8, which is why PCRE2 need not check it. `start` is the first byte of a character. With `isAnchored` it
  /// matches at `start` or not at all. A group named `hit` narrows what is returned as `words`.
  /// A pattern that fails (too many steps) does not match; ``failure`` tells of it.
  public mutating func match(
    _ pattern: Pattern, in text: UTF8Span, from start: Int, isAnchored: Bool = false
  ) -> Match? {
    do throws(PatternError) {
      let code = unsafe try pattern.code(isAnchored: isAnchored)
      let status = unsafe text.span.withUnsafeBufferPointer { bytes in
        unsafe pcre2_match_8(
          code, bytes.baseAddress, bytes.count, start, PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY, data,
          context)
      }
      if status == PCRE2_ERROR_NOMATCH { return nil }
      guard status > 0 else { throw PatternError(status: status, offset: start) }
      let ends = unsafe pcre2_get_ovector_pointer_8(data)!
      let whole = unsafe ends[0]..<max(ends[0], ends[1])
      return Match(whole: whole, words: unsafe narrowed(by: code, ends: ends, whole: whole))
    } catch {
      if failure == nil { failure = (pattern.regularExpression, error) }
      return nil
    }
  }

  /// Whether any of `asked` may match somewhere in the ad at hand; most begin nowhere in it.
  public func mayHoldAny(of asked: [Context]) -> Bool {
    for context in asked {
      guard let number = context.number, contexts.knows(number) else { return true }
      if contexts.first(of: number) >= 0 { return true }
    }
    return false
  }

  /// Whether `context` matches in `text` at or after `start`, and if `words` are given, so that it
  /// overlaps them.
  ///
  /// `offset` is where in the ad `text` begins.
  public mutating func holds(
    _ context: Context, in text: UTF8Span, offset: Int, from start: Int = 0,
    overlapping words: Range<Int>? = nil
  ) -> Bool {
    let end = min(text.count, words?.upperBound ?? text.count)
    if let number = context.number, contexts.knows(number) {
      var link = contexts.first(of: number)
      while let (place, next) = contexts.place(link) {
        link = next
        let at = place - offset
        guard at >= start, at < end,
          let match = match(context.pattern, in: text, from: at, isAnchored: true)
        else { continue }
        if words.map(match.whole.overlaps) ?? true { return true }
      }
      return false
    }
    var from = start
    while from < end, let match = match(context.pattern, in: text, from: from) {
      if words.map(match.whole.overlaps) ?? true { return true }
      from = match.whole.lowerBound + 1
      while from < end, text.span[from] & 0xC0 == 0x80 { from += 1 }
    }
    return false
  }

  private func narrowed(
    by code: OpaquePointer, ends: UnsafeMutablePointer<Int>, whole: Range<Int>
  ) -> Range<Int> {
    var names: UInt32 = 0
    unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMECOUNT), &names)
    guard names > 0 else { return whole }
    var first: UnsafePointer<UInt8>?
    var last: UnsafePointer<UInt8>?
    let size = unsafe pcre2_substring_nametable_scan_8(code, Self.hitName, &first, &last)
    guard size > 0, var entry = unsafe first, let last = unsafe last else { return whole }
    while true {
      let group = unsafe Int(entry[0]) << 8 | Int(entry[1])
      if group < 32, unsafe ends[2 * group] != Int.max, unsafe ends[2 * group] >= 0 {
        return unsafe ends[2 * group]..<max(ends[2 * group], ends[2 * group + 1])
      }
      guard unsafe entry < last else { return whole }
      unsafe entry += Int(size)
    }
  }

  private static let hitName: [UInt8] = Array("hit".utf8) + [0]
}

/// Where a pattern matched, in bytes of the text.
public struct Match: Hashable, Sendable {
  /// All that it matched; the next match begins behind it.
  public var whole: Range<Int>
  /// What it points at: the group named `hit`, else the whole.
  public var words: Range<Int>
}
