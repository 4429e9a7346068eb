import Foundation
import Testing

@Suite struct StreamTests {
  /// A feed of sound, damaged and broken ads, in some formats.
  private static func feeds() throws -> Desk {
    let desk = try Desk()
    let texts = [
      "We want a yuong man 😀 for £15k. Send your CV to jobs@@acme.com.", "Bäcker gesucht",
      "<p>Rock &amp; roll.</p><ul><li>Competitive salary</ul>", "You will bake \"bread\", daily.",
    ]
    var (lines, rows, items) = ([String](), ["id,title,description"], [String]())
    for number in 0..<50 {
      let text = texts[number % texts.count] + String(repeating: " Apply now.", count: number % 7)
      let json = text.replacing("\"", with: "\\\"")
      lines.append(#"{"id": "a\#(number)", "title": "Bäker", "description": "\#(json)"}"#)
      rows.append("a\(number),Baker,\"\(text.replacing("\"", with: "\"\""))\nApply.\"")
      items.append(
        "<job><id>a\(number)</id><title>Baker</title><text><![CDATA[\(text)]]></text></job>")
      if number % 17 == 3 {
        lines.append("{\"title\": ")
        rows.append("a,b,\"c")
        items.append("<job><title>x & y</title></job>")
      }
    }
    try desk.add("a.ndjson", Array(lines.joined(separator: "\r\n").utf8))
    let sound = lines.filter { $0.hasSuffix("}") }
    try desk.add("b.json", Array("{\"jobs\": [\(sound.joined(separator: ","))], \"n\": 1}".utf8))
    try desk.add("c.csv", [0xEF, 0xBB, 0xBF] + Array(rows.joined(separator: "\n").utf8))
    try desk.add("d.xml", Array("<jobs>\n\(items.joined(separator: "\r"))</jobs>".utf8))
    try desk.add("cut.xml", Array("<jobs><job><title>Baker</title></job>".utf8))
    let wide = lines.joined(separator: "\n").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    try desk.add("e.ndjson", [0xFF, 0xFE] + wide)
    return desk
  }

  @Test(arguments: ["text", "json", "ndjson", "sarif"])
  func `windows and jobs of any number give the same bytes`(format: String) throws {
    let desk = try Self.feeds()
    func output(_ options: String...) throws -> String {
      let outcome = try Tool.run(["check", ".", "--format", format] + options, in: desk.folder)
      #expect(outcome.status == 1)
      return outcome.output
    }
    let whole = try output("--jobs", "1")
    for (window, jobs) in [("1", "1"), ("700", "3"), ("5000", "2"), ("1048576", "3")] {
      #expect(try output("--window", window, "--jobs", jobs) == whole)
    }
  }

  @Test func `a damaged record is read by itself`() throws {
    let desk = try Desk()
    let line = "{\"title\": \"Bäker\", \"description\": \"Bake\"}\n"
    let damaged = Array("{\"title\": \"Caf".utf8) + [0xE9] + Array("\"}\n".utf8)
    try desk.add("a.ndjson", Array(line.utf8) + damaged + Array(line.utf8))
    let outcome = try desk.run("check", "a.ndjson", "--format", "json", "--fail-on", "never")
    #expect(outcome.output.contains(#""id":"broken-encoding""#))
    #expect(outcome.output.components(separatedBy: #""title":"Bäker""#).count == 3)
    #expect(outcome.output.contains(#""title":"Café""#))
  }

  // MARK: Ends

  @Test func `a full disk is told, and leaves with 4`() throws {
    let desk = try Self.feeds()
    let outcome = try desk.run(script: "$hirelint check a.ndjson >/dev/full")
    #expect(outcome.status == 4)
    #expect(outcome.errors == "hirelint: cannot write standard output: No space left on device\n")
  }

  @Test func `a report that cannot be written does not keep the others from it`() throws {
    let desk = try Self.feeds()
    let outcome = try desk.run(
      script: "$hirelint check a.ndjson --report json=/dev/full --report sarif=a.sarif")
    #expect(outcome.status == 4)
    #expect(outcome.errors == "hirelint: cannot write /dev/full: No space left on device\n")
    #expect(outcome.output.contains("Most frequent"))
    #expect(try desk.text(of: "a.sarif").hasSuffix("]\n}\n"))
  }

  @Test func `somebody who has read enough is no fault to tell of`() throws {
    let desk = try Self.feeds()
    let outcome = try desk.run(
      script: """
        cat a.ndjson a.ndjson a.ndjson a.ndjson a.ndjson a.ndjson a.ndjson a.ndjson >long.ndjson
        { $hirelint check long.ndjson --format ndjson --report json=a.json; echo $? >status; } | head -n 1
        """)
    #expect(outcome.output.hasPrefix(#"{"type":"run""#))
    #expect(outcome.errors == "")
    #expect(try desk.text(of: "status") == "141\n")
    #expect(try desk.text(of: "a.json").contains(#""exitCode":1"#))
  }

  /// Writes an ad to a check that reads from a pipe, waits for what it says, and ends it by a signal.
  private static func stopped(by signal: String) -> String {
    """
    mkfifo pipe
    echo old >a.json
    $hirelint check - --input ndjson --format ndjson --report json=a.json <pipe >out 2>err &
    check=$!
    exec 3>pipe
    echo '{"id": "a1", "title": "Baker", "description": "Bake."}' >&3
    tries=0
    until grep -q '"type":"ad","id":"a1"' out || [ $tries = 300 ]; do
      sleep 0.1; tries=$((tries + 1))
    done
    printf '{"id": "a2", ' >&3
    kill -\(signal) $check
    wait $check
    echo $?
    """
  }

  @Test(arguments: [("INT", 130), ("TERM", 143)])
  func `a signal ends the run with what was checked`(signal: String, status: Int) throws {
    let desk = try Desk()
    // A shell without a terminal starts what is in the background with SIGINT ignored.
    let script = Self.stopped(by: signal).replacing(
      "$hirelint", with: "env --default-signal=INT $hirelint")
    let outcome = try desk.run(script: script)
    #expect(outcome.output == "\(status)\n")
    for name in ["out", "a.json"] {
      let text = try desk.text(of: name)
      #expect(text.contains(#""id":"a1""#) && !text.contains(#""id":"a2""#))
      #expect(text.contains(#""id":"interrupted""#))
      #expect(text.contains("\"exitCode\":\(status)"))
    }
    #expect(try desk.text(of: "err") == "")
  }

  @Test func `a run that is killed leaves the last report`() throws {
    let desk = try Desk()
    #expect(try desk.run(script: Self.stopped(by: "KILL")).output == "137\n")
    #expect(try desk.text(of: "a.json") == "old\n")
  }

  @Test func `a report takes the place of the file that a link leads to`() throws {
    let desk = try Self.feeds()
    let outcome = try desk.run(
      script: """
        mkdir reports; echo old >reports/a.json; chmod 600 reports/a.json; ln -s reports/a.json link
        $hirelint check a.ndjson --report json=link --report json=/dev/stderr >/dev/null
        test -L link && ls -l reports | tail -n +2 | cut -c 1-10
        """)
    #expect(outcome.output == "-rw-------\n")
    #expect(try desk.text(of: "reports/a.json") == outcome.errors)
  }

  @Test func `what is cut is checked up to there`() throws {
    let desk = try Self.feeds()
    let outcome = try desk.run(
      script: """
        for name in a.ndjson c.csv d.xml; do
          gzip <$name >whole.gz
          head -c $(($(wc -c <whole.gz) * 2 / 3)) whole.gz >cut-$name.gz
          $hirelint check cut-$name.gz --format ndjson >out
          echo $? $(grep -c '"type":"ad"' out | tr '123456789' x) $(grep -o '"id":"cut-gzip"' out)
        done
        """)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 3)
    for line in lines { #expect(line.hasPrefix("1 x") && line.hasSuffix("cut-gzip\"")) }
  }
}
