import AdModel

/// What the fields of records and label lines are called, and what each tells.
struct FieldNames {
  /// What a field of a record tells.
  enum Meaning: Equatable, Sendable {
    case part(Part)
    /// The record's own id.
    case id
    /// How the body is written.
    case format
  }

  private var meanings = FieldNames.standard
  private var labels = FieldNames.standardLabels

  /// The usual names, and those of a configuration, which go first.
  init(_ names: [String: Part]) {
    for (name, part) in names {
      meanings.set(name.utf8Span.span, to: .part(part))
      labels.set(name.utf8Span.span, to: part)
    }
  }

  /// What the field `name` of a record tells.
  func meaning(of name: Span<UInt8>) -> Meaning? { meanings[name] }

  /// What an element of a feed tells whose name stands at `name` of `text`.
  func meaning(ofElement text: [UInt8], _ name: Range<Int>) -> Meaning? {
    let local = text.span.extracting(text.localName(name))
    return meanings[local] ?? Self.ownOfElements[local]
  }

  /// The part that a line begins with whose label is `name`.
  func part(ofLabel name: Span<UInt8>) -> Part? { labels[name] }

  /// Whether `name` is a usual label, such as “Location” or “About us”.
  static func isLabel(_ name: Span<UInt8>) -> Bool { standardLabels[name] != nil }

  /// `name` as the tables have it: small letters, without blanks, hyphens and underscores.
  static func key(_ name: some Sequence<UInt8>) -> String {
    var key: [UInt8] = []
    key.reserveCapacity(16)
    for byte in name where !byte.isIgnoredInNames {
      key.append(byte.lowercased)
    }
    return String(decoding: key, as: UTF8.self)
  }

  /// Names of fields in records and front matter.
  private static let all: KeyValuePairs<Part, String> = [
    .title:
      "title jobtitle position positiontitle role roletitle jobname vacancytitle headline"
      + " vacancy",
    .company:
      "company companyname organization organisation hiringorganization hiringorganisation"
      + " employer employername advertiser client recruiter agency",
    .location:
      "location locations city town place joblocation joblocations address region state"
      + " county area office workplace postcode postalcode zip zipcode locationtext"
      + " displaylocation locality addresslocality addressregion streetaddress",
    .country: "country countrycode addresscountry countryname",
    .salary:
      "salary pay wage wages rate payrate salaryrange compensation remuneration basesalary"
      + " salarytext salarymin salarymax minsalary maxsalary salarynormalized salaryraw"
      + " payrange salarycurrency estimatedsalary ote package compensationtiersummary",
    .contract:
      "contract contracttype employmenttype employment jobtype type contracttime commitment"
      + " typeofemployment worktype positiontype",
    .hours: "hours workinghours workhours hoursperweek shift shifts schedule",
    .workMode:
      "workmode remote isremote remotework worklocation workplacetype joblocationtype"
      + " workingpattern",
    .posted:
      "posted dateposted posteddate postdate createdat created publishedat publicationdate"
      + " published opendate date listdate",
    .closing:
      "closing closingdate closes deadline validthrough applicationdeadline expires"
      + " expirydate expiresat applyby",
    .apply:
      "apply applyurl applicationurl howtoapply applicationcontact contact applyemail"
      + " contactemail applicationinstructions applylink",
    .reference:
      "reference ref refno jobref jobreference referencenumber reqid requisitionid"
      + " requisition requisitionnumber vacancyref vacancyreference",
    .industry:
      "industry sector category department function team specialism categories departments",
    .body:
      "description text body content html jobdescription descriptionhtml descriptionplain"
      + " details fulldescription jobdetails responsibilities requirements qualifications"
      + " benefits jobbenefits companyprofile skills duties aboutus aboutyou aboutthecompany"
      + " aboutthejob abouttherole summary jobsummary roledescription vacancydescription"
      + " adtext contents markdown profile intro experiencerequirements educationrequirements"
      + " incentivecompensation personspecification",
    .link: "url link joburl href sourceurl hostedurl absoluteurl canonicalurl",
  ]

  /// Names that only a line of text gives its fields, such as `Webindex: 69173467`.
  private static let ownOfLabels: KeyValuePairs<Part, String> = [
    .reference: "webindex jobid vacancyno vacancynumber jobno jobnumber",
    .location: "based where workinglocation",
    .salary: "hourlyrate dailyrate dayrate basic",
    .closing: "closingdateforapplications lastdate",
    .company: "companyname organisationname",
  ]

