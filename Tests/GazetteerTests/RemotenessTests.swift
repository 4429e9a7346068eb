import AdModel
import Testing

@testable import Gazetteer

@Suite struct RemotenessTests {
  @Test(
    arguments: [
      ("This is a fully remote role.", .remote, "remote"),
      ("Location: Remote", .remote, "Remote"),
      ("You can work from anywhere.", .remote, "work from anywhere"),
      ("Hybrid or remote, as you choose.", .remote, "remote"),
      ("This role is home-based in Scotland.", .remote, "home-based"),
      ("The position is virtual.", .remote, "position is virtual"),
      ("Télétravail complet.", .remote, "Télétravail"),
      ("Anywhere in the UK", .remote, "Anywhere in"),
      ("You may be based anywhere in Ireland.", .remote, "based anywhere"),
      ("You visit farms anywhere in Ireland.", .none, nil),
      ("Hybrid: three days a week in our Leeds office.", .hybrid, "Hybrid"),
      ("You may work from home two days a week.", .hybrid, "work from home"),
      ("We offer flexible working and occasional remote work.", .hybrid, "remote"),
      ("This is not a remote role.", .none, nil), ("No remote work.", .none, nil),
      ("Remote work is not possible.", .none, nil), ("You provide remote support.", .none, nil),
      ("You repair hybrid cars.", .none, nil),
      ("You look after remote sites in Alaska.", .none, nil),
      ("Does this position have telework options? No", .none, nil),
      ("Telework options may change with business needs.", .none, nil),
      ("Telework\n\nYou plan the pay.", .none, nil),
    ] as [(String, Remoteness.Mode, String?)])
  func `reads whether the job may be done from home`(
    body: String, mode: Remoteness.Mode, words: String?
  ) {
    let ad = Ad.made(title: "Payroll clerk", body: body)
    let remote = facts(ad).remote
    #expect(remote.mode == mode)
    #expect(remote.place.map { ad.text(at: $0) } == words)
  }

  @Test(arguments: [
    ("Remote - US", "", "US", ""), ("US (Remote)", "", "US", ""), ("Remote", "", "", ""),
    ("Remote (US), except Colorado", "", "US", "US-CO/US"),
    ("Remote (USA, not California)", "", "US", "US-CA/US"),
    ("Remote - US, but not NY", "", "US", "US-NY/US"),
    ("Remote (CO, WA or OR residents)", "", "US-CO/US US-WA/US US-OR/US", ""),
    ("Remote: CA, NY, WA", "", "US-CA/US US-NY/US US-WA/US", ""),
    ("Remote (US or CA)", "", "US CA", ""), ("Remote within Ontario", "", "CA-ON/CA", ""),
    ("UK, Ireland, or Portugal (remote)", "", "GB IE PT", ""),
    ("", "Anywhere in the UK", "GB", ""),
    ("Remote in DACH", "", "AT CH DE", ""), ("Remote in Malta", "", "MT", ""),
    ("London, UK; Remote-Friendly, United States", "", "US", ""),
    ("Austin, TX (Remote)", "", "", ""),
    ("Remote", "You must live in Texas.", "US-TX/US", ""),
    (
      "Remote", "Candidates must reside in Virginia, West Virginia, Maryland or DC.",
      "US-VA/US US-WV/US US-MD/US US-DC/US", ""
    ),
    ("Remote", "Open to residents of Washington and New York only.", "US-WA/US US-NY/US", ""),
    ("Remote", "The role is remote, but you must be based in Australia.", "AU", ""),
    ("Remote", "We do not accept candidates outside the United States.", "US", ""),
    ("Remote", "This job is not available to residents of California.", "", "US-CA/US"),
    ("Remote", "We are unable to hire in CA, NY or CO.", "", "US-CA/US US-NY/US US-CO/US"),
    ("Remote", "Colorado residents are not eligible to apply.", "", "US-CO/US"),
    ("Remote", "Applicants in Colorado will not be considered.", "", "US-CO/US"),
    ("Remote", "Anywhere in the US, excluding Hawaii and Alaska.", "", "US-HI/US US-AK/US"),
    ("Remote", "This is a remote role supporting clients in Germany.", "", ""),
    ("Leeds", "You must live in Wales.", "", ""),
    ("Remote", "You live in the Mid-Atlantic region of the United States.", "", ""),
    ("Remote", "Candidates located in the Southeast U.S. only.", "", ""),
  ])
  func `reads from where`(location: String, body: String, within: String, except: String) {
    let remote = facts(.made(title: "Payroll clerk", location: location, body: body)).remote
    #expect(paths(remote.within) == within)
    #expect(paths(remote.except) == except)
  }

