/// SHA-256 (FIPS 180-4), for files of tests.
func sha256(_ message: [UInt8]) -> String {
  func primes(_ count: Int) -> [Int] {
    var found: [Int] = []
    var n = 2
    while found.count < count {
      if !found.contains(where: { n % $0 == 0 }) { found.append(n) }
      n += 1
    }
    return found
  }
  /// The first 32 bits behind the point of the root.
  func fraction(_ root: Double) -> UInt32 { UInt32((root - root.rounded(.down)) * 4_294_967_296) }
  /// The cube root, refined twice by Newton's method.
  func cubeRoot(_ n: Double) -> Double {
    var x = n / 2 + 0.5
    for _ in 0..<60 { x -= (x * x * x - n) / (3 * x * x) }
    return x
  }
  func rotate(_ x: UInt32, _ n: UInt32) -> UInt32 { x >> n | x << (32 - n) }
  let k = primes(64).map { fraction(cubeRoot(Double($0))) }
  var h = primes(8).map { fraction(Double($0).squareRoot()) }
  var bytes = message + [0x80]
  while bytes.count % 64 != 56 { bytes.append(0) }
  let bits = UInt64(message.count) * 8
  for shift in stride(from: 56, through: 0, by: -8) {
    bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
  }
  for at in stride(from: 0, to: bytes.count, by: 64) {
    var w = (0..<16).map { i in
      (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(bytes[at + i * 4 + $1]) }
    }
    for i in 16..<64 {
      let a = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ w[i - 15] >> 3
      let b = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ w[i - 2] >> 10
      w.append(w[i - 16] &+ a &+ w[i - 7] &+ b)
    }
    var v = h
    for i in 0..<64 {
      let s1 = rotate(v[4], 6) ^ rotate(v[4], 11) ^ rotate(v[4], 25)
      let choice = v[4] & v[5] ^ ~v[4] & v[6]
      let t1 = v[7] &+ s1 &+ choice &+ k[i] &+ w[i]
      let s0 = rotate(v[0], 2) ^ rotate(v[0], 13) ^ rotate(v[0], 22)
      let t2 = s0 &+ (v[0] & v[1] ^ v[0] & v[2] ^ v[1] & v[2])
      v = [t1 &+ t2, v[0], v[1], v[2], v[3] &+ t1, v[4], v[5], v[6]]
    }
    h = zip(h, v).map { $0 &+ $1 }
  }
  return h.map { word in
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }.joined()
}
