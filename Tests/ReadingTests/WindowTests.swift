import AdModel
import Reading
import TestSupport
import Testing

@Suite struct WindowTests {
  /// What is said of a file that comes in windows, places counted in the bytes of the file.
  private func said(
    _ bytes: [UInt8], as format: String?, name: String = "feed",
    _ limits: WindowLimits = WindowLimits()
  ) -> [String] {
    said(MemoryStream(bytes), as: format, name: name, limits)
  }

  private func said(
    _ stream: any ByteStream, as format: String?, name: String, _ limits: WindowLimits
  ) -> [String] {
    var said: [String] = []
    do throws(Problem) {
      var windows = try FileWindows(stream, name: name, forced: format, limits: limits)
      var end = 0
      while let window = windows.next() {
        let file = window.source
        #expect(file.offset == end)
        end = file.original(of: ByteRange(file.ownText)).upperBound
        for number in window.records.indices {
          let (ad, problems) = window.ad(number)
          let record = file.original(of: window.records[number])
          var line = "\(window.firstRecord + number) "
          if let ad {
            line += "\(record) \(ad.id) \(ad.markup) \(String(decoding: ad.prose, as: UTF8.self))"
            for field in ad.fields {
              line += " \(field.name)\(field.pointer)@\(file.original(of: field.value))"
            }
          }
          for problem in problems { line += told(problem, in: file) }
          said.append(line)
        }
        if let problem = window.problem { said.append(told(problem, in: file)) }
      }
      said.append("\(windows.encoding) \(windows.byteCount)")
    } catch {
      said.append("\(error.id) \(error.message)")
    }
    return said
  }

  private func told(_ problem: Problem, in file: SourceFile) -> String {
    let place = problem.place.map { "\(file.original(of: $0))" } ?? "nowhere"
    return " ! \(problem.id)@\(place) \(problem.message)"
  }

  @Test(arguments: RandomFeed.formats, 0..<400 as Range<UInt64>)
  func `windows of any size say the same`(format: String, seed: UInt64) {
    let feed = RandomFeed(format, seed: seed)
    let whole = said(feed.bytes, as: format)
    for size in [1, 3, 16, 100] {
      let limits = WindowLimits(window: size, reach: size == 16 ? 300 : 0)
      #expect(said(feed.bytes, as: format, limits) == whole)
    }
  }

  @Test(arguments: RandomFeed.formats, 0..<100 as Range<UInt64>)
  func `a long record is the same to windows of any size`(format: String, seed: UInt64) {
    let feed = RandomFeed(format, seed: seed)
    let whole = said(feed.bytes, as: format, WindowLimits(record: 60))
    for size in [1, 16, 100] {
      #expect(said(feed.bytes, as: format, WindowLimits(window: size, record: 60)) == whole)
    }
  }

  @Test(arguments: RandomFeed.formats, 0..<200 as Range<UInt64>)
  func `windows say what the file says that is read as a whole`(
    format: String, seed: UInt64
  ) throws {
    let feed = RandomFeed(format, seed: seed)
    guard let file = try? SourceFile(name: "feed", bytes: feed.bytes),
      feed.bytes.span.isUTF8 || file.encoding != .windows1252 && file.encoding != .utf8
    else { return }
    let reader = try Readers.reader(for: file, forced: format)
    let ads = reader.records(in: file).map { record in
      do throws(Problem) {
        return String(decoding: try reader.ad(from: record, in: file).prose, as: UTF8.self)
      } catch {
        return error.message
      }
    }
    var windows = try FileWindows(
      MemoryStream(feed.bytes), name: "feed", forced: format, limits: WindowLimits(window: 40))
    var found: [String] = []
    while let window = windows.next() {
      for number in window.records.indices {
        let (ad, problems) = window.ad(number)
        found.append(
          ad.map { String(decoding: $0.prose, as: UTF8.self) } ?? problems.last?.message ?? "")
      }
    }
    #expect(found == ads)
  }

