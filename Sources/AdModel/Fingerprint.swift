/// What makes a fault the same fault in the next run, wherever the ad moves.
public struct Fingerprint: Hashable, Sendable {
  /// 128 bits that tell the fault from others.
  public var high: UInt64
  public var low: UInt64
  /// Which of the equal faults of its ad it is, from 1.
  public var ordinal: Int

  public init(high: UInt64, low: UInt64, ordinal: Int = 1) {
    self.high = high
    self.low = low
    self.ordinal = ordinal
  }

  /// 32 hexadecimal digits and `:n`.
  public var text: String {
    let digits = [high, low].map { half in
      let digits = String(half, radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
    return "\(digits.joined()):\(ordinal)"
  }
}
