internal import CPCRE2

/// The scratch memory of matching: each task owns one, no task shares one.
@safe public struct Matcher: ~Copyable {
  /// The most steps that one match may take, so that no pattern can hang.
  ///
  /// The dearest honest match of the bundled rules takes some 2,000.
  public static let stepLimit: UInt32 = 200_000

  private let data: OpaquePointer
  private let context: OpaquePointer
  /// Where each group of the last match begins and ends.
  private let ends: UnsafeMutablePointer<Int>
  /// The first failure since the matcher was made: a runaway or faulty pattern, with its source.
  public private(set) var failure: (source: String, error: PatternError)?

  /// Where in the ad at hand contexts may begin; ``Scanner`` keeps them.
  var contexts = ContextPlaces([], PatternIndex())

  public init() {
    unsafe data = pcre2_match_data_create_8(32, nil)
    unsafe ends = pcre2_get_ovector_pointer_8(data)
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
      let code = try pattern.code(isAnchored: isAnchored, among: contexts.index.codes)
      let options = PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY
      let status = unsafe text.span.withUnsafeBufferPointer { bytes in
        // The fast way does not ask what we know: that the code is for the machine.
        code.isFast
          ? unsafe pcre2_jit_match_8(
            code.pointer, bytes.baseAddress, bytes.count, start, options, data, context)
          : unsafe pcre2_match_8(
            code.pointer, bytes.baseAddress, bytes.count, start, options, data, context)
      }
      if status == PCRE2_ERROR_NOMATCH { return nil }
      guard status > 0 else { throw PatternError(status: status, offset: start) }
      let whole = unsafe ends[0]..<max(ends[0], ends[1])
      return Match(whole: whole, words: narrowed(whole, to: code.hits))
    } catch {
      if failure == nil { failure = (pattern.regularExpression, error) }
      return nil
    }
  }

  /// Whether any of `asked` may match somewhere in the ad at hand; most begin nowhere in it.
  public func mayHoldAny(of asked: [Context]) -> Bool {
    for context in asked {
      guard let number = context.number else { return true }
      let may = contexts.knows(number) ? contexts.first(of: number) >= 0 : contexts.mayHold(number)
      if may { return true }
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
    if let number = context.number, !contexts.mayHold(number) { return false }
    var from = start
    while from < end, let match = match(context.pattern, in: text, from: from) {
      if words.map(match.whole.overlaps) ?? true { return true }
      from = match.whole.lowerBound + 1
      while from < end, text.span[from] & 0xC0 == 0x80 { from += 1 }
    }
    return false
  }

  /// The first of the groups `hits` that matched something, else `whole`.
  private func narrowed(_ whole: Range<Int>, to hits: UInt32) -> Range<Int> {
    var rest = hits
    while rest != 0 {
      let group = rest.trailingZeroBitCount
      rest &= rest - 1
      // There are as many places as groups of which a bit can tell.
      let (lower, upper) = unsafe (ends[2 * group], ends[2 * group + 1])
      if lower >= 0, lower != Int.max { return lower..<max(lower, upper) }
    }
    return whole
  }
}

/// Where a pattern matched, in bytes of the text.
public struct Match: Hashable, Sendable {
  /// All that it matched; the next match begins behind it.
  public var whole: Range<Int>
  /// What it points at: the group named `hit`, else the whole.
  public var words: Range<Int>
}
