/// The words that say where a job is done from, and those that take it back.
enum RemoteWords {
  static let remote = Phrases(
    """
    remote, remotely, telecommute, telecommuting, telework, teleworking, work from home,
    working from home, home based, homebased, wfh, work from anywhere, working from anywhere,
    work anywhere, code from home, coding from home, teach from home, teaching from home,
    tutor from home, tutoring from home, type from home, typing from home, translate from home,
    translating from home, edit from home, editing from home, sell from home, selling from home,
    calls from home, job from home, role from home, done from home, performed from home,
    based anywhere, live anywhere, located anywhere, hire anywhere, virtual position, virtual role,
    position is virtual, role is virtual,
    job is virtual, fjärrarbete, télétravail
    """)

  /// Begin a line or sentence that says from where: “Anywhere in the UK”.
  static let openings = Phrases("anywhere in, anywhere within")

  static let hybrid = Phrases("hybrid, hybrides arbeiten, mobiles arbeiten, homeoffice")

  /// One of these stands in each of ``remote``, ``openings`` and ``hybrid``.
  static let modeKeys = KeyWords(mode)

  /// One of these stands in each of those, ``exclusions`` and ``demands``.
  static let limitKeys = KeyWords(
    """
    \(mode) except excluding excludes exclude exception excluded prohibited ineligible than not cannot
    cant unable must live living reside residing resident residents located based open only hire hiring
    eligible states locations youre are commutable commuting contiguous
    """)

  private static let mode = """
    remote remotely telecommute telecommuting telework teleworking home homebased wfh anywhere virtual
    fjärrarbete télétravail hybrid hybrides mobiles homeoffice
    """

  /// Follow “remote” where it says nothing of the job.
  static let things = Word.hashes(
    """
    support access sensing monitoring monitored control controls controlled controlling site sites
    area areas hands desktop operations operation operated pilot pilots infrastructure system
    systems responder island islands community communities location locations supervision office
    offices management technology technologies server servers communication communications region
    regions village villages vehicle vehicles device devices app apps maintenance diagnostics
    learning instruction patient patients assistance connection commands delivery colleagues team
    teams staff employees workers workforce clients customers users stakeholders deployment
    equipment camp stipend allowance culture safety radio parts
    """)

  /// Follow “hybrid” where it says nothing of the job.
  static let machines = Word.hashes(
    """
    cloud clouds vehicle vehicles car cars electric energy engine engines system systems incubator
    professional solution solutions inside app apps mobile analytics infrastructure monetization
    data storage of power technology technologies courses course learning teaching it environment
    """)

  /// Follow “remote” or “hybrid” where it is the kind of job.
  static let jobs = Word.hashes(
    """
    role position job opportunity contract post vacancy only first setup basis schedule arrangement
    arrangements model mode working work policy workplace
    """)

  /// Stand before “remote” where the job is so wholly.
  static let wholly = Word.hashes(
    "fully completely entirely permanently exclusively purely primarily is location workplace komplett"
  )

  /// Make it a part of the time, or a favour.
  static let partly = Phrases(
    """
    occasional, occasionally, partly, partially, semi, sometimes, some, once, as needed, if needed,
    when needed, when necessary, if necessary, day per week, days per week, day a week, days a week,
    days weekly, days in office, days office, days remote, day remote, days onsite, days on site,
    days in the office, days at home, days from home, days working, flexible, flexibility, option to,
    ability to, able to, opportunity to, initially, temporarily, thereafter, up to, during,
    may be an option, eligible positions, eligible employees, return to the workplace,
    return to the office, capability to, capable of, access to
    """)

  /// Say in a title that the job is not done at home, whatever the text says of others.
  static let onSite = Phrases("on site, onsite, in person, in office")

  /// Names of remote work that head a paragraph about it, or ask whether there is any.
  static let topics = Word.hashes("telework teleworking telecommuting")

  /// Follow one of ``topics`` where nothing is said of this job: “Does it have telework options?”
  static let terms = Word.hashes(
    "option options policy policies agreement agreements eligibility arrangements according")

  /// Stand before the name of a country where a part of it is meant: “the Mid-Atlantic region of the
  /// United States”, “the Southeast U.S.”
  static let parts = Word.hashes(
    """
    region regions area areas part parts half corridor coast atlantic pacific midwest midwestern
    southeast southeastern southwest southwestern northeast northeastern northwest northwestern
    eastern western southern northern central
    """)

  static let negations = Word.hashes("not no non never cannot isnt unable without nor arent wont")

  /// What shuts out those who live in the places that follow, or else those right before.
  static let exclusions = Phrases(
    """
    except, excluding, excludes, exclude, other than, but not, with the exception of, not available,
    not open to, not eligible, ineligible, cannot hire, can not hire, cant hire, unable to hire,
    unable to employ, unable to consider, cannot consider, cannot accept, cannot employ,
    cannot be performed, cannot be located, cannot be based, cannot be done, do not hire,
    do not employ, not hiring, not (currently) hire, not (currently) hiring, need not apply,
    not be considered, not considering, not accepting, not accept, may not be performed,
    may not reside, may not live, excluded, prohibited
    """)

  /// What shuts out in a location field those who live in the places that follow, too.
  static let shortExclusions = Phrases("not, any state but")

  /// What demands that one lives in the places that follow.
  static let demands = Phrases(
    """
    must (currently) live, must (currently) reside, must be located, must be based, must be living,
    must be residing, must be a resident, must be (a) residents, must be resident, must work from,
    must be physically located, must be physically present, need to live, need to reside,
    need to be located, need to be based, required to live, required to reside, residents of,
    resident of, residing in, reside in, open to candidates, open to applicants, open only to,
    only open to, open to residents, only hire, only hiring, only able to hire, only accepting,
    only considering, only consider, only available, eligible states, following states,
    eligible locations, youre in, you are in, you must be in, be based in, candidates based in,
    candidates located in, applicants based in, applicants located in, able to hire in, hiring in,
    hire in, live in, living in, commutable, commuting distance, within the contiguous
    """)

  /// May stand between a cue and the places it is about.
  static let between = Word.hashes(
    """
    the in of to for from at by within across throughout anywhere role position job opportunity work
    working based located residents resident residing reside live living candidates applicants
    people those who individuals employees persons are is be a any either one state states following
    these only full time part permanent contract currently physically miles commutable commuting
    distance near area must and or can performed applications accept hire open eligible we consider
    considered located outside this wide nationwide remote remotely us friendly innerhalb einen
    legally authorised authorized eligible hour hours drive our time zone
    """)

  static let outside = Word.hash("outside")
}
