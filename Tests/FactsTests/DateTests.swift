import AdModel
import Facts
import Testing

@Suite struct DateTests {
  private func told(_ text: String, location: String = "") -> [String] {
    DateMention.all(in: Ad(text, location: location)).map {
      "\($0.role.rawValue) \($0.date?.description ?? "--\($0.month)-\($0.day)")"
        + ($0.isAmbiguous ? " ?" : "")
    }
  }

  @Test(arguments: [
    ("Closing date: 3 March 2026", "closing 2026-03-03"),
    ("Apply by March 3rd, 2026", "closing 2026-03-03"),
    ("Closes 2026-03-03", "closing 2026-03-03"),
    ("Deadline 13/06/2026", "closing 2026-06-13"),
    ("Deadline: 06/13/2026", "closing 2026-06-13"),
    ("Apply by 03/04/2026", "closing 2026-04-03 ?"),
    ("Interviews on Monday 8 June 2026", "interview 2026-06-08"),
    ("Start date: 1st of July 2026", "start 2026-07-01"),
    ("Interviews w/c 5 June", "interview --6-5"),
    ("Bewerbungsfrist: 31. März 2026", "closing 2026-03-31"),
    ("Solliciteer vóór 15 maart 2026", "closing 2026-03-15"),
    ("Sluitingsdatum: dinsdag 5 mei 2026", "closing 2026-05-05"),
    ("Fecha límite: 15 de marzo de 2026", "closing 2026-03-15"),
    ("Envía tu CV antes del 3 de mayo de 2026", "closing 2026-05-03"),
    ("Startdatum: 1 maart 2026", "start 2026-03-01"),
    ("Eintrittstermin: 01.03.2026", "start 2026-03-01"),
    ("Founded 3 March 1919", "other 1919-03-03"),
    ("Posted on Sept 9, 2025", "posted 2025-09-09"),
    ("Starts 1/2/27", "start 2027-02-01 ?"),
    ("Write to jobs@bakers.example by 5 March 2027", "closing 2027-03-05"),
    ("Apply at bakers.example/jobs/4471 by 5 March 2027", "closing 2027-03-05"),
    (
      "A letter and a list of your loaves to Jo (jo@bakers.example) before 5 March 2027",
      "closing 2027-03-05"
    ),
    ("Ring Bec at the mill before 5 March 2027", "closing 2027-03-05"),
    ("We'd like to hear from you by 5 March 2027", "closing 2027-03-05"),
    ("Register with us by noon on Friday 5 March 2027", "closing 2027-03-05"),
    ("Send it to Jo at the latest on 5 March 2027", "closing 2027-03-05"),
    ("The last day to apply is 5 March 2027", "closing 2027-03-05"),
    ("You have until 5 March 2027 to send your CV", "closing 2027-03-05"),
    ("Applications received after 5 March 2027 will not be read", "closing 2027-03-05"),
    ("The role is open until 2027-03-05", "closing 2027-03-05"),
    ("Open until 5 March 2027.", "closing 2027-03-05"),
    ("This posting comes down on 5 March 2027", "closing 2027-03-05"),
    ("Apply online through 5 March 2027", "closing 2027-03-05"),
    ("Applications close March 2027", "closing 2027-03-31"),
    ("Apply by the end of February 2028", "closing 2028-02-29"),
    ("Start: March 2027", "start 2027-03-31"),
    ("Start date: March 2027", "start 2027-03-31"),
    ("This vacancy closed on 5 March 2027", "closing 2027-03-05"),
    ("Our mill closed on 5 March 2027", "other 2027-03-05"),
    ("Trial shifts on 5 March 2027", "interview 2027-03-05"),
    ("Rotas with five shifts from 5 March 2027", "other 2027-03-05"),
    ("We will contact you by 5 March 2027", "other 2027-03-05"),
    ("We reply to everyone by 5 March 2027", "other 2027-03-05"),
    ("The contract runs until 5 March 2027", "other 2027-03-05"),
    ("You finish the accounts by 5 March 2027", "other 2027-03-05"),
    ("Write to jo@bakers.example about the contract until 5 March 2027", "other 2027-03-05"),
  ])
  func `reads dates and what they are for`(text: String, date: String) {
    #expect(told(text) == [date])
  }

  @Test(arguments: [
    "24/7/365 cover", "version 1.2.3 of the app", "you may 5 times a day", "10 mar 3 and so on",
    "Ratio 3/4/5 of mix", "call 020 7946 0018", "£30,000 - £35,000", "2026",
    "We are close to the mill and opened in March 2019", "You apply what you learnt in March 2019",
    "Jo started in March 2019", "A course that starts in March 2019",
    "From the start: flour. March 2019",
  ])
  func `lets other numbers be`(text: String) {
    #expect(told(text) == [])
  }

