public import AdModel

/// A stretch of an ad that hides what stood there: `****`, `£xx,xxx`, `(url removed)`.
public struct Mask: Hashable, Sendable {
  /// What the mask hides, as far as the words around it tell.
  public enum Kind: String, Sendable, CaseIterable {
    case pay, phone, email, url, reference, postcode
    /// A number of things: hours, people, years of experience.
    case count
    case date, other
  }

  public var kind: Kind
  /// Whether a data set put a name there for what it took out, such as `#EMAIL_1f3a#`.
  public var isPlaceholder: Bool
  /// The mask, with what was left of the word or number around it.
  public var place: ByteRange<Prose>
  /// The part of the ad it stands in.
  public var part: Part

  /// All masks in `ad`, in the order of the text.
  public static func all(in ad: Ad) -> [Mask] { all(in: ad, landmarks: Landmarks(of: ad)) }

  /// The same, with landmarks that are known already.
  public static func all(in ad: Ad, landmarks: Landmarks) -> [Mask] {
    var masks: [Mask] = []
    for stretch in landmarks.stretches {
      let passage = landmarks.passage(stretch)
      var chain: [MaskRun] = []
      var end = stretch.lower
      let first = masks.count
      for mark in landmarks.marks[stretch.marks]
      where mark.kind == .mask || mark.kind == .mark || mark.kind == .number {
        guard mark.offset >= end, let run = passage.maskRun(at: mark.offset), run.lower >= end
        else { continue }
        end = run.upper
        if let last = chain.last, chain.count == 12 || !passage.isJoined(last, run) {
          masks += MaskContext(chain, in: passage).masks
          chain = []
        }
        chain.append(run)
      }
      if !chain.isEmpty { masks += MaskContext(chain, in: passage).masks }
      addPhones(to: &masks, from: first, in: passage, marks: landmarks.marks[stretch.marks])
    }
    return masks
  }

  /// Adds the phone numbers in `passage` that are masked in part. Those in `masks`, of which the ones
  /// from `first` on are of the same passage, stay where somebody knows what they hide.
  private static func addPhones(
    to masks: inout [Mask], from first: Int, in passage: Passage, marks: ArraySlice<Landmarks.Mark>
  ) {
    var end = passage.lower
    for mark in marks where mark.kind == .number || mark.kind == .mask || mark.kind == .mark {
      guard mark.offset >= end,
        let place = passage.maskedPhone(at: mark.offset)
      else { continue }
      end = place.upperBound
      let others = masks[first...].indices.filter {
        masks[$0].place.lower < place.upperBound && masks[$0].place.upper > place.lowerBound
      }
      guard others.allSatisfy({ masks[$0].kind == .other || masks[$0].kind == .count }) else {
        continue
      }
      for index in others.reversed() { masks.remove(at: index) }
      let phone = Mask(
        kind: .phone, isPlaceholder: false, place: ByteRange(place), part: passage.part)
      let index = masks[first...].firstIndex { $0.place.lower > place.lowerBound } ?? masks.count
      masks.insert(phone, at: index)
    }
  }
}
