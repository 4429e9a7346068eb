/// How often words and signs stand in ads, where a rare word weighs 1.
enum NeedWeight {
  /// So heavy that nearly every text holds it.
  static let most = 40
  /// So heavy that nearly every stretch of a text holds it.
  static let mostNear = 4_000

  static func of(_ keys: Set<NeedKey>) -> Int { keys.reduce(0) { $0 + (known[$1] ?? 1) } }

  static func of(_ near: Needs.Near) -> Int {
    of(near.keys) * min(near.words, near.isOneLine ? 25 : near.words)
  }

  /// The first letters of what stands in three ads of ten and more, by a count over 19,228 English
  /// job ads, the most frequent words first.
  private static let common = """
    and to the of in a for with is on are as be will or work an expe this desc titl team you our \
    we at have that comp skil loca from all your by supp role job othe thei incl deve time oppo \
    year serv requ prov mana who new look data appl plea if more abil busi info us base high know \
    envi abou part care comm posi sala full not exce join trai stro it well can bene qual has thro
    """

  /// The first six letters of what stands in three ads of ten and more, by a count over 3,284 public job
  /// ads, the most frequent words first.
  private static let commonLong = """
    descri experi compan requir locati skills develo commun manage respon servic includ provid busine \
    workin suppor benefi opport positi enviro employ produc abilit applic proces person knowle custom \
    profes candid qualif succes throug organi within strong inform perfor delive design techno lookin \
    client operat mainta qualit excell salary techni engine comple system profil unders direct progra \
    report soluti
    """

  /// What weighs more than 1.
  private static let known: [NeedKey: Int] = {
    var weights: [NeedKey: Int] = [.digit: 60, .beyond: 40]
    for first in UInt32(0x61)...0x7A {
      for second in UInt32(0x61)...0x7A { weights[.pair(first | second << 8)] = 8 }
    }
    func head(_ word: Substring) -> UInt64 {
      word.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    for (rank, word) in commonLong.split(separator: " ").enumerated() {
      weights[.longWord(head(word))] = 40 + 80 / (rank + 1)
    }
    for (rank, word) in common.split(separator: " ").enumerated() {
      let head = UInt32(head(word))
      let weight = 40 + 80 / (rank + 1)
      weights[.word(head)] = weight
      weights[.pair(head), default: 8] += weight
    }
    for sign in " -'.,:;()/".utf8 { weights[.sign(sign)] = 60 }
    return weights
  }()
}
