import AdModel

/// A chain of masks that stand for one value or range, and the words that tell which.
///
/// “£****  ****k basic” is one range in two masks: what is known of one holds for the other.
struct MaskContext {
  private let chain: [MaskRun]
  private let passage: Passage
  private var before: [Word] = []
  private var after: [Word] = []

  init(_ chain: [MaskRun], in passage: Passage) {
    self.chain = chain
    self.passage = passage
    guard case .signs = chain[0].form else { return }
    before.reserveCapacity(8)
    after.reserveCapacity(5)
    var at = lower
    while before.count < 8, let word = passage.word(before: at) {
      if !word.gap.isDisjoint(with: [.sentence, .bullet]) { break }
      if word.gap.contains(.line) {
        // “Salary” alone on the line above is a label.
        guard before.isEmpty, word.upper - passage.lineStart(of: word.lower) <= 24 else { break }
        before.append(word)
        break
      }
      before.append(word)
      at = word.lower
    }
    at = upper
    while after.count < 5, let word = passage.word(after: at) {
      if !word.gap.isDisjoint(with: .end) { break }
      after.append(word)
      at = word.upper
    }
  }

  private var lower: Int { chain[0].lower }
  private var upper: Int { chain[chain.count - 1].upper }

  /// The masks of the chain: one for a phone number in groups, one for each amount.
  var masks: [Mask] {
    if isInIdentifier { return [] }
    switch chain[0].form {
    case .placeholder(let kind):
      return chain.map { make(kind, $0.lower, $0.upper, isPlaceholder: true) }
    case .words(let kind):
      return chain.map { make(kind == .other ? askedFor : kind, $0.lower, $0.upper) }
    case .signs: break
    }
    if isCardNumber { return [] }
    let kind = kind
    if kind == .url || kind == .email {
      let token = passage.addressToken(around: lower, upper)
      return [make(kind, token.lowerBound, token.upperBound)]
    }
    if kind == .phone || kind == .reference {
      return [make(kind, passage.valueStart(lower), passage.valueEnd(upper))]
    }
    var masks: [Mask] = []
    for run in chain {
      let start = kind == .pay ? amountStart(run.lower) : passage.valueStart(run.lower)
      let end = passage.valueEnd(run.upper)
      if let last = masks.last,
        last.place.upper >= start || isOneValue(last.place.upper, start, kind)
      {
        masks[masks.count - 1].place = ByteRange(last.place.lower, max(end, last.place.upper))
      } else {
        masks.append(make(kind, start, end))
      }
    }
    return masks
  }

  /// Whether it is the number of a bank card as receipts show it: `**** **** **** 1234`.
  private var isCardNumber: Bool {
    guard chain.count == 3, chain.allSatisfy({ $0.upper - $0.lower == 4 }) else { return false }
    let start = upper + 1
    return passage[upper] == 0x20 && (start..<start + 4).allSatisfy { passage[$0].isDigit }
      && !passage[start + 4].isWordly
  }

  private func isOneValue(_ end: Int, _ start: Int, _ kind: Mask.Kind) -> Bool {
    kind != .pay && start == end + 1 && passage[end] == 0x20 || start == end
  }

  private func make(
    _ kind: Mask.Kind, _ lower: Int, _ upper: Int, isPlaceholder: Bool = false
  ) -> Mask {
    Mask(
      kind: kind, isPlaceholder: isPlaceholder, place: ByteRange(lower, upper), part: passage.part)
  }

  private func amountStart(_ offset: Int) -> Int {
    passage.currency(before: offset)?.lower ?? passage.valueStart(offset)
  }

  // MARK: What it hides

  private var kind: Mask.Kind {
    if let kind = address { return kind }
    if isPostcode { return .postcode }
    if passage.part == .salary { return .pay }
    if passage.part == .reference { return .reference }
    if isReference { return .reference }
    if let kind = amount { return kind }
    if isSlashedDate { return .date }
    if isPhone { return .phone }
    if isEmailAsked { return .email }
    if isDate { return .date }
    if let word = after.first, word.gap.isSubset(of: [.blank, .wide, .dash]) || isPercent {
      if word.roles.contains(.counted) || isPercent { return .count }
    }
    if isPay { return .pay }
    if chain.count > 1, isGroupedLikePhone { return .phone }
    if passage.part == .title, isTitlePay { return .pay }
    if let word = after.first, word.gap == [.blank], after.count > 1 || before.count > 0 {
      return before.first?.roles.contains(.dated) == true ? .date : .count
    }
    return .other
  }

  /// “(Apply online only)” stands for what the sentence asks for.
  private var askedFor: Mask.Kind {
    var at = lower
    for _ in 0..<6 {
      guard let word = passage.word(before: at) else { break }
      if word.roles.contains(.email) || word.roles.contains(.send) { return .email }
      if word.roles.contains(.phone) { return .phone }
      if word.roles.contains(.visit), word.upper - word.lower > 2 { return .url }
      at = word.lower
    }
    return .other
  }