  /// The labels of German, French, Dutch, Spanish and Italian texts. “Titel”, “Sede” and the like are
  /// of several of them.
  private static let foreignLabels: KeyValuePairs<Part, String> = [
    .title:
      "stelle stellenbezeichnung stellentitel stellenangebot jobtitel titel berufsbezeichnung"
      + " poste intitulé intituléduposte intitulédeposte titreduposte titre emploi"
      + " functie functietitel functienaam vacature vacaturetitel"
      + " puesto puestodetrabajo título titulo cargo vacante oferta nombredelpuesto"
      + " posizione mansione figura titolo figuraricercata posizioneaperta",
    .company:
      "unternehmen firma arbeitgeber betrieb entreprise société employeur établissement Établissement bedrijf"
      + " werkgever organisatie empresa azienda impresa datoredilavoro",
    .location:
      "standort arbeitsort einsatzort ort dienstort lieu lieudetravail localisation ville locatie"
      + " standplaats werkplek plaats werklocatie ubicación ubicacion lugar lugardetrabajo ciudad"
      + " localidad sede sededilavoro luogo luogodilavoro",
    .salary:
      "gehalt vergütung bezahlung entgelt monatsgehalt stundenlohn salaire rémunération salaris"
      + " salario sueldo retribución retribucion retribuzione stipendio ral",
    .contract:
      "vertragsart beschäftigungsart anstellungsart contrat typedecontrat dienstverband"
      + " contractvorm contrato tipodecontrato contratto tipodicontratto",
    .hours:
      "arbeitszeit wochenstunden stundenumfang arbeitszeiten horaire horaires tempsdetravail uren"
      + " urenperweek werktijden horario jornada orario oraridilavoro",
    .closing:
      "bewerbungsfrist bewerbungsschluss datelimite datelimitedecandidature sluitingsdatum"
      + " fechalímite scadenza",
    .reference: "kennziffer referenznummer référence referencia riferimento",
    .body:
      "stellenbeschreibung aufgaben ihreaufgaben deineaufgaben überuns Überuns descriptif missions"
      + " vosmissions àpropos Àpropos quisommesnous functieomschrijving omschrijving overons descripción"
      + " descripcion funciones requisitos descrizione chisiamo",
  ]

  /// Names that only elements of feeds have, such as `pubDate` in RSS.
  private static let ownOfElements: NameTable<Meaning> = {
    var own = NameTable<Meaning>()
    own.set("hiringorgname orgname organizationname publishername", to: .part(.company))
    own.set("expirationdate expiry enddate", to: .part(.closing))
    own.set("pubdate postedat", to: .part(.posted))
    own.set("remotetype workplacetypes", to: .part(.workMode))
    own.set(
      "basepay basepayamount basepayamountmin basepayamountmax remunerationpackage",
      to: .part(.salary))
    own.set(
      "encoded formattedpositiondescription positionformatteddescription fulltext",
      to: .part(.body))
    own.set("partnerjobid", to: .id)
    return own
  }()

  /// Names of the fields that tell records apart.
  private static let ids =
    "id key jobid identifier guid uid uuid jobkey webindex adid vacancyid postingid externalid"

  /// Names of the field that says how the body is written.
  private static let formats = "format markup contenttype descriptionformat"

  /// Names of the array that holds the records of a whole file.
  static let lists: Set<String> = [
    "jobs", "ads", "results", "data", "items", "records", "postings", "vacancies", "offers",
    "positions", "content", "jobpostings", "listings", "entries", "hits", "@graph",
  ]

  /// Names of an object that a whole file is wrapped around.
  static let wrappers: Set<String> = [
    "job", "jobad", "jobposting", "posting", "offer", "vacancy", "opening", "ad", "data", "result",
    "record",
  ]

  /// Names of what stands beside such an object and is no part of it.
  static let asides: Set<String> = ["status", "message", "code", "version", "@context"]

  private static let standard: NameTable<Meaning> = {
    var standard = NameTable<Meaning>()
    for (part, names) in all { standard.set(names, to: .part(part)) }
    standard.set(ids, to: .id)
    standard.set(formats, to: .format)
    return standard
  }()

  private static let standardLabels: NameTable<Part> = {
    var labels = NameTable<Part>()
    for (part, names) in all { labels.set(names, to: part) }
    for (part, names) in ownOfLabels { labels.set(names, to: part) }
    for (part, names) in foreignLabels { labels.set(names, to: part) }
    return labels
  }()
}

extension NameTable {
  /// Gives each of `names`, between which there are blanks, a meaning.
  fileprivate mutating func set(_ names: String, to meaning: Meaning) {
    let names = names.utf8Span.span
    var start = 0
    for at in 0...names.count where at == names.count || names[at] == 0x20 {
      set(names.extracting(start..<at), to: meaning)
      start = at + 1
    }
  }
}
