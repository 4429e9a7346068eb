public import Deferral

/// What a rule says about itself: the part of its entry that people and reports read.
public struct Rule: Sendable {
  /// `theme/what-is-wrong`, such as `pay/redacted-salary`. Never changes once shipped.
  public var id: String
  public var level: Level
  /// How often it is right on real ads.
  public var precision: Precision
  /// Whether it runs unless a configuration says otherwise.
  public var isOn: Bool
  /// The parts of the ad that it reads.
  public var parts: [Part]
  /// The pillar of the score that it counts in.
  public var pillar: Pillar
  /// Whether a baseline may hold its findings.
  public var baseline: BaselineUse
  /// Its words, which few rules of a run are asked for.
  var wording: Deferred<Wording>

  /// A rule of which `wording` tells the rest.
  public init(
    id: String, level: Level, precision: Precision = .high, isOn: Bool = true,
    parts: [Part] = [.title, .body], pillar: Pillar = .clarity, baseline: BaselineUse = .allowed,
    wording: Deferred<Wording>
  ) {
    self.id = id
    self.level = level
    self.precision = precision
    self.isOn = isOn
    self.parts = parts
    self.pillar = pillar
    self.baseline = baseline
    self.wording = wording
  }

  public init(
    id: String, title: String, message: String, why: String, instead: String, level: Level,
    precision: Precision = .high, isOn: Bool = true, offBecause: String = "",
    parts: [Part] = [.title, .body], flags: [Example] = [], passes: [Example] = [],
    cites: [Citation] = [], pillar: Pillar = .clarity, baseline: BaselineUse = .allowed
  ) {
    self.init(
      id: id, level: level, precision: precision, isOn: isOn, parts: parts, pillar: pillar,
      baseline: baseline,
      wording: Deferred(
        made: Wording(
          title: title, message: message, why: why, instead: instead, offBecause: offBecause,
          flags: flags, passes: passes, cites: cites)))
  }

  /// The part of the id before the slash, such as `pay`.
  public var theme: String {
    guard let slash = id.utf8.firstIndex(of: UInt8(ascii: "/")) else { return id }
    return String(id[..<slash])
  }
}

/// How bad a finding is.
public enum Level: String, Sendable, CaseIterable, Comparable {
  case note, warning, error

  public static func < (a: Level, b: Level) -> Bool { a.rank < b.rank }

  private var rank: Int { self == .error ? 2 : self == .warning ? 1 : 0 }
}

/// Whether a baseline may hold the findings of a rule.
public enum BaselineUse: String, Sendable, CaseIterable {
  case allowed
  /// They harm people as long as the ad is up: a waiver may excuse them, with an owner and an end.
  case never
}

/// How often a rule is right where it hits, measured on real ads.
public enum Precision: String, Sendable, CaseIterable {
  /// Below 9 in 10.
  case low
  /// 9 in 10 or more.
  case medium
  /// 19 in 20 or more.
  case high
}

/// The five pillars of the score.
public enum Pillar: String, Sendable, CaseIterable {
  case facts, integrity, inclusion, clarity, structure
}

/// A piece of an ad that shows what a rule does.
public struct Example: Hashable, Sendable {
  /// The text, without marks.
  public var text: String
  /// The words that are flagged, in UTF-8 bytes of ``text``; none for an absence or a pass.
  public var marks: [Range<Int>]
  /// The text after the rule's fix, where it has one.
  public var becomes: String?

  public init(text: String, marks: [Range<Int>] = [], becomes: String? = nil) {
    self.text = text
    self.marks = marks
    self.becomes = becomes
  }
}

/// Where a rule's claim can be looked up.
public struct Citation: Hashable, Sendable {
  public var title: String
  public var url: String?

  public init(title: String, url: String? = nil) {
    self.title = title
    self.url = url
  }
}
