/// The codes of two letters by which people of some countries write the part that a town lies in, and
/// which elsewhere are those of other places: `Como (CO)` is no town in Colorado.
enum Subdivisions {
  /// How a code stands behind its town.
  enum Form { case brackets, mark }

  /// The countries of which the part with the code `letters`, two capitals, is written in such a `form`.
  static func countries(of letters: some Collection<UInt8>, in form: Form) -> [UInt64] {
    let code = String(decoding: letters, as: UTF8.self)
    return tables.filter { $0.forms.contains(form) && $0.codes.contains(code) }.map(\.country)
  }

  private struct Table {
    var country: UInt64
    var forms: [Form]
    var codes: Set<String>
  }

  /// ISO 3166-2: the provinces of Italy, the cantons of Switzerland, the states of Brazil and of India.
  private static let tables = [
    table(
      Place.pack("IT"), [.brackets],
      """
      AG AL AN AO AP AQ AR AT AV BA BG BI BL BN BO BR BS BT BZ CA CB CE CH CL CN CO CR CS CT CZ EN FC FE \
      FG FI FM FR GE GO GR IM IS KR LC LE LI LO LT LU MB MC ME MI MN MO MS MT NA NO NU OR PA PC PD PE PG \
      PI PN PO PR PT PU PV PZ RA RC RE RG RI RM RN RO SA SI SO SP SR SS SU SV TA TE TN TO TP TR TS TV UD \
      VA VB VC VE VI VR VT VV
      """),
    table(
      Place.pack("CH"), [.brackets],
      "AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH"),
    table(
      Place.pack("BR"), [.brackets, .mark],
      "AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO"),
    table(
      Place.pack("IN"), [.brackets, .mark],
      """
      AN AP AR AS BR CG CH DL GA GJ HP HR JH JK KA KL LA MH ML MN MP MZ NL OD OR PB PY RJ SK TG TN TR TS \
      UK UP UT WB
      """),
  ]

  private static func table(_ country: UInt64, _ forms: [Form], _ codes: String) -> Table {
    Table(
      country: country, forms: forms, codes: Set(codes.split(separator: " ").map(String.init)))
  }
}

extension Gazetteer {
  /// Settles the name at `index` on a town in a country whose parts people write behind it by codes, as
  /// in “Como (CO)” and “Chennai, TN”, and says whether it could.
  mutating func settleBySubdivision(_ index: Int, _ text: [UInt8]) -> Bool {
    let hit = hits[index]
    let start = hit.end + 2
    guard !hit.isPostcode, start + 2 <= text.count, text[start] &- 0x41 < 26,
      text[start + 1] &- 0x41 < 26
    else { return false }
    let form: Subdivisions.Form
    switch (text[hit.end], text[hit.end + 1], start + 2 < text.count ? text[start + 2] : 0x0A) {
    case (0x20, 0x28, 0x29): form = .brackets
    case (0x2C, 0x20, ...0x2F): form = .mark
    default: return false
    }
    let code = text[start..<start + 2]
    let countries = Subdivisions.countries(of: code, in: form)
    guard !countries.isEmpty,
      let town = likeliest(
        hit,
        allowing: { candidates[$0].kind.isLocal && countries.contains(candidates[$0].countryBits) })
    else { return false }
    // “Florence (AL)” is in Alabama.
    let least = form == .brackets ? 20 : 0
    let rivals = ["US-", "CA-"].map { prefix in
      (prefix.utf8 + code).reduce(0) { $0 << 8 | UInt64($1) }
    }
    let isRivalled = candidates[hit.places].contains {
      $0.kind.isLocal && rivals.contains($0.packed) && $0.thousands >= least
    }
    if isRivalled { return false }
    hits[index].settled = town
    hits[index].isQualified = true
    hits[index].within = Place(kind: .country, packed: candidates[town].countryBits)
    hits[index].whole = hit.start..<start + (form == .brackets ? 3 : 2)
    votes.add(candidates[town], in: hits[index].within, 3)
    if index + 1 < hits.count, hits[index + 1].start == start { hits[index + 1].isQualifier = true }
    return true
  }
}
