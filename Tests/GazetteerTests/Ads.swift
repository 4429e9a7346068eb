import AdModel

extension Ad {
  /// An ad with these fields, each byte of whose prose stands in the file as it is.
  static func made(
    title: String = "", location: String? = nil, country: String? = nil, body: String = ""
  ) -> Ad {
    var prose: [UInt8] = []
    var fields: [Field] = []
    var given: [(Part, String)] = [(.title, title), (.body, body)]
    if let location { given.insert((.location, location), at: 1) }
    if let country { given.insert((.country, country), at: given.count - 1) }
    for (part, text) in given {
      if !prose.isEmpty { prose += separator }
      let start = prose.count
      prose += text.utf8
      fields.append(
        Field(
          part, name: part.rawValue, place: ByteRange(start, prose.count),
          value: ByteRange(start, prose.count)))
    }
    var map = SourceMap<Prose, Source>()
    map.append(verbatim: ByteRange(0, prose.count))
    return Ad(
      id: "ad", markup: .text, prose: prose, fields: fields, map: map,
      record: ByteRange(0, prose.count))
  }
}