  @Test func `settles the order by another date of the ad or by its country`() {
    #expect(
      told("Opens 02/03/2026, closing date 02/28/2026")
        == ["other 2026-02-03", "closing 2026-02-28"])
    #expect(told("Closing date 03/04/2026", location: "Austin, USA") == ["closing 2026-03-04"])
    #expect(told("Closing date 03/04/2026", location: "Leeds, UK") == ["closing 2026-04-03"])
  }

  @Test(arguments: [
    ("Closing date: 3 March 2019", [DateFault.Kind.expired]),
    ("Founded 3 March 2019", []),
    ("Applications close in March 2024", [.expired]),
    ("Applications are open until September 2025.", [.expired]),
    ("Closing date: March 2027", []),
    ("Start: September 2025", [.expired]),
    ("Start date: January 2026", []),
    ("Trial shifts on 4th and 5th January 2026", [.expired]),
    ("The advert closed on 01/13/2026.", [.expired]),
    ("Closing date 3 May 2026. The deadline is June 2026.", []),
    ("Closing date: 30 November 2030", []),
    ("Interviews on Monday 13 June 2026", [.weekdayMismatch]),
    ("Interviews on Saturday 13 June 2026", []),
    ("Starts Fri, 1 May 2027", [.weekdayMismatch]),
    ("Start on Wednesday 3 December.", []),
    ("Apply by 1 October 2026. Start on Wednesday 3 December.", [.weekdayMismatch]),
    ("Apply by 1 October 2026. Start on Thursday 3 December.", []),
    ("Training starts on 11 January 2027. The contract began on Monday 3 March.", []),
    ("The course starts on Monday 3 January 2028. The exam is on Friday 3 March.", []),
    ("Apply by Tuesday, Dec. 10, 2026.", [.weekdayMismatch]),
    ("Apply by Thursday, Dec. 10, 2026.", []),
    ("Interviews on the 5th of Dec. 10 people work here.", []),
    ("Vous commencez le lundi 5 janvier 2027.", [.weekdayMismatch]),
    ("Vous commencez le mardi 5 janvier 2027.", []),
    ("Inizio: domenica 4 gennaio 2027", [.weekdayMismatch]),
    ("Arbeitsbeginn ist Montag, 1. Jänner 2027.", [.weekdayMismatch]),
    ("Candidatures avant le 30 février.", [.impossible]),
    ("Reageer voor 31 juni.", [.impossible]),
    ("Choose from 31 mars bars.", []),
    ("Apply by 03/04/2027", [.ambiguous]),
    ("Closing date 30 May 2026; start date 12 May 2026", [.order]),
    ("Interviews on 1 June 2026, closing date 8 June 2026", [.order]),
    ("Closing date 31 June 2026", [.impossible]),
    ("Interviews on 31 June", [.impossible]),
    ("Start date: 15/13/2027", [.impossible]),
    ("You start on the 32nd of January.", [.impossible]),
    ("The fixed term will end on 30 September 2025.", [.expired]),
    ("Fixed term until 30 September 2025", [.expired]),
    ("A fixed-term contract until 30 September 2025", [.expired]),
    ("Fixed term until 30 September 2027", []),
    ("Our contract with the town ran until 30 September 2025.", []),
    ("Our shop was open until 30 September 2025.", []),
    ("Kick-off: 1 June 2025", [.expired]),
    ("Closing: 9am on Thu 10/12/26", []),
    ("Interviews on 29 February", []),
    ("Closing date 5 December. Interviews on 1 December.", [.order]),
    ("Closing date 5 December. Start on 10 January.", []),
    ("It runs from 1 September 2027 to 31 August 2026.", [.period]),
    ("It runs from 1 September 2026 until the 31 August 2027.", []),
    ("Season: 30/09/2027 – 13/05/2027", [.period]),
    ("Closing date 3 May 2026. You bake. Deadline: 10 May 2026.", [.closings]),
    ("Closing date 3 May 2026. You bake. The closing date is 3 May.", []),
    ("Priority deadline: 3 May 2026. Final deadline: 10 May 2026.", []),
    ("Application deadline of 3 May 2026 with a start on 1 June 2026", []),
    ("Posted on 3 May 2026. Closing date: 3 April 2026", [.posted]),
  ])
  func `sees what is wrong with a date`(text: String, kinds: [DateFault.Kind]) {
    let today = CalendarDate(year: 2026, month: 1, day: 15)!
    #expect(DateFault.all(in: Ad(text), asOf: today).map(\.kind) == kinds)
  }

  @Test(arguments: [
    (2026, 6, 13, 6), (2024, 2, 29, 4), (2000, 1, 1, 6), (1900, 3, 1, 4), (1, 1, 1, 1),
  ])
  func `knows the days of the week`(year: Int, month: Int, day: Int, weekday: Int) {
    #expect(CalendarDate(year: year, month: month, day: day)?.weekday == weekday)
  }

  @Test func `knows no thirtieth of February`() {
    #expect(CalendarDate(year: 2026, month: 2, day: 30) == nil)
    #expect(CalendarDate(year: 2100, month: 2, day: 29) == nil)
  }

  @Test func `takes a date of the closing field for the last day unless it says what else it is`() {
    let ad = Ad("We bake.", closing: "3 May 2026. Interviews on 10 May 2026")
    #expect(DateMention.all(in: ad).map(\.role) == [.closing, .interview])
  }
}
