internal import Deferral

extension Rule {
  /// What people read of a rule.
  public final class Wording: Sendable {
    /// A few words, such as “Age preference”.
    public let title: String
    /// The sentence of a finding, with `{words}` and other facts of the hit in braces.
    public let message: String
    /// Why it matters.
    public let why: String
    /// What to do instead.
    public let instead: String
    /// Why it is off by default, or empty.
    public let offBecause: String
    /// Ads, or pieces of ads, that it flags, with the flagged words marked.
    public let flags: [Example]
    /// Near misses that it lets pass.
    public let passes: [Example]
    /// Statutes, papers and measurements behind it.
    public let cites: [Citation]

    public init(
      title: String, message: String, why: String, instead: String, offBecause: String = "",
      flags: [Example] = [], passes: [Example] = [], cites: [Citation] = []
    ) {
      self.title = title
      self.message = message
      self.why = why
      self.instead = instead
      self.offBecause = offBecause
      self.flags = flags
      self.passes = passes
      self.cites = cites
    }
  }

  public var title: String { wording.value.title }
  public var message: String { wording.value.message }
  public var why: String { wording.value.why }
  public var instead: String { wording.value.instead }
  public var offBecause: String { wording.value.offBecause }
  public var flags: [Example] { wording.value.flags }
  public var passes: [Example] { wording.value.passes }
  public var cites: [Citation] { wording.value.cites }

  /// The rule with `ending` behind its message.
  public func saying(also ending: String) -> Rule {
    var rule = self
    rule.wording = Deferred { [wording] in
      let words = wording.value
      return Wording(
        title: words.title, message: words.message + ending, why: words.why,
        instead: words.instead, offBecause: words.offBecause, flags: words.flags,
        passes: words.passes, cites: words.cites)
    }
    return rule
  }
}