  @Test func `a damaged record does not change how the others are read`() {
    let line = Array("{\"id\": \"é\", \"title\": \"Bäcker\"}\n".utf8)
    let bad = Array("{\"id\": \"b\", \"title\": \"Caf".utf8) + [0xE9] + Array("\"}\n".utf8)
    let worse = Array("{\"id\": \"w\", \"title\": \"".utf8) + [0x81, 0xE9] + Array("\"}\n".utf8)
    let found = said(line + bad + worse + line, as: "ndjson")
    #expect(found.count == 5)
    #expect(found[0].contains("Bäcker") && found[3].contains("Bäcker"))
    #expect(
      found[1].contains("Café")
        && found[1].contains("! broken-encoding@58..<59 This record has a byte")
        && found[1].contains("read as Windows-1252"))
    #expect(found[2].contains("\u{FFFD}\u{FFFD}") && found[2].contains("2 bytes that are"))
    #expect(found[4] == "utf8 \(2 * line.count + bad.count + worse.count)")
  }

  @Test func `a file of Windows-1252 is no problem`() {
    let text = "id;title;Prénom\n1;Bäcker;x\n2;Baker;x\n"
    let found = said(text.unicodeScalars.map { UInt8($0.value) }, as: "csv")
    #expect(found.count == 3)
    #expect(found[0].contains("Bäcker") && found[0].contains("Prénom") && !found[0].contains("!"))
    #expect(found[2].hasPrefix("windows1252 "))
  }

  static let long: [(format: String, feed: String, said: [String])] = [
    (
      "ndjson",
      "{\"title\":\"a\"}\n{\"title\":\"\(String(repeating: "x", count: 90))\"}\n{\"title\":\"b\"}\n",
      ["a", "14", "b"]
    ),
    (
      "json",
      "[{\"title\":\"a\"},{\"title\":\"\(String(repeating: "]", count: 90))\"},{\"title\":\"b\"}]",
      ["a", "15", "b"]
    ),
    (
      "json",
      "{\"jobs\":[{\"title\":\"\(String(repeating: "]", count: 90))\"},{\"title\":\"b\"}], \"n\": 1}",
      ["9", "b"]
    ),
    (
      "csv", "title,text\na,x\n\(String(repeating: "x", count: 90)),x\nb,x\n", ["a", "15", "b"]
    ),
    (
      "xml",
      "<jobs><job><title>a</title></job><job><title>\(String(repeating: "x", count: 90))</title></job><job><title>b</title></job></jobs>",
      ["a", "33", "b"]
    ),
  ]

  @Test(arguments: long)
  func `a record beyond the limit is lost alone`(
    format: String, feed: String, said expected: [String]
  ) {
    let found = said(Array(feed.utf8), as: format, WindowLimits(window: 8, record: 50))
    #expect(found.count == expected.count + 1, "\(found)")
    for (line, word) in zip(found, expected) {
      #expect(
        Int(word) == nil
          ? !line.contains("!") && line.contains(word)
          : line.contains("! record-too-long@\(word)..<"), "\(line)")
    }
  }

  @Test func `what is cut or damaged keeps the ads in front`() throws {
    let lines = (0..<3000).map { "{\"title\": \"Baker \($0 * 7919 % 1000)\"}\n" }.joined()
    let packed = Self.stored(Array(lines.utf8))
    let whole = said(packed, as: nil, name: "a.ndjson.gz")
    #expect(whole.count == 3001)
    let cut = said(Array(packed.prefix(packed.count / 2)), as: nil, name: "a.ndjson.gz")
    #expect(cut.count > 1000)
    #expect(cut.dropLast(2).elementsEqual(whole.prefix(cut.count - 2)))
    #expect(cut[cut.count - 2].contains("! cut-gzip@"))
    var damaged = packed
    damaged[packed.count - 8] ^= 1
    let found = said(damaged, as: nil, name: "a.ndjson.gz")
    #expect(found.dropLast(2).elementsEqual(whole.dropLast()))
    #expect(found[found.count - 2].contains("! damaged-gzip@"))
  }

  /// `bytes` in a gzip file as they are: RFC 1951, 3.2.4. Its checksum is wrong for all but one text,
  /// so it is worked out here.
  private static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var file: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    for start in stride(from: 0, to: bytes.count, by: 60_000) {
      let block = bytes[start..<min(bytes.count, start + 60_000)]
      let (low, high) = (UInt8(block.count & 0xFF), UInt8(block.count >> 8))
      file += [block.endIndex == bytes.count ? 1 : 0, low, high, ~low, ~high] + block
    }
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    for number in [~sum, UInt32(bytes.count)] {
      for shift in [0, 8, 16, 24] {
        file.append(UInt8(truncatingIfNeeded: number >> UInt32(shift)))
      }
    }
    return file
  }

  /// A pipe whose writer writes so much and waits.
  private final class Pipe: ByteStream {
    var pieces: [[UInt8]]
    init(_ pieces: [[UInt8]]) { self.pieces = pieces }
    var size: Int? { nil }
    var isPaused = false

    func read(_ count: Int, into bytes: inout [UInt8]) throws(Problem) -> Bool {
      guard let first = pieces.first else { return false }
      bytes += first.prefix(count)
      pieces[0].removeFirst(min(count, first.count))
      if pieces[0].isEmpty { pieces.removeFirst() }
      isPaused = !pieces.isEmpty
      return true
    }
  }

  /// Feeds of two ads, a list of pieces each; the first ad is whole before the last piece.
  static let slow: [(format: String, pieces: [String])] = [
    ("ndjson", ["{\"title\": ", "\"a\"}\n", "{\"ti", "tle\": \"b\"}"]),
    ("csv", ["id,\"a\n", "b\",title\n", "1,x,a\n2,", "x,b\n"]),
    ("csv", ["sep=|\r\nid|title\r", "\n1|a\r", "\n2|b"]),
    ("tsv", ["title\tid\na\t1", "\nb\t2", "\n"]),
    ("json", ["[\n  {\"title\": \"a\"}", ",\n{\"title\": \"b\"}\n]"]),
    ("json", ["{\"n\": 2, \"jobs\": [{\"title\": ", "\"a\"}", ", {\"title\": \"b\"}]}"]),
    (
      "json",
      [
        "[{\"@type\": \"WebSite\"}", ",{\"@type\": \"JobPosting\", \"title\": \"a\"}",
        ",{\"@type\": \"JobPosting\", \"title\": \"b\"}]",
      ]
    ),
    ("xml", ["<jobs><jo", "b><title>a</title></job>", "<job><title>b</title></job></jobs>"]),
    ("xml", ["<a><job><title>a", "</title></job>\n<job>", "<title>b</title></job></a>"]),
  ]

  @Test(arguments: slow)
  func `an ad is told of while the writer thinks about the next`(
    format: String, pieces: [String]
  ) throws {
    let pipe = Pipe(pieces.map { Array($0.utf8) })
    var windows = try FileWindows(pipe, name: "-", forced: format)
    var ads: [(id: String, left: Int)] = []
    while let window = windows.next() {
      for number in window.records.indices {
        let (ad, problems) = window.ad(number)
        #expect(problems.isEmpty)
        ads.append((ad.map { String(decoding: $0.prose, as: UTF8.self) } ?? "", pipe.pieces.count))
      }
    }
    #expect(ads.map(\.id).map { $0.last } == ["a", "b"])
    #expect(ads.first.map { $0.left > 0 } == true)
  }

  @Test(arguments: RandomFeed.formats, 0..<50 as Range<UInt64>)
  func `how a writer pauses changes nothing`(format: String, seed: UInt64) {
    let feed = RandomFeed(format, seed: seed)
    let whole = said(Pipe([feed.bytes]), as: format, name: "feed", WindowLimits())
    var random = SplitMix(seed: seed)
    for most in [3, 70] {
      var pieces: [[UInt8]] = []
      var rest = feed.bytes[...]
      while !rest.isEmpty {
        let piece = rest.prefix(Int.random(in: 1...most, using: &random))
        pieces.append(Array(piece))
        rest = rest.dropFirst(piece.count)
      }
      #expect(said(Pipe(pieces), as: format, name: "feed", WindowLimits()) == whole)
    }
  }

  @Test func `a piped table tells its encoding by the first row that is not ASCII`() {
    let text = "id;title\n1;Baker\n2;Bäcker\n3;Café\n"
    let found = said(
      Pipe([text.unicodeScalars.map { UInt8($0.value) }]), as: "csv", name: "feed", WindowLimits())
    #expect(found.count == 4 && !found.joined().contains("!"))
    #expect(found[3].hasPrefix("windows1252 "))
    let mixed = Array("id;title\n1;Bäcker\n2;Caf".utf8) + [0xE9]
    let other = said(Pipe([mixed]), as: "csv", name: "feed", WindowLimits())
    #expect(other[1].contains("Café ") && other[1].contains("! broken-encoding"))
  }
}
