import AdModel
import Reading
import Testing

@Suite struct TextReaderTests {
  @Test func `takes label lines as fields`() throws {
    let text = """
      Job title: Seller
      WEBINDEX: 69173467
      Company : Acme Ltd
      Salary:
      Description: We  sell.
      Hours: 9 to 5
      """
    let found = try ad(text, as: "text")
    #expect(
      found.told == [
        "title: Seller", "reference: 69173467", "company: Acme Ltd", "salary: ",
        "body: We  sell.\nHours: 9 to 5",
      ])
    let salary = found.fields[3]
    #expect(salary.name == "Salary")
    #expect(salary.value == ByteRange(63, 63))
    #expect(found.laidOut == ["p: We  sell.", "p: Hours: 9 to 5"])
  }

  @Test(arguments: [
    ("Senior Nurse\n\nWe care.", ["title: Senior Nurse", "body: We care."]),
    ("We care.\n\nA lot.", ["body: We care.\n\nA lot."]),
    ("Senior Nurse", ["body: Senior Nurse"]),
    ("- Senior Nurse\n\nWe care.", ["body: - Senior Nurse\n\nWe care."]),
    ("Nurse wanted!\n\nWe care.", ["title: Nurse wanted!", "body: We care."]),
    ("senior nurse\n\nWe care.", ["title: senior nurse", "body: We care."]),
    ("we care.\n\nA lot.", ["body: we care.\n\nA lot."]),
    (
      "Nurse\nLocation: Hove\n\nWe care.", ["title: Nurse", "location: Hove", "body: We care."]
    ),
    (
      "Nurse\nElm House\nLocation: Hove\nPay: £15 an hour\n\nWe care.",
      [
        "title: Nurse", "body: Elm House", "location: Hove", "salary: £15 an hour",
        "body: We care.",
      ]
    ),
    (
      "Nurse\nWe care a lot.\nLocation: Hove\n\nWe do.",
      ["body: Nurse\nWe care a lot.\nLocation: Hove\n\nWe do."]
    ),
    ("*** NURSES!!! ***\n\nWe care.", ["title: *** NURSES!!! ***", "body: We care."]),
    ("***\n\nWe care.", ["body: ***\n\nWe care."]),
    ("Nurse\nElm House, Hove\n\nWe care.", ["title: Nurse", "body: Elm House, Hove\n\nWe care."]),
    (
      "Nurse!\nElm House, Hove\n\nWe care.", ["title: Nurse!", "body: Elm House, Hove\n\nWe care."]
    ),
    ("Nurse!\nWe care.\n\nA lot.", ["body: Nurse!\nWe care.\n\nA lot."]),
    ("You wash\nYou mend.\n\nWe care.", ["body: You wash\nYou mend.\n\nWe care."]),
    ("Office - Nurse\n\nWe care.", ["title: Office - Nurse", "body: We care."]),
    (
      "Job title - Nurse\nCity - Hove\nWe care.\nA lot.",
      ["title: Nurse", "location: Hove", "body: We care.\nA lot."]
    ),
    (
      "Stellenbezeichnung: Koch\nFirma: Haus Erle\n\nWir kochen.",
      ["title: Koch", "company: Haus Erle", "body: Wir kochen."]
    ),
    ("Intitulé du poste : Soudeur\n\nOn soude.", ["title: Soudeur", "body: On soude."]),
    (
      "Puesto: Cocinero\nLugar: Lugo\n\nGuisas.",
      ["title: Cocinero", "location: Lugo", "body: Guisas."]
    ),
  ])
  func `takes a first line for a title only if it looks like one`(
    text: String, told: [String]
  ) throws {
    #expect(try ad(text, as: "text").told == told)
  }

  @Test(arguments: [
    ("Nurse\n\nWe care.\n- be kind<br>- be there\n\nAsk for Jo.", "text"),
    ("Nurse<br>We care.<br>Ask for Jo.", "html"),
    ("<p>Nurse\n\nWe care.\n\nAsk for Jo.\nNow.", "html"),
  ])
  func `takes a text with a tag left in it for a text`(text: String, format: String) throws {
    let file = SourceFile(name: "ad.txt", text: Array(text.utf8))
    let reader = try Readers.reader(for: file)
    #expect(type(of: reader).name == format)
  }

  @Test(arguments: [
    (
      "You:\n- sell\n* buy\n• rest\n1. wait\no  hope\nBye",
      ["p: You:", "li: sell", "li: buy", "li: rest", "li: wait", "li: hope", "p: Bye"]
    ),
    ("We are a large\nfirm.\nWe sell.", ["p: We are a large\nfirm.", "p: We sell."]),
    ("One.\r\n\r\nTwo\rThree", ["p: One.", "p: Two", "p: Three"]),
  ])
  func `tells paragraphs and items apart`(text: String, blocks: [String]) throws {
    #expect(try ad(text, as: "text").laidOut == blocks)
  }
}
