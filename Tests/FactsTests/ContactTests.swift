import AdModel
import Facts
import Testing

@Suite struct ContactTests {
  private func told(_ text: String, company: String = "") -> [String] {
    let ad = Ad(text, company: company)
    return Contact.all(in: ad).map {
      "\($0.kind.rawValue) \($0.fault?.rawValue ?? "ok") \(ad.text(at: $0.place))"
    }
  }

  @Test(arguments: [
    ("E-mail your CV to jobs@example.org.", ["email ok jobs@example.org"]),
    ("E-mail your CV to jobs@bäckerei.de.", ["email ok jobs@bäckerei.de"]),
    ("See www.malmö.se/jobb for more.", ["url ok www.malmö.se/jobb"]),
    ("Contact d.o'neil+hr@mail.example.co.uk", ["email ok d.o'neil+hr@mail.example.co.uk"]),
    ("Apply at https://example.org/jobs/12?id=3.", ["url ok https://example.org/jobs/12?id=3"]),
    ("see www.example.co.uk for more", ["url ok www.example.co.uk"]),
    ("apply at jobs.example.com.", ["url ok jobs.example.com"]),
    ("Call 020 7946 0018", ["phone ok 020 7946 0018"]),
    ("Ring us on +44 (0)20 7946 0018", ["phone ok +44 (0)20 7946 0018"]),
    ("Write to dana@shop.acme.example. Apply today.", ["email ok dana@shop.acme.example"]),
    ("Call 020 7946 0018. ___", ["phone ok 020 7946 0018"]),
    ("Phone (804) 555-5249 now", ["phone ok (804) 555-5249"]),
    ("Tel 01 872 4455", ["phone ok 01 872 4455"]),
    ("Telefon: +49 30 901820", ["phone ok +49 30 901820"]),
    ("Call 1-800-828-1120", ["phone ok 1-800-828-1120"]),
  ])
  func `reads contacts that work`(text: String, contacts: [String]) {
    #expect(told(text) == contacts)
  }

  @Test(arguments: [
    ("email jsmithacmerecruitment.co.uk", "email lost-at jsmithacmerecruitment.co.uk"),
    ("Send your CV to a.leighbellsearch.com", "email lost-at a.leighbellsearch.com"),
    ("write to jobs @ example.com by email", "email blank-inside jobs @ example.com"),
    ("email jobs@ example.com today", "email blank-inside jobs@ example.com"),
    ("email hr@example.con", "email wrong-ending hr@example.con"),
    ("email hr@example,com", "email wrong-ending hr@example,com"),
    ("Email: p.hall@vcu.eduContact Phone", "email glued-word p.hall@vcu.edu"),
    ("email hr@@example.com", "email doubled-sign hr@@example.com"),
    ("jobs [at] acme [dot] com", "email obfuscated jobs [at] acme [dot] com"),
    ("hr(at)acme.com", "email obfuscated hr(at)acme.com"),
    ("see http:/acme.com", "url broken-scheme http:/acme.com"),
    ("see www,acme.com", "url broken-scheme www,acme.com"),
    ("see https//acme.com/jobs", "url broken-scheme https//acme.com/jobs"),
    ("Call 020 7946", "phone wrong-length 020 7946"),
    ("Tel: 01234 567890", "phone sample 01234 567890"),
    ("Write to baking@acme", "email cut-off baking@acme"),
    ("or at dana.lee@gmail, or call in", "email cut-off dana.lee@gmail"),
    ("CVs to jobs@acme . com", "email blank-inside jobs@acme . com"),
    ("CVs to jobs@acme..de", "email doubled-sign jobs@acme..de"),
    ("email hr@acme.co,uk", "email wrong-ending hr@acme.co,uk"),
    ("Enquiries: the shop; bake @acme.org.uk", "email blank-inside bake @acme.org.uk"),
    ("Contact Dana Lee, d.lee@ (head baker)", "email cut-off d.lee@"),
    ("Send it to Mrs Hall, hhallacme.co.uk", "email lost-at hhallacme.co.uk"),
    ("Tel: 0161 496 05", "phone wrong-length 0161 496 05"),
    ("Tel: 0121 496 051", "phone wrong-length 0121 496 051"),
    ("Ring 020 7946 00188", "phone wrong-length 020 7946 00188"),
    ("Call (208) 555-01234", "phone wrong-length (208) 555-01234"),
    ("Call (208) 555-01 now", "phone wrong-length (208) 555-01"),
    ("Ring the shop on 01793 5550", "phone wrong-length 01793 5550"),
    ("Call +44 7700 9001", "phone wrong-length +44 7700 9001"),
    ("Text 027 555 O1 88", "phone wrong-length 027 555 O1 88"),
    ("Call us: +44 7700 9001", "phone wrong-length +44 7700 9001"),
    ("Call 251-555-01##", "phone masked 251-555-01##"),
    ("Call 01952 ______", "phone masked 01952 ______"),
    ("For details please email a CV to", "email cut-off email a CV to"),
  ])
  func `sees how a contact is broken`(text: String, contact: String) {
    #expect(told(text) == [contact])
  }

  @Test func `finds the company inside an address that lost its sign`() {
    #expect(
      told("Talk to Rob: rbraybellassociates.co.uk", company: "Bell Associates Ltd")
        == ["email lost-at rbraybellassociates.co.uk"])
    #expect(
      told("Our site is bellassociates.co.uk", company: "Bell Associates Ltd")
        == ["url ok bellassociates.co.uk"])
  }

  @Test(arguments: [
    "Built with ASP.NET, Node.js and Socket.IO.",
    "You lead the team.It works well.",
    "Follow @acme on the usual sites.",
    "Meet at 5 @ the dock, e.g. at noon, i.e. 12.",
    "Budget of 250,000.00 and 1.250.000 units",
    "Apply on the Talent@ACME page.",
    "VAT GB 123 4567 89",
    "Reference 0207946, job 20260303",
    "between 1998-2004 and 2010-2015",
    "version 10.0.19 of the tool",
    "",
  ])
  func `lets names, numbers and sentences be`(text: String) {
    #expect(told(text) == [])
  }

  @Test func `tells a way to apply from other addresses`() {
    let route = { (text: String) in Contact.all(in: Ad(text)).map(\.isApplyRoute) }
    #expect(route("Apply at https://example.org/jobs/12") == [true])
    #expect(route("We work with https://example.org") == [false])
    #expect(route("Send a CV to jobs@example.org") == [true])
    #expect(route("For accommodation requests write to help@example.org") == [false])
  }

  @Test func `reads what links lead to`() {
    var ad = Ad("Apply here")
    let text = ByteRange<Prose>(0, 10)
    let target = "mailto:jobs@example.org"
    let lower = ad.prose.count
    ad.prose += Array(target.utf8)
    let place = ByteRange<Prose>(lower, ad.prose.count)
    ad.fields.append(Field(.link, name: "href", place: place, value: ByteRange(0, 0)))
    ad.links = [Link(text: text, target: place, source: ByteRange(0, 0))]
    #expect(Contact.all(in: ad).map(\.kind) == [.email])
    #expect(Contact.all(in: ad).map(\.place) == [text])
  }
}
