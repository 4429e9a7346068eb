/// Words that ads of one country use and those of others hardly do.
enum CountrySigns {
  /// The code of the country, or of the part of one, that a capitalised word speaks for, given its hash,
  /// or 0.
  static func code(of hash: UInt64) -> UInt64 { names[hash] ?? 0 }

  /// Stands for Germany, Austria and Switzerland together.
  static let germanSpeaking = Place.pack("DACH")

  /// Offices, laws, diplomas, forms of company and currencies; and trains, universities and offices of a
  /// part of a country, as far as nothing else has their name: not MIT, which begins German sentences.
  private static let names = table([
    (
      Place.pack("GB"),
      """
      nhs dbs crb paye hmrc nvq nvqs gcse gcses cscs rgn rmn nmc cipd acca cima qts ofsted cqc gdc hcpc
      hnc hnd btec plc ltd gbp bacs basw corgi smsts ote
      """
    ),
    (
      Place.pack("US"),
      """
      eoe eeo eeoc fmla flsa osha hipaa llc inc ged usd americans veterans veteran medicaid ssn
      """
    ),
    (Place.pack("CA"), "rrsp wsib aoda lmia whmis chrp canadian canadians"),
    (Place.pack("AU"), "aud superannuation ahpra wwcc pty australian australians"),
    (Place.pack("NZ"), "nzd kiwisaver aotearoa"), (Place.pack("DE"), "ihk agg"),
    (germanSpeaking, "gmbh"),
    (Place.pack("SG"), "sgd singaporeans"), (Place.pack("HK"), "hkd"), (Place.pack("CH"), "chf"),
    (Place.pack("SE"), "sek"), (Place.pack("IN"), "inr lakh"), (Place.pack("ZA"), "zar"),
    (Place.pack("PL"), "pln"), (Place.pack("IE"), "qqi tusla luas"),
    (Place.pack("GB-SCT"), "pvg sssc"), (Place.pack("GB-NIR"), "accessni nisco"),
    (Place.pack("US-CA"), "caltrain ucla ucsf"), (Place.pack("US-IL"), "metra"),
    (Place.pack("US-MO"), "mizzou"),
    (Place.pack("US-MA"), "mbta masshealth umass"), (Place.pack("US-NY"), "lirr suny cuny"),
    (Place.pack("GE"), "lari tbilisi"),
    (Place.pack("US-OR"), "trimet olcc"), (Place.pack("US-DC"), "wmata"),
    (Place.pack("CA-ON"), "ohip"),
    (Place.pack("CA-BC"), "skytrain"), (Place.pack("CA-QC"), "cnesst"),
  ])

  /// What the words of a text without other signs tell: the countries that its spelling or its language
  /// speaks for, and whether they name the euro.
  static func words(
    of text: [UInt8], in range: Range<Int>
  ) -> (countries: [(code: UInt64, weight: Int)], sayEuro: Bool) {
    var sayEuro = false
    var british = 0
    var american = 0
    var counts = [Int](repeating: 0, count: languages.count)
    var index = range.lowerBound
    while index < range.upperBound {
      guard Letters.letter(text, index, range.upperBound).width > 0 else {
        index += 1
        continue
      }
      let word = Word(text, at: index, end: range.upperBound)
      if Self.british.contains(word.hash) { british += 1 }
      if Self.american.contains(word.hash) { american += 1 }
      if Self.euros.contains(word.hash) { sayEuro = true }
      if let language = smallWords[word.hash] { counts[language] += 1 }
      index = word.end
    }
    var countries: [(code: UInt64, weight: Int)] = []
    if british != american {
      let code = Place.pack(british > american ? "GB" : "US")
      countries.append((code, min(abs(british - american) * 2, 6)))
    }
    // Two languages in one ad tell nothing.
    if let most = counts.max(), most >= 4, counts.count(where: { $0 * 3 > most }) == 1,
      let language = counts.firstIndex(of: most)
    {
      countries += languages[language].countries.map { (Place.pack($0), 5) }
    }
    return (countries, sayEuro)
  }

  /// The countries where a language is spoken, and small words that neither another one of these nor English
  /// has.
  private static let languages: [(countries: [StaticString], words: String)] = [
    (["DE", "AT", "CH"], "und für wir mit der das unsere suchen sie bei eine einen ist"),
    (["IT"], "della dei che sono lavora nel gli alla siamo cerchiamo retribuzione poi anche dalle"),
    (["FR", "BE", "CH"], "et nous vous notre dans vos votre les aux avec sur une du"),
    (
      ["ES"],
      """
      los las y para nuestra buscamos como empresa somos trabajo por nosotros ofrecemos tienda horas
      experiencia
      """
    ),
    (["NL", "BE"], "wij een het voor jij onze werken bij zoeken jouw naar"),
  ]

  /// The number of the language of each of those words.
  private static let smallWords = Dictionary(
    languages.enumerated().flatMap { number, language in
      Word.hashes(language.words).map { ($0, number) }
    }, uniquingKeysWith: { first, _ in first })

  private static let euros = Word.hashes("euro euros eur")

  private static let british = Word.hashes(
    """
    organisation organisations organised organise labour programme programmes colour centre centres
    behaviour behaviours specialise specialising recognised recognise utilise utilising whilst licence
    tyre enquiries enquiry fortnight postcode behavioural honour favourable prioritise prioritising
    maximise minimise optimise fulfil skilful travelling modelling tailored cheque advisor maths
    holidays redundancy
    """)

  private static let american = Word.hashes(
    """
    organization organizations organized organize labor program programs color center centers behavior
    behaviors specialize specializing recognized recognize utilize utilizing license behavioral
    favorable prioritize prioritizing maximize minimize optimize fulfill skillful traveling modeling
    vacation resume paycheck zip
    """)

  private static func table(_ rows: [(UInt64, String)]) -> [UInt64: UInt64] {
    var table: [UInt64: UInt64] = [:]
    for (country, words) in rows {
      for hash in Word.hashes(words) { table[hash] = country }
    }
    return table
  }
}
