import AdModel
import Reading
import Testing

@Suite struct TableTests {
  @Test func `reads what Excel writes`() throws {
    let text =
      "\u{FEFF}sep=;\r\nRef;Job Title;\"Salary \"\"new\"\"\";Job Description;Notes/1\r\n"
      + "A1;Chef;30.000,00;\"<p>We \"\"cook\"\" &amp;\r\nbake</p>\";=1+1\r\n\r\n"
      + "A2;\"Baker; nights\";;Bread;\r\n;;;;\r\n"
    let found = try ads(text, as: "csv")
    #expect(
      found.map(\.told) == [
        ["reference: A1", "title: Chef", "body: We \"cook\" & bake"],
        ["reference: A2", "title: Baker; nights", "body: Bread"],
      ])
    #expect(
      found[0].fields.map(\.pointer) == [
        "/Ref", "/Job Title", "/Salary \"new\"", "/Notes~11", "/Job Description",
      ])
    #expect(found.map(\.markup) == [.html, .text])
    #expect(found[0].spelling(of: "\"cook\" &", in: Array(text.utf8)) == "\"\"cook\"\" &amp;")
    #expect(found.flatMap(\.problems) == [])
  }

  @Test(arguments: [",", ";", "\t", "|"], ["\n", "\r\n", "\r"])
  func `tells the delimiter from the header`(delimiter: String, end: String) throws {
    let rows = [
      ["title", "town", "text, long; as | well".filter { String($0) != delimiter }],
      ["Chef", "Leeds", "We cook"],
    ]
    let table = rows.map { $0.joined(separator: delimiter) + end }.joined()
    let found = try ads(table, as: "csv")
    #expect(found.map { $0.told } == [["title: Chef", "location: Leeds"]])
  }

  @Test func `takes a quote inside a cell as it is`() throws {
    let found = try ads("title,text\n5\" nails, \"a\" \n\"b\",c\"\n", as: "csv")
    #expect(
      found.map(\.told) == [["title: 5\" nails", "body: a"], ["title: b", "body: c\""]])
  }

  @Test func `reads the rows behind a broken one`() throws {
    let text = """
      title,text,town
      a,"b",c
      d,"e "f" g",h
      i,j,k,l
      m,n
      o
      p,"q,r
      s,t,u

      """
    let file = try SourceFile(name: "a.csv", bytes: Array(text.utf8))
    let reader = CSVReader(ReadingOptions())
    var said: [String] = []
    for record in reader.records(in: file) {
      do throws(Problem) {
        let ad = try reader.ad(from: record, in: file)
        said += ad.texts(of: .title) + ad.problems.map(\.message)
      } catch {
        let place = try #require(error.place)
        said.append("\(String(decoding: file.text[place.utf8], as: UTF8.self)): \(error.message)")
      }
    }
    #expect(
      said == [
        "a",
        "\": This quote closes its cell, but the cell goes on; write each quote inside a cell in"
          + " quotes twice.",
        "l: This row has 4 cells, and the first row names 3; put quotes around a cell that holds"
          + " “,” or a line end.",
        "m",
        "This row has 2 of 3 cells; those that are missing are taken for empty.",
        "o", "This row has 1 of 3 cells; those that are missing are taken for empty.",
        "\": The quote that opens this cell is never closed; write each quote inside a cell in"
          + " quotes twice.",
        "s",
      ])
  }

  @Test func `says that a header is not known`() {
    let found = problems(Array("Bob,Ann\n1,2\n".utf8), as: "csv")
    #expect(found.map(\.place) == [ByteRange(0, 7)])
    #expect(
      found.map(\.message) == [
        "The first row of this table names no column with the title or the text of an ad; give the"
          + " columns names such as “title” and “description”."
      ])
  }

  @Test(arguments: [
    ("\"title\"x,text\na,b\n", "names no column"),
    (String(repeating: "title,", count: 1001) + "\na\n", "has more than 1000 columns"),
    ("title," + String(repeating: "a", count: 65_536) + "\nb,c\n", "has more than 65536 bytes"),
  ])
  func `does not read a header that is broken or too long`(table: String, why: String) {
    let found = problems(Array(table.utf8), as: "csv")
    #expect(found.map(\.id) == ["no-header"])
    #expect(found[0].message.hasPrefix("The first row of this table \(why)"))
  }
}
