import AdModel

/// An ad while it is put together, field by field.
struct AdDraft {
  private(set) var ad: Ad

  init(id: String, markup: Markup, record: ByteRange<Source>) {
    ad = Ad(
      id: id, markup: markup, map: SourceMap(startingAt: record.lower), record: record)
    ad.prose.reserveCapacity(record.count + 16)
    ad.fields.reserveCapacity(16)
  }

  /// The ad of a file that is one text, from what was read of it.
  static func ad(
    of passage: Passage, markup: Markup, record: ByteRange<Source>, in file: SourceFile
  ) -> Ad {
    var draft = AdDraft(id: file.name, markup: markup, record: record)
    draft.append(passage, throughAll: record)
    return draft.ad
  }

  /// Adds all fields of `passage`, which was read from the file itself.
  mutating func append(_ passage: Passage, throughAll record: ByteRange<Source>) {
    var same = SourceMap<Inner, Source>(startingAt: record.lower)
    if !record.isEmpty { same.append(rewritten: ByteRange(0, 0), as: record.lower) }
    same.append(verbatim: record)
    append(passage, through: same)
  }

  /// Notes what could not be read of the record.
  mutating func add(_ problem: Problem) { ad.problems.append(problem) }

  /// Adds a field whose words `write` appends to the prose and the map.
  mutating func append(
    _ part: Part, name: String, pointer: String, value: ByteRange<Source>,
    write: (inout [UInt8], inout SourceMap<Prose, Source>) -> Void
  ) {
    separate()
    let lower = ad.prose.count
    write(&ad.prose, &ad.map)
    ad.fields.append(
      Field(
        part, name: name, pointer: pointer, place: ByteRange(lower, ad.prose.count), value: value))
  }

  /// Adds all fields of `passage`, whose text was read through `outer`.
  ///
  /// Its unnamed body goes by `name`.
  mutating func append(
    _ passage: Passage, through outer: SourceMap<Inner, Source>, name: String = "text",
    pointer: String = ""
  ) {
    separate()
    let shift = ad.prose.count
    ad.prose.append(contentsOf: passage.prose)
    ad.map.append(passage.map, through: outer)
    for field in passage.fields {
      ad.fields.append(
        Field(
          field.part, name: field.name == "text" ? name : field.name, pointer: pointer,
          place: field.place.shifted(by: shift), value: outer.origin(covering: field.value)))
    }
    for block in passage.blocks { ad.blocks.append(block.shifted(by: shift)) }
    for link in passage.links {
      ad.links.append(
        Link(
          text: link.text.shifted(by: shift), target: link.targetPlace?.shifted(by: shift),
          source: outer.origin(covering: link.source), hasImage: link.hasImage))
    }
  }

  /// Adds a block of the last field.
  mutating func append(_ block: Block) { ad.blocks.append(block) }

  /// Says that no edit can be made in the file.
  mutating func makeReadOnly() { ad.isEditable = false }

  /// Adds where the link leads whose words begin at `place` of the file; the target is written
  /// elsewhere.
  mutating func append(target: String, of place: ByteRange<Source>) {
    guard let index = ad.links.firstIndex(where: { $0.source.lower == place.lower }) else { return }
    append(.link, name: "href", pointer: "", value: place) { prose, map in
      prose += target.utf8
      map.append(rewritten: place, as: target.utf8.count)
    }
    ad.links[index].target = ad.fields.last?.place
  }

  /// Names the ad.
  mutating func name(_ id: String) { ad.id = id }

  private mutating func separate() {
    guard let last = ad.fields.last else { return }
    ad.prose.append(contentsOf: Ad.separator)
    ad.map.append(
      rewritten: ByteRange(last.value.upper, last.value.upper), as: Ad.separator.count)
  }
}
