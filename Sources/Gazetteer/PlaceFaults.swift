import AdModel

extension Gazetteer {
  /// What is wrong with the places of `ad`, in the order of its text.
  func faults(
    in ad: Ad, _ mentions: [PlaceMention], _ workplace: PlaceMention?,
    _ hasLocationField: Bool
  ) -> [PlaceFault] {
    var faults: [PlaceFault] = []
    for mention in mentions {
      if let spelling = mention.spelling, mention.part == .body || mention.part == .title {
        faults.append(PlaceFault(.capital, mention.place, other: spelling))
      }
      if mention.part == .title, mention.role == .workplace,
        mention.best.kind.isLocal || mention.best.kind.isArea && isSetApart(mention, ad)
      {
        faults.append(PlaceFault(.inTitle, mention.place))
      }
    }
    faults += conflicts(mentions, ad)
    faults += headConflicts(mentions, ad)
    faults += stuffing(ad.prose, ad.fields, mentions)
    if let workplace, workplace.part == .body, workplace.isStated, !hasLocationField,
      ad.fields.contains(where: { $0.part == .location })
    {
      faults.append(PlaceFault(.proseOnly, workplace.place))
    }
    return faults.sorted { $0.place.lower < $1.place.lower }
  }

  /// Whether marks part the name from the job: “Buyer, Kent” and “Buyer (Kent)” name a place, and
  /// “Kent Rivers Officer” a job.
  func isSetApart(_ mention: PlaceMention, _ ad: Ad) -> Bool {
    guard let field = ad.field(at: mention.whole.lower)?.place else { return false }
    var before = mention.whole.lower
    while before > field.lower, Letters.isBlank(ad.prose[before - 1]) { before -= 1 }
    guard before > field.lower else { return false }
    let isParted =
      switch ad.prose[before - 1] {
      case UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: "|"): true
      // The last byte of a dash.
      case 0x93, 0x94: true
      default: mention.whole.lower - before >= 2
      }
    guard isParted else { return false }
    return mention.whole.upper == field.upper
      || [UInt8(ascii: ","), UInt8(ascii: ")")].contains(ad.prose[mention.whole.upper])
  }

  /// Towns of the body that are stated as the workplace, more than 60 km from every town of the
  /// title and the location field.
  private func conflicts(_ mentions: [PlaceMention], _ ad: Ad) -> [PlaceFault] {
    let heads = mentions.filter {
      $0.part != .body && $0.role == .workplace && $0.best.kind.isLocal && $0.confidence > 0.5
    }
    guard let head = heads.first else { return [] }
    return mentions.indices.compactMap { index in
      let mention = mentions[index]
      let opensList = index + 1 < mentions.count && mentions[index + 1].continuesList
      guard !opensList, mention.part == .body, mention.best.kind == .town,
        mention.isStated && mention.role == .workplace || isWorkedAt(mention, ad),
        mention.confidence > 0.5, !mention.continuesList,
        mention.best.population >= 10_000 || mention.whole != mention.place,
        let there = mention.best.point
      else { return nil }
      let isNear = heads.contains { head in
        // A town abroad in a title is as a rule the name of a company.
        if head.part == .title, head.best.countryBits != mention.best.countryBits { return true }
        if head.best.line == mention.best.line, head.best.line >= 0 { return true }
        // “Salt” for Salt Lake City and “Pittsburg” for Pittsburgh are slips.
        if mention.whole == mention.place, head.best.name.hasPrefix(mention.best.name) {
          return true
        }
        guard let here = head.best.point else { return head.best.packed == mention.best.packed }
        return here.kilometres(to: there) < 60
      }
      return isNear ? nil : PlaceFault(.conflict, mention.whole, other: head.best.name)
    }
  }

  /// Lists of towns that are there to be found by: four and more in a location field, in the title
  /// or after “commutable”, six and more where they are a line of their own.
  private func stuffing(
    _ text: [UInt8], _ fields: [Field], _ mentions: [PlaceMention]
  ) -> [PlaceFault] {
    var faults: [PlaceFault] = []
    var run: [PlaceMention] = []
    func close() {
      defer { run = [] }
      guard run.count >= 4, let first = run.first, let last = run.last else { return }
      guard let field = fields.first(where: { $0.place.utf8.contains(first.place.lower) }) else {
        return
      }
      var start = first.place.lower
      if first.part == .body {
        let label = commutable(text, before: start, field.place.lower)
        let isLine = run.count >= 6 && standsAlone(text, start, last.whole.upper, field.place.utf8)
        guard label != nil || isLine else { return }
        start = label ?? start
      }
      faults.append(PlaceFault(.stuffing, ByteRange(start, last.whole.upper)))
    }
    for mention in mentions {
      guard mention.best.kind.isLocal else { continue }
      if let last = run.last,
        last.part != mention.part
          || Gap(text, from: last.whole.upper, to: mention.place.lower) == nil
      {
        close()
      }
      run.append(mention)
    }
    close()
    return faults
  }

  /// Where the words begin that announce a list of towns to commute from, if they do.
  private func commutable(_ text: [UInt8], before start: Int, _ lowest: Int) -> Int? {
    var index = start
    while index > max(lowest, start - 48), text[index - 1] != 0x0A, text[index - 1] != 0x2E {
      index -= 1
      let word = Word(text, at: index, end: start)
      let opens = index == lowest || Letters.letter(text, index - 1, start).width == 0
      if opens, word.letters > 5, isCommuting(word) { return index }
    }
    return nil
  }

  private func isCommuting(_ word: Word) -> Bool {
    var key: [UInt8] = []
    Word.fold(Array("commut".utf8), 0..<6, into: &key)
    var hash = Word.seed
    for byte in key { hash = Word.mix(hash, byte) }
    for byte in "able".utf8 { hash = Word.mix(hash, byte) }
    return word.hash == hash
  }

  private func standsAlone(
    _ text: [UInt8], _ start: Int, _ end: Int, _ field: Range<Int>
  ) -> Bool {
    var before = start
    while before > field.lowerBound, Letters.isBlank(text[before - 1]) { before -= 1 }
    var after = end
    while after < field.upperBound, Letters.isBlank(text[after]) || text[after] == 0x2E {
      after += 1
    }
    return (before == field.lowerBound || text[before - 1] == 0x0A)
      && (after == field.upperBound || text[after] == 0x0A)
  }
}
