internal import AdModel

extension Evidence {
  /// Whether the text names somebody who employs: “At Acme …”, “Acme is looking for …”, “Acme Ltd”.
  ///
  /// Names have capitals, and so do many other words: this says yes too often rather than no.
  var namesEmployer: Bool {
    let words = scan.words
    return words.indices.contains { index in
      words[index].letters.contains(.capital)
        && isEmployer(
          words[index], before: index > 0 ? words[index - 1] : nil,
          after: index + 1 < words.count ? words[index + 1] : nil)
    }
  }

  /// Whether `name`, with the words around it, is a name of an employer. Words of two fields have
  /// too much between them to belong together.
  private func isEmployer(_ name: BodyWord, before: BodyWord?, after: BodyWord?) -> Bool {
    guard ad.prose[Int(name.lower)].isUpper, name.count > 1, !Self.noNames.has(name) else {
      return false
    }
    if let before, isLabelled(before, name) { return true }
    if let before, joins(before, name) {
      if Self.openers.has(before) { return true }
      if Self.forms.has(name), ad.prose[Int(before.lower)].isUpper { return true }
    }
    guard let after, joins(name, after) else { return false }
    return Self.acts.has(after)
  }

  /// “Company: Acme”.
  private func isLabelled(_ label: BodyWord, _ name: BodyWord) -> Bool {
    ad.prose[Int(label.upper)] == UInt8(ascii: ":") && name.lower - label.upper <= 2
      && Self.labels.has(label)
  }

  private func joins(_ one: BodyWord, _ next: BodyWord) -> Bool {
    next.lower == one.upper + 1 && ad.prose[Int(one.upper)] == 0x20
  }

  private static let labels = set("company employer organisation organization client agency")
  /// Words before the name of an employer.
  private static let openers = set("at join joining about")
  /// Words after it, for what an employer does.
  private static let acts = set(
    """
    is seeks offers provides has was helps makes builds employs wants believes needs recruits works \
    runs operates understands delivers gives serves
    """)
  /// What the names of employers end with.
  private static let forms = set(
    """
    ltd limited plc inc llc llp gmbh corp corporation council university college academy hospital \
    nhs trust foundation group institute church school company associates partners consulting \
    recruitment solutions services systems technologies labs bank agency
    """)
  /// Words with a capital that are no names.
  private static let noNames = set(
    """
    you us the this our your we it he she they who what that there here role job position work \
    experience candidate applicant candidates salary manager engineer developer assistant each \
    every which all home least once one candidate's someone everyone nobody english
    """)

  private static func set(_ words: String) -> WordSet {
    WordSet(words.split(separator: " ").map { String($0) })
  }
}