  /// A mask inside an address: what the address is.
  private var address: Mask.Kind? {
    let token = passage.token(around: lower)
    guard token.count > chain[0].count + 3 else { return nil }
    if token.contains(where: { passage[$0] == 0x40 }) { return .email }
    let isPath =
      passage.reads("www.", at: token.lowerBound) || passage.reads("http", at: token.lowerBound)
    let hasDomain = passage.hasDomain(in: token)
    if isPath || hasDomain, !asksForEmail { return .url }
    let isLong = passage.valueEnd(chain[0].upper) - passage.valueStart(lower) > chain[0].count + 5
    if hasDomain || asksForEmail && isLong { return .email }
    return passage.isUnderscore(before: lower) ? .url : nil
  }

  /// Whether it stands inside a name of code, as in `acct_****_mask`, where nobody looks for a value.
  private var isInIdentifier: Bool {
    guard passage[lower - 1] == 0x5F, passage[upper] == 0x5F || passage[upper].isLetter else {
      return false
    }
    return passage.addressToken(around: lower, upper).allSatisfy {
      passage[$0].isWordly || passage[$0] == 0x5F || passage[$0] == 0x2A
    }
  }

  private var asksForEmail: Bool {
    for (index, word) in before.prefix(7).enumerated() {
      if word.roles.contains(.email) { return true }
      if word.roles.contains(.visit), index < 2, word.upper - word.lower > 2 { return false }
    }
    return false
  }

  private var isPostcode: Bool {
    passage.isPostcode(around: lower, chain[0].upper)
  }

  private var isReference: Bool {
    if passage[lower] == 0x23, passage.isNumbered(lower) { return true }
    for (index, word) in before.prefix(3).enumerated() {
      guard word.gap.isSubset(of: [.blank, .wide, .colon, .slash, .dash, .bracket]) else {
        return false
      }
      if word.roles.contains(.reference) {
        // “no”, “code”, “number” and “id” need a thing they number: “job no”.
        if Self.numbering[word.key] == 0 { return true }
        guard let owner = before.dropFirst(index + 1).first else { return index == 0 }
        return Self.numbered[owner.key] != 0
      }
      if !word.roles.isDisjoint(with: [.pay, .payish, .phone, .counted]) { return false }
    }
    return false
  }

  /// What a currency sign or a `k` beside the mask makes of it.
  private var amount: Mask.Kind? {
    let last = chain[chain.count - 1]
    let hasCurrency = chain.contains {
      (passage.currency(before: $0.lower) ?? passage.currency(after: $0.upper)) != nil
        || passage.isInRand($0.lower, $0.upper)
    }
    let hasThousands = chain.contains {
      passage[$0.upper].lowercase == 0x6B && passage.endsAmount($0.upper + 1)
    }
    guard hasCurrency || hasThousands else { return nil }
    let end = passage.valueEnd(last.upper)
    let unit = passage[last.upper].lowercase
    if unit == 0x6D && !passage[last.upper + 1].isLetter || passage.reads("bn", at: last.upper) {
      return .other
    }
    if let word = passage.word(after: end), word.gap == [.blank], word.roles.contains(.counted),
      !hasCurrency, !word.roles.contains(.afterPay), Self.shift[word.key] == 0
    {
      return .count
    }
    if passage.reads("million", at: passage.skippingBlanks(from: last.upper)) { return .other }
    for word in before.prefix(6) {
      let roles = word.roles
      if !roles.isDisjoint(with: [.pay, .payish]) { return .pay }
      if roles.contains(.business) || roles.contains(.allowance) { return .other }
      guard roles.contains(.filler) else { break }
    }
    for word in after.prefix(3) {
      let roles = word.roles
      if !roles.isDisjoint(with: [.pay, .payish, .afterPay]) { break }
      if roles.contains(.business) { return .other }
      guard roles.contains(.filler) else { break }
    }
    return .pay
  }

  private var isPhone: Bool {
    if !payNames(in: before.prefix(3)).isEmpty { return false }
    for (index, word) in before.enumerated() {
      let roles = word.roles
      if roles.contains(.phone) {
        // “calls a day: ****” counts; “call … on ****” asks.
        let joins =
          index == 0 || before[0].isNumber || before[0].roles.contains(.preposition)
          || isGroupedLikePhone
        return joins
          && after.first.map { !$0.roles.contains(.counted) || isGroupedLikePhone } ?? true
      }
      if roles.contains(.contact), index > 0, before[0].key == Self.on || isGroupedLikePhone {
        return true
      }
    }
    return isGroupedLikePhone && before.first.map { $0.key == Self.on } ?? false
  }

  /// “send your CV to ****”, “mejla till ****”
  private var isEmailAsked: Bool {
    guard chain.count == 1, let first = before.first,
      first.gap.isSubset(of: [.blank, .wide, .colon]),
      first.roles.contains(.email) || Self.toward[first.key] != 0
    else { return false }
    if let word = after.first, word.roles.contains(.counted) { return false }
    return before.contains { $0.roles.contains(.email) }
      || first.key == Self.to && before.contains { Self.papers[$0.key] != 0 }
  }

