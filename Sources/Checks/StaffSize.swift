internal import AdModel

extension Evidence {
  /// How many people the ad says that its employer employs; `nil` where it says no number or several.
  public var staffSize: Int? {
    let sizes = Set(
      said[Self.staffFact].map { FigureRange(ad.prose[$0.utf8].filter { $0 != 0x2C }) })
    guard sizes.count == 1, case .numbers(let least, let most)? = sizes.first, least == most else {
      return nil
    }
    return Int(exactly: least)
  }

  /// The fact that an ad tells its ``staffSize``.
  public static let staffFact = FactKey("staff-size")
}
