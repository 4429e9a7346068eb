import AdModel

extension Ad {
  /// An ad of the fields given, each as a person would type it.
  init(
    _ body: String, title: String = "", company: String = "", location: String = "",
    salary: String = "", closing: String = ""
  ) {
    var prose: [UInt8] = []
    var fields: [Field] = []
    for (part, text) in [
      (Part.title, title), (.company, company), (.location, location), (.salary, salary),
      (.closing, closing), (.body, body),
    ] where !text.isEmpty {
      let lower = prose.count
      prose += Array(text.utf8)
      fields.append(
        Field(
          part, name: part.rawValue, place: ByteRange(lower, prose.count),
          value: ByteRange(lower, prose.count)))
      prose += Ad.separator
    }
    var map = SourceMap<Prose, Source>()
    map.append(verbatim: ByteRange(0, prose.count))
    self.init(
      id: "test", markup: .text, prose: prose, fields: fields, map: map,
      record: ByteRange(0, prose.count))
  }
}