  private static let toward = WordTable([("to at on via till på", 1)])
  private static let papers = WordTable([("cv cvs resume resumes application ansökan", 1)])
  private static let to = Word.key("to".utf8)

  /// `**** **** ****`, `****) ****`: groups a blank apart, as phone numbers are written.
  private var isGroupedLikePhone: Bool {
    guard chain.count >= 2 else { return false }
    return zip(chain, chain.dropFirst()).allSatisfy { one, next in
      let gap = next.lower - one.upper
      return gap <= 5
        && (one.upper..<next.lower).allSatisfy {
          let byte = passage[$0]
          return byte.isBlank || byte.isDigit || byte == 0x28 || byte == 0x29 || byte == 0x2F
            || byte == 0x2D
        } && !(gap == 2 && passage[one.upper].isBlank && passage[one.upper + 1].isBlank)
    }
  }

  private var isDate: Bool {
    let first = chain[0]
    if passage[first.upper] == 0x3A, passage[first.upper + 1] == 0x2A { return true }
    if passage[first.lower - 1] == 0x3A, passage[first.lower - 2].isDigit { return true }
    if let word = before.first, word.gap.isSubset(of: [.blank, .comma]),
      word.roles.contains(.month) && word.upper - word.lower > 2
        || word.roles.contains(.dated) || word.roles.contains(.weekday)
    {
      return true
    }
    if let word = after.first, word.gap.isSubset(of: [.blank]), word.roles.contains(.month),
      word.upper - word.lower > 3
    {
      return true
    }
    return after.first.map { $0.lower == upper && Self.ordinals[$0.key] != 0 } ?? false
  }

  /// `14/****/2****3`
  private var isSlashedDate: Bool {
    let value = passage.valueStart(lower)..<passage.valueEnd(upper)
    let slashes = value.count { passage[$0] == 0x2F }
    return slashes == 2 && value.allSatisfy { !passage[$0].isLetter }
  }

  private var isPercent: Bool {
    let end = passage.skippingBlanks(from: upper)
    return passage[end] == 0x25
  }

  /// The nearest words that name pay.
  private func payNames(in words: ArraySlice<Word>) -> [Word] {
    words.filter { !$0.roles.isDisjoint(with: [.pay, .ote]) && $0.key != Self.target }
  }

  private var isPay: Bool {
    // “**** per annum”, “**** an hour”
    if let found = passage.period(after: passage.valueEnd(upper)) {
      switch found.period {
      case .year, .hour:
        return !before.prefix(2).contains { $0.roles.contains(.counted) }
      case .piece: break
      default: if hasPayBefore { return true }
      }
    }
    if let word = after.first, word.gap.isDisjoint(with: [.comma, .bracket]) {
      let roles = word.roles
      if !roles.isDisjoint(with: [.pay, .ote]) { return true }
      if roles.contains(.afterPay), Self.weak[word.key] == 0 { return true }
      if Self.weak[word.key] == 1, after.dropFirst().first?.roles.contains(.afterPay) == true {
        return true
      }
      if word.gap.contains(.plus), hasPayBefore { return true }
      let isRange = chain.count > 1 || word.gap.contains(.wide)
      if isRange, !word.roles.contains(.counted),
        after.prefix(3).contains(where: { Self.benefits[$0.key] != 0 })
      {
        return true
      }
    }
    return hasPayBefore
  }

  private var hasPayBefore: Bool {
    for (index, word) in before.enumerated() {
      let roles = word.roles
      if roles.contains(.pay) || roles.contains(.ote) && word.key != Self.target { return true }
      if roles.contains(.payish), index < 5 { return true }
      if roles.contains(.bonus), index < 3 { return true }
      if roles.contains(.counted) || roles.contains(.business) { return false }
    }
    return false
  }

  /// In a title, a pair of masks or one at the end is mostly the salary.
  private var isTitlePay: Bool {
    if chain.count > 1 { return true }
    guard let word = before.first else { return false }
    return word.gap.contains(.wide) && after.isEmpty || Self.limits[word.key] != 0
  }

  /// “****k days”, “****k nights” name the shift of a post beside its pay.
  private static let shift = WordTable([("days nights shifts day", 1)])
  private static let benefits = WordTable([("benefits package bonus bupa pension car", 1)])
  private static let numbering = WordTable([("no code id number", 1)])
  private static let numbered = WordTable([
    ("job ref reference vacancy role advert posting position requisition", 1)
  ])
  private static let ordinals = WordTable([("st nd rd th", 1)])
  private static let weak = WordTable([("plus starting according experience guaranteed", 1)])
  private static let limits = WordTable([("upto to circa c", 1)])
  private static let on = Word.key("on".utf8)
  private static let target = Word.key("target".utf8)
}
