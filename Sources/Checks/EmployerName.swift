internal import AdModel

extension Evidence {
  /// Whether the text names somebody who employs: “At Acme …”, “Acme is looking for …”, “Acme Ltd”.
  ///
  /// Names have capitals, and so do many other words: this says yes too often rather than no.
  var namesEmployer: Bool {
    bodyFields.contains { field in
      var before: Range<Int>?
      var last: Range<Int>?
      for word in Words(of: ad.prose, in: field.place) {
        if isEmployer(last, before: before, after: word) { return true }
        before = last
        last = word
      }
      return isEmployer(last, before: before, after: nil)
    }
  }

  /// Whether `name`, with the words around it, is a name of an employer.
  private func isEmployer(
    _ name: Range<Int>?, before: Range<Int>?, after: Range<Int>?
  ) -> Bool {
    guard let name, ad.prose[name.lowerBound].isUpper, name.count > 1 else { return false }
    let key = folded(name)
    guard !Self.noNames.contains(key) else { return false }
    if let before, isLabelled(before, name) { return true }
    if let before, joins(before, name) {
      if Self.openers.contains(folded(before)) { return true }
      if Self.forms.contains(key), ad.prose[before.lowerBound].isUpper { return true }
    }
    guard let after, joins(name, after) else { return false }
    return Self.acts.contains(folded(after))
  }

  private func folded(_ word: Range<Int>) -> [UInt8] { ad.prose[word].map(\.folded) }

  /// “Company: Acme”.
  private func isLabelled(_ label: Range<Int>, _ name: Range<Int>) -> Bool {
    ad.prose[label.upperBound] == UInt8(ascii: ":") && name.lowerBound - label.upperBound <= 2
      && Self.labels.contains(folded(label))
  }

  private func joins(_ one: Range<Int>, _ next: Range<Int>) -> Bool {
    next.lowerBound == one.upperBound + 1 && ad.prose[one.upperBound] == 0x20
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

  private static func set(_ words: String) -> Set<[UInt8]> {
    Set(words.split(separator: " ").map { Array($0.utf8) })
  }
}
