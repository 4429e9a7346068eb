/// Areas of several countries that remote jobs are open to.
enum Areas {
  /// The codes of the countries that the area with this key holds, parted by blanks.
  static func countries(of key: [UInt8]) -> String? { areas[key] }

  /// Whether `key`, of one word or more, is what the name of an area of more words begins with.
  static func begins(with key: [UInt8]) -> Bool { beginnings.contains(key) }

  private static let union =
    """
    AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK
    """
  private static let america = "CA US"

  private static let areas: [[UInt8]: String] = {
    var areas: [[UInt8]: String] = [:]
    for (names, codes) in [
      ("eu,european union", union),
      ("eea,european economic area", union + " IS LI NO"),
      ("europe,emea,european", union + " CH GB IS LI NO"),
      ("dach", "AT CH DE"), ("nordics,nordic", "DK FI IS NO SE"), ("benelux", "BE LU NL"),
      ("north america,americas", america), ("latam,latin america", "AR BR CL CO CR MX PE UY"),
      ("apac,asia pacific", "AU HK IN JP KR MY NZ PH SG TH VN"),
      ("contiguous united states,contiguous us,continental us", "US"),
      ("continental united states,lower states", "US"),
    ] {
      for name in names.split(separator: ",") { areas[Array(name.utf8)] = codes }
    }
    return areas
  }()

  private static let beginnings: Set<[UInt8]> = Set(
    areas.keys.flatMap { name in
      name.indices.filter { name[$0] == UInt8(ascii: " ") }.map { Array(name[..<$0]) }
    })
}
