import AdModel
import Linting
import Reading
import Testing

/// Ads as people write them in Britain, Ireland, North America and Australia, and what in them
/// contradicts itself.
@Suite struct ConsistencyTests {
  /// The rules of the theme that flag an ad, without the theme.
  private func rules(_ title: String, _ text: String) throws -> [String] {
    var linter = Linter(
      RuleSet(Catalogue.book) { $0.isOn && $0.theme == "consistency" }, today: Catalogue.today)
    let file = SourceFile(name: "ad", text: Array("Title: \(title)\n\n\(text)".utf8))
    let reader = try Readers.reader(for: file, forced: "text")
    return try reader.records(in: file).flatMap { record in
      linter.verdict(on: try reader.ad(from: record, in: file), in: file.name, index: 0).findings
    }.map { String($0.rule.dropFirst("consistency/".count)) }
  }

  @Test(arguments: [
    (
      "Payroll Officer (Remote)",
      "The position is based in our Galway office and you must attend on site every day. This role is fully on-site."
    ),
    ("Customer Care Agent - Work From Home", "This is an in-office role in Tulsa."),
    ("Remote Bookkeeper", "Please note this is not a remote position."),
    ("Bookkeeper", "Location: Remote\n\nYou will work in the office, 5 days per week."),
    (
      "Bookkeeper",
      "This role is 100% remote. We do the month end. Remote working is not available for this position."
    ),
    ("Bookkeeper (Hybrid)", "This is a remote position."),
    ("Bookkeeper (Remote)", "Working pattern: hybrid, three days per week in our Perth office."),
    ("Analyst", "Work type: Hybrid\n\nThe role is 100% on-site at our Calgary plant."),
    (
      "Analyst",
      "Workplace type: Remote\n\nThis role is based on site in Brisbane. No work from home."
    ),
    ("Analyst", "Location: Home-based\n\nThis is an office-based role in Swindon."),
    ("Analyst (WFH)", "You are required in the office Monday to Friday."),
    (
      "Analyst",
      "This role can be performed remotely anywhere in Ireland. This is not a remote role."
    ),
    ("Analyst (Remote, UK)", "Hybrid working. Two days a week in our London office."),
  ])
  func `sees that an ad disagrees on where the work is done`(title: String, text: String) throws {
    #expect(try rules(title, text) == ["work-mode"])
  }

  @Test(arguments: [
    ("Barista - Part Time", "Job Type: Full-time\n\nYou make coffee."),
    ("Barista, full-time", "This is a part-time position of 20 hours a week."),
    ("Barista", "Employment type: Part-time\n\nThis is a full-time role."),
    (
      "Barista",
      "This is a full-time, permanent role. You make coffee. Contract: 6 months fixed term."
    ),
    ("Barista", "Permanent, full-time. You make coffee. It is a 12-month fixed-term contract."),
    ("Barista", "Permanent full time role. You make coffee. This is a 9 month maternity cover."),
    ("Barista (12 month FTC)", "This is a permanent position."),
    ("Barista - Temporary", "This is a permanent position."),
    ("Barista - Casual", "This is a permanent full-time position."),
    ("Driver", "This is a casual position. You drive a van. Employment type: Permanent part time"),
    ("Driver - Casual", "Permanent part-time role, 20 hours."),
    (
      "Driver",
      "Employment Type: Full Time\n\nYou drive a van.\n\nHours: part time, 20 hours a week"
    ),
    ("Driver", "Status: Regular, full-time. You drive a van. This is a part-time position."),
    ("Clerk, full time", "You file letters. The job is 16 hours a week."),
    ("Clerk, part time", "You file letters. The job is 40 hours per week."),
    ("Clerk (full time)", "You file letters. This is a 0.6 FTE post."),
    ("Driver", "Contract type: Permanent\n\nYou drive a van. Contract type: Fixed term"),
    (
      "Driver",
      "We are recruiting on a permanent basis. You drive a van. The post is fixed term for one year."
    ),
    (
      "Driver",
      "The post is permanent. You drive a van. This is a fixed-term appointment until March."
    ),
  ])
  func `sees that an ad disagrees on the kind of contract`(title: String, text: String) throws {
    #expect(try rules(title, text) == ["contract"])
  }