  @Test func `takes a title's word for on-site work`() {
    let body = "Location: Remote/Nationwide, USA"
    #expect(facts(.made(title: "Trainer (On-Site)", body: body)).remote.mode == .none)
    #expect(facts(.made(title: "Trainer (on-site or remote)", body: body)).remote.mode == .remote)
    #expect(facts(.made(title: "Trainer", body: body)).remote.mode == .remote)
  }

  @Test func `points at each place`() {
    let ad = Ad.made(location: "Remote (US), except Colorado", body: "Work.")
    let remote = facts(ad).remote
    #expect(remote.within.map { ad.text(at: $0.place) } == ["US"])
    #expect(remote.except.map { ad.text(at: $0.place) } == ["Colorado"])
    #expect(facts(ad).workplaces.map(\.path) == [["US"]])
  }

  @Test(arguments: 0..<200)
  func `holds for random ads`(seed: UInt64) {
    var random = Random(state: seed &* 11_400_714 &+ 5)
    let ad = Ad.made(
      title: random.text(8), location: random.next() % 2 == 0 ? random.text(12) : nil,
      body: random.text(120))
    let facts = facts(ad)
    let remote = facts.remote
    let places = facts.workplaces + facts.reportsTo + remote.within + remote.except
    for place in places.map(\.place) + [remote.place].compactMap(\.self) {
      #expect(!place.isEmpty && place.upper <= ad.prose.count)
    }
    #expect(remote.mode == .remote || remote.within.isEmpty && remote.except.isEmpty)
  }

  private func facts(_ ad: Ad) -> PlaceFacts {
    var gazetteer = Gazetteer()
    return gazetteer.facts(of: ad)
  }

  private func paths(_ places: [Workplace]) -> String {
    places.map { $0.path.joined(separator: "/") }.joined(separator: " ")
  }

  /// Sentences without one of the key words are not read.
  @Test func `holds a key word in each phrase that it looks for`() {
    let mode = [RemoteWords.remote, RemoteWords.openings, RemoteWords.hybrid].flatMap(\.all)
    let limits = mode + [RemoteWords.exclusions, RemoteWords.demands].flatMap(\.all)
    #expect(mode.allSatisfy { $0.contains(where: RemoteWords.modeKeys.has) })
    #expect(limits.allSatisfy { $0.contains(where: RemoteWords.limitKeys.has) })
  }

  @Test func `reads the sentences with a key word as it reads them among all`() {
    var random = Random(state: 5)
    let keys = KeyWords("remote hybrid except not reports")
    for _ in 0..<600 {
      let ad = Ad.made(title: "Cook", body: random.text(80))
      for field in ad.fields {
        let some = Tokens(ad.prose, field, holding: keys)
        #expect(held(some, keys) == held(Tokens(ad.prose, field), keys))
      }
    }
  }

  /// The words of the sentences that hold one of `keys`.
  private func held(_ tokens: Tokens, _ keys: KeyWords) -> [Token] {
    tokens.sentences.filter { $0.contains { keys.has(tokens.all[$0].hash) } }
      .flatMap { tokens.all[$0] }
  }
}
