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
      for mark in landmarks.marks[stretch.marks] where mark.kind == .mask || mark.kind == .mark {
        guard mark.offset >= end, let run = passage.maskRun(at: mark.offset) else { continue }
        end = run.upper
        if let last = chain.last, chain.count == 12 || !passage.isJoined(last, run) {
          masks += MaskContext(chain, in: passage).masks
          chain = []
        }
        chain.append(run)
      }
      if !chain.isEmpty { masks += MaskContext(chain, in: passage).masks }
    }
    return masks
  }
}