  @Test(arguments: [
    (
      "Graduate Engineer",
      "A minimum of 5 years' experience in civil design is required.",
      "seniority"
    ),
    ("Trainee Solicitor", "You must have at least seven years of experience.", "seniority"),
    ("Entry Level Technician", "Requires 8+ years of experience with PLCs.", "seniority"),
    (
      "Technician",
      "No experience necessary! We train you. You must have at least 5 years experience in HVAC.",
      "seniority"
    ),
    (
      "Entry-level Data Analyst",
      "Required: 5+ years of professional experience in analytics.",
      "seniority"
    ),
    ("Apprentice Electrician", "Minimum 10 years experience on site", "seniority"),
    ("Junior Chef", "Experience: 6 years", "seniority"),
    ("Intern", "You need 5 years of experience", "seniority"),
    ("Graduate Clerk", "You have at least 36 months of experience in filing.", "seniority"),
    ("Junior Clerk", "You need 4+ years of experience in filing.", "seniority"),
    ("Senior Clerk", "You file letters. This is an entry-level role.", "seniority"),
    (
      "Office Manager",
      "The hours are 37.5 hours per week. You order pens. Hours: 35 hours per week.",
      "figures"
    ),
    (
      "Office Manager",
      "You get 25 days' holiday. You order pens. Benefits: 28 days holiday.",
      "figures"
    ),
    ("Office Manager", "A 6-month contract. You order pens. Length: 12 month contract.", "figures"),
    (
      "Office Manager",
      "Two professional references. You order pens. Bring three references.",
      "figures"
    ),
    (
      "Nurse",
      "37.5 hours per week. Nurses work shifts. Contracted hours: 30 hours per week",
      "figures"
    ),
    (
      "Nurse",
      "33 days annual leave including bank holidays. Nurses rest. Annual leave: 28 days",
      "figures"
    ),
    ("Nurse", "Initial 3 month contract. Nurses rest. Duration: 6 month contract", "figures"),
    ("Nurse", "Minimum of 2 years' experience.\n\nExperience required: 5 years\n", "experience"),
    ("Kindergarten Teacher", "Our school is seeking a Middle School Teacher for autumn.", "title"),
    (
      "Electrical Engineer",
      "We are recruiting an experienced Mechanical Engineer for our plant.",
      "title"
    ),
    ("Senior Sales Executive", "We are looking for a Junior Sales Executive to join us.", "title"),
    ("Accounts Payable Clerk", "Our client requires an Accounts Receivable Clerk.", "title"),
    ("Java Developer", "We are looking for a talented PHP Developer.", "title"),
    ("Frontend Developer", "We're hiring a Backend Developer to build APIs.", "title"),
    ("Maths Teacher", "The school is looking for an English Teacher.", "title"),
    ("Production Supervisor", "We are seeking a Maintenance Supervisor.", "title"),
    ("Mental Health Nurse", "We need a Dental Nurse.", "title"),
    ("Quantity Surveyor", "Our client is recruiting a Building Surveyor.", "title"),
    ("HGV Driver (Nights)", "We need a day driver", "title"),
    ("Office Manager", "Desirable: Excel (essential)", "required-vs-desired"),
    ("Nurse", "Preferred: NMC registration (required)", "required-vs-desired"),
    ("Nurse", "Essential: NMC registration (preferred)", "required-vs-desired"),
    ("Nurse", "NMC registration is required but not essential.", "required-vs-desired"),
  ])
  func `sees other contradictions`(title: String, text: String, rule: String) throws {
    #expect(try rules(title, text) == [rule])
  }

  @Test(arguments: [
    ("Bookkeeper (Remote)", "We meet twice a year in Perth for in-person training."),
    (
      "Bookkeeper",
      "This is a remote role, though you may also work from our Cork office if you like."
    ),
    ("Remote Sites Coordinator", "The role is office-based in Darwin, fly-in fly-out."),
    ("Bookkeeper", "This is a hybrid role: two days a week in the office and the rest from home."),
    (
      "Bookkeeper",
      "We are a fully remote company with teams in nine countries. This role is hybrid in Berlin."
    ),
    ("Barista", "This is a temporary role with a view to permanent. You make coffee."),
    (
      "Barista - Temp to Perm",
      "This is a temporary position. You make coffee. Permanent full time."
    ),
    ("Barista part time", "Benefits for full-time employees include dental."),
    ("Barista", "Full-time and part-time positions. This is a full-time role in winter."),
    ("Barista", "Permanent full-time position with a six month probationary period."),
    ("Junior Developer", "2+ years' experience with Java."),
    ("Junior Clerk", "You need at least 3 years of experience in filing."),
    ("Senior Clerk", "You guide those in our entry-level roles."),
    ("Clerk, full time", "You file letters. The job is 35 hours a week."),
    ("Clerk, full time", "Two friends may share it, part time. It is 20 hours a week each."),
    ("Clerk", "A 12-month contract. You file letters. The one-year contract starts in May."),
    ("Clerk", "Minimum of 3 years' experience.\n\nExperience required: 36 months\n"),
    ("Nurse", "33 days annual leave including bank holidays. Nurses rest. Annual leave: 25 days"),
    ("Junior Developer", "You report to a lead with 10+ years of experience."),
    ("Graduate Recruitment Manager", "At least 5 years of experience."),
    (
      "Office Manager",
      "You get 25 days holiday plus 8 bank holidays. You order pens. Holiday: 25 days."
    ),
    ("Office Manager", "25 days annual leave rising to 30 days annual leave after five years."),
    ("Office Manager", "4 weeks annual leave. You order pens. 20 days of annual leave."),
    ("Office Manager", "Excel is desirable but not essential."),
    ("Night Porter", "We are looking for a Day Porter."),
    ("Accounts Payable Clerk", "You report to the Accounts Receivable Manager."),
    (
      "Driver",
      "The position is permanent after six months. You drive a van. Initially a 6 month contract."
    ),
    ("Driver", "A fixed-term contract of 12 months, with the possibility of becoming permanent."),
    ("Driver", "Permanent contract. You sell 24-month contracts for phones."),
    ("Driver", "Permanent role. You manage a 12-month contract with Transport for London."),
    (
      "Driver",
      "This is a permanent position. You cover for a colleague on maternity leave now and then."
    ),
    (
      "Analyst",
      "Remote working is available up to two days a week. The role is office-based in Hull."
    ),
    ("Analyst", "Our remote team supports this. The role is on-site in Hull."),
    ("Analyst", "We work in a hybrid way: three days per week in our office, the rest remote."),
    ("Remote Area Nurse", "This is an on-site role in Alice Springs."),
    ("Junior Chef", "Head chef has 20 years of experience"),
    (
      "Clerk",
      "Experience not required in this field. 5+ years of experience in administration required."
    ),
    (
      "Nurse",
      "Full-time hours are 37.5 per week. Part-time applicants can work 22.5 hours per week."
    ),
    ("Nurse", "5 weeks annual leave, 10 days sick leave, 20 days annual leave after probation"),
  ])
  func `lets ads be that explain themselves`(title: String, text: String) throws {
    #expect(try rules(title, text) == [])
  }
}
