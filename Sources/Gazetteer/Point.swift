/// A point of the earth in degrees, as good as its geohash of five characters (5 km).
struct Point: Hashable, Sendable {
  var latitude: Double
  var longitude: Double

  /// The middle of a cell of 25 bits, longitude first (https://en.wikipedia.org/wiki/Geohash).
  init(geohash: UInt32) {
    var south = -90.0, north = 90.0, west = -180.0, east = 180.0
    for index in 0..<25 {
      let isSet = geohash >> UInt32(24 - index) & 1 == 1
      if index % 2 == 0 {
        let middle = (west + east) / 2
        if isSet { west = middle } else { east = middle }
      } else {
        let middle = (south + north) / 2
        if isSet { south = middle } else { north = middle }
      }
    }
    latitude = (south + north) / 2
    longitude = (west + east) / 2
  }

  /// The value of one character of a geohash.
  static func bits(_ character: UInt8) -> UInt8? {
    switch character {
    case 0x30...0x39: character - 0x30
    case 0x62...0x68: character - 0x62 + 10
    case 0x6A...0x6B: character - 0x6A + 17
    case 0x6D...0x6E: character - 0x6D + 19
    case 0x70...0x7A: character - 0x70 + 21
    default: nil
    }
  }

  /// The distance over flat ground, in kilometres: right within 1 % for what lies near.
  func kilometres(to other: Point) -> Double {
    let north = (latitude - other.latitude) * 111.2
    let middle = (latitude + other.latitude) / 2
    let east = (longitude - other.longitude) * 111.2 * Point.cosine(degrees: middle)
    return (north * north + east * east).squareRoot()
  }

  /// The cosine by its series, so that no mathematics library is needed; error below 0.001.
  private static func cosine(degrees: Double) -> Double {
    let square = degrees * degrees * 0.000_304_617_4
    return 1 - square / 2 + square * square / 24 - square * square * square / 720
  }
}
