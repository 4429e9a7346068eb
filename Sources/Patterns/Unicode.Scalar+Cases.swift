extension Unicode.Scalar {
  /// This sign beyond ASCII in all its cases, as a caseless match of PCRE2 takes them for one; `nil`
  /// where they are not known to be all.
  ///
  /// Known are signs without case, and Latin letters from U+00C0 to U+017E that have two (Unicode,
  /// `CaseFolding.txt`): å has a third in U+212B, ß in U+1E9E, and ſ is an s.
  var cases: [Unicode.Scalar]? {
    guard properties.isAlphabetic || properties.changesWhenCaseMapped else { return [self] }
    let mapped = [properties.lowercaseMapping, properties.uppercaseMapping].map {
      Array($0.unicodeScalars)
    }
    let latin = 0xC0...0x17E as ClosedRange<UInt32>
    let others = [0xC5, 0xDF, 0xE5, 0x130, 0x131, 0x149] as Set<UInt32>
    guard latin.contains(value), !others.contains(value), mapped.allSatisfy({ $0.count == 1 }) else {
      return nil
    }
    return Array(Set([self] + mapped.joined()))
  }
}
