import AdModel
import Fixing
import Reading

/// A file that is being mended: its ads, and what is to be written in them.
struct Page {
  let file: SourceFile
  let reader: any Reader
  private let records: [ByteRange<Source>]
  /// The ads by their numbers; `nil` for what is none, or is none of those to look at.
  let ads: [Ad?]
  var wishes: [Wish] = []

  /// The page of `file`, with all of its ads or only those of these numbers.
  init(_ file: SourceFile, _ reader: any Reader, only numbers: Set<Int>? = nil) {
    self.file = file
    self.reader = reader
    records = reader.records(in: file)
    ads = records.enumerated().map { number, record in
      if let numbers, !numbers.contains(number) { return nil }
      return try? reader.ad(from: record, in: file)
    }
  }

  /// A wish, and which of the spellings of its words is tried.
  struct Trial {
    let wish: Wish
    fileprivate let spellings: [[UInt8]]
    fileprivate var choice = 0

    fileprivate init(_ wish: Wish, of ad: Ad?) {
      self.wish = wish
      spellings = HostSpelling.spellings(
        of: wish.words, inMarkdown: ad?.markup == .markdown)
    }

    var edit: Edit { Edit(place: wish.place.utf8, replacement: spellings[choice]) }
    fileprivate var isLast: Bool { choice + 1 >= spellings.count }
  }

  /// A field of an ad: the wishes of one are spelled alike.
  private struct Spot: Hashable {
    var ad: Int
    var field: Int
  }

  /// Wishes with edits that do what is wished and nothing else, and those for which there is none.
  ///
  /// The wishes of an ad are tried together, those of a field in the same spelling; where that cannot
  /// be, the first half of them is tried, and another round looks at the others.
  func prove() -> (granted: [Trial], refused: Set<Wish>) {
    var refused: Set<Wish> = []
    var trials = Self.disjoint(wishes).map { Trial($0, of: ads[$0.ad]) }
    while !trials.isEmpty {
      let failed = failures(of: trials)
      if failed.isEmpty { break }
      var next: [Trial] = []
      while let first = trials.first {
        let mine = trials.prefix { $0.wish.ad == first.wish.ad }
        trials.removeFirst(mine.count)
        if !failed.contains(where: { $0.ad == first.wish.ad }) {
          next += mine
        } else if let others = respelled(mine, in: failed) {
          next += others
        } else if mine.count > 1 {
          next += mine.prefix(mine.count / 2).map { Trial($0.wish, of: ads[$0.wish.ad]) }
        } else {
          refused.insert(first.wish.anywhere)
        }
      }
      trials = next
    }
    return (trials, refused)
  }

  /// `trials` with the next spelling in each of the fields that `failed`; `nil` where there is none.
  private func respelled(_ trials: ArraySlice<Trial>, in failed: Set<Spot>) -> [Trial]? {
    var (respelled, isOther) = (Array(trials), false)
    for index in respelled.indices where !respelled[index].isLast {
      guard failed.contains(spot(of: respelled[index].wish)) else { continue }
      respelled[index].choice += 1
      isOther = true
    }
    return isOther ? respelled : nil
  }

  private func spot(of wish: Wish) -> Spot {
    let fields = ads[wish.ad]?.fields ?? []
    return Spot(
      ad: wish.ad, field: fields.lastIndex { $0.place.lower <= wish.prose.lower } ?? 0)
  }

  /// The fields that would not say what they should, were these edits made.
  private func failures(of trials: [Trial]) -> Set<Spot> {
    let edits = trials.map(\.edit)
    let new = SourceFile(name: file.name, text: file.text.edited(by: edits))
    let places = reader.records(in: new)
    let byAd = Dictionary(grouping: trials.map(\.wish), by: \.ad)
    var failed: Set<Spot> = []
    for (number, place) in shifted(records, by: edits).enumerated() {
      guard number < places.count, places[number] == place else {
        // Something broke the order of the records: the last one in front of it did.
        let culprit = byAd.keys.filter { $0 <= number }.max() ?? byAd.keys.min() ?? number
        failed.formUnion((byAd[culprit] ?? []).map(spot))
        break
      }
      guard let wishes = byAd[number], let old = ads[number] else { continue }
      let ad = try? reader.ad(from: place, in: new)
      let wrong = Set(
        wishes.map(spot).filter { spot in
          !(ad.map {
            Proof(of: $0, from: old).says(
              inField: spot.field, changes(by: wishes, in: spot.field, of: old))
          } ?? false)
        })
      // Other fields may not change either: then nobody knows whose fault it is.
      let isWhole = ad.map { says($0, as: old, wishes) } ?? false
      failed.formUnion(isWhole ? [] : wrong.isEmpty ? Set(wishes.map(spot)) : wrong)
    }
    if failed.isEmpty, places.count != records.count {
      return Set(trials.map { spot(of: $0.wish) })
    }
    return failed
  }

  /// Whether `ad` says what `old` says, with the new words of `wishes`.
  private func says(_ ad: Ad, as old: Ad, _ wishes: [Wish]) -> Bool {
    let proof = Proof(of: ad, from: old)
    let edits = old.fields.indices.map { changes(by: wishes, in: $0, of: old) }
    return ad.links.count == old.links.count && proof.says(edits)
      && proof.hasBlocks(but: wishes.filter(\.words.isEmpty).map(\.prose))
  }

  /// The edits of those of `wishes` that stand in the field number `field` of `ad`.
  private func changes(by wishes: [Wish], in field: Int, of ad: Ad) -> [Edit] {
    let start = ad.fields[field].place.lower
    return wishes.filter { spot(of: $0).field == field }.map { wish in
      Edit(
        place: wish.prose.lower - start..<wish.prose.upper - start,
        replacement: Array(wish.words.utf8))
    }.sorted { $0.place.lowerBound < $1.place.lowerBound }
  }

  /// Where `records` stand after `edits`.
  private func shifted(
    _ records: [ByteRange<Source>], by edits: [Edit]
  ) -> [ByteRange<Source>] {
    var (index, shift) = (0, 0)
    return records.map { record in
      let lower = record.lower + shift
      while index < edits.count, edits[index].place.upperBound <= record.upper {
        shift += edits[index].replacement.count - edits[index].place.count
        index += 1
      }
      return ByteRange(lower, record.upper + shift)
    }
  }

  /// `wishes` in the order of their places, the first of those that meet.
  private static func disjoint(_ wishes: [Wish]) -> [Wish] {
    var kept: [Wish] = []
    let inOrder = wishes.sorted {
      ($0.place.lower, $0.place.upper) < ($1.place.lower, $1.place.upper)
    }
    for wish in inOrder where kept.last.map({ $0.place.upper < wish.place.lower }) ?? true {
      kept.append(wish)
    }
    return kept
  }
}
