internal import AdModel

extension Ad {
  /// The place of the field that holds byte `offset` of the prose.
  func place(ofFieldAt offset: Int) -> ByteRange<Prose>? {
    var index = fields.count
    while index > 0 {
      index -= 1
      let place = fields[index].place
      if place.lower <= offset, offset <= place.upper { return place }
    }
    return nil
  }
}
