import AdModel
import Fixing
import Reading

/// A file that is being mended: its ads, and what is to be written in them.
struct Page {
  let file: SourceFile
  let reader: any Reader
  private let records: [ByteRange<Source>]
  /// The ads by their numbers; `nil` for what is none.
  let ads: [Ad?]
  var wishes: [Wish] = []

  init(_ file: SourceFile, _ reader: any Reader) {
    self.file = file
    self.reader = reader
    records = reader.records(in: file)
    ads = records.map { try? reader.ad(from: $0, in: file) }
  }

  /// A wish, and which of the spellings of its words is tried.
  private struct Trial {
    let wish: Wish
    let spellings: [[UInt8]]
    var choice = 0

    init(_ wish: Wish, of ad: Ad?) {
      self.wish = wish
      spellings = HostSpelling.spellings(
        of: wish.words, inMarkdown: ad?.markup == .markdown)
    }

    var edit: Edit { Edit(place: wish.place.utf8, replacement: spellings[choice]) }
    var isLast: Bool { choice + 1 >= spellings.count }
  }

  /// A field of an ad: the wishes of one are spelled alike.
  private struct Spot: Hashable {
    var ad: Int
    var field: Int
  }

  /// Edits that do what is wished and nothing else, and the wishes for which there is none.
  ///
  /// The wishes of a field are tried together; where that cannot be, the first of them is tried
  /// alone, and another round looks at the others.
  func prove() -> (edits: [Edit], refused: Set<Wish>) {
    var refused: Set<Wish> = []
    var trials = Self.disjoint(wishes).map { Trial($0, of: ads[$0.ad]) }
    while !trials.isEmpty {
      let failed = failures(of: trials)
      if failed.isEmpty { break }
      var next: [Trial] = []
      var at = 0
      while at < trials.count {
        let spot = spot(of: trials[at].wish)
        let end = trials[at...].firstIndex { self.spot(of: $0.wish) != spot } ?? trials.count
        var mine = Array(trials[at..<end])
        at = end
        if failed.contains(spot) {
          if mine.contains(where: { !$0.isLast }) {
            for index in mine.indices where !mine[index].isLast { mine[index].choice += 1 }
          } else if mine.count > 1 {
            mine = [Trial(mine[0].wish, of: ads[spot.ad])]
          } else {
            refused.insert(mine[0].wish.anywhere)
            mine = []
          }
        }
        next += mine
      }
      trials = next
    }
    return (trials.map(\.edit), refused)
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
          !(ad.map { says($0, as: old, in: spot.field, wishes) } ?? false)
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
    ad.fields.count == old.fields.count && ad.links.count == old.links.count
      && ad.blocks.count == old.blocks.count
      && old.fields.indices.allSatisfy { says(ad, as: old, in: $0, wishes) }
  }

  /// Whether the field number `field` of `ad` says what that of `old` says, with the new words of
  /// those of `wishes` that stand in it.
  private func says(_ ad: Ad, as old: Ad, in field: Int, _ wishes: [Wish]) -> Bool {
    guard field < ad.fields.count, field < old.fields.count else { return false }
    let (place, now) = (old.fields[field].place, ad.fields[field].place)
    let edits = wishes.filter { spot(of: $0).field == field }.map { wish in
      Edit(
        place: wish.prose.lower - place.lower..<wish.prose.upper - place.lower,
        replacement: Array(wish.words.utf8))
    }.sorted { $0.place.lowerBound < $1.place.lowerBound }
    guard edits.disjoint.count == edits.count,
      edits.allSatisfy({ $0.place.lowerBound >= 0 && $0.place.upperBound <= place.count })
    else { return false }
    return ad.fields[field].name == old.fields[field].name
      && Array(ad.prose[now.utf8]) == Array(old.prose[place.utf8]).edited(by: edits)
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
