import Testing

@testable import Linting

@Suite struct FirstNamesTests {
  @Test func `the first name of each of many keys is kept in mind`() {
    var names = FirstNames()
    var known: [UInt64: String] = [:]
    for number in 0..<20_000 {
      // Keys that share their lower bits, and zero, are keys like others.
      let value = (UInt64(number) &* 0x9E37_79B9_7F4A_7C15) >> 20
      let key = (value % 5000) << UInt64(number % 2 * 40)
      let name = String(repeating: "ä", count: number % 50 == 7 ? 40_000 : number % 9) + "\(number)"
      #expect(names.first(key, orKeep: name) == known[key])
      if known[key] == nil { known[key] = name }
    }
    #expect(names.count == known.count)
  }
}
