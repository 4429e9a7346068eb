import BundledRules
import Facts
import LanguageServer
import Linting
import Testing

@Suite struct ServerTests {
  private static let rules = RuleSet(try! BundledRules.book())
  private static let ad =
    "Title: Baker\nDescription: 😀 You will recieve young people. Pay: €****k plus bonus.\n"

  /// A server, and what it has said.
  private final class Talk {
    let server = Server(
      Diagnoser(ServerTests.rules) { CalendarDate(year: 2026, month: 11, day: 21)! },
      version: "0.1.0")
    private var number = 0

    @discardableResult
    func ask(_ method: String, _ params: JSONValue = [:]) -> JSONValue {
      number += 1
      let message: JSONValue = [
        "jsonrpc": "2.0", "id": .int(number), "method": .string(method), "params": params,
      ]
      let answers = server.answer(to: message.bytes)
      #expect(answers.count == 1 && answers[0]["id"] == .int(number))
      return answers[0]
    }

    @discardableResult
    func tell(_ method: String, _ params: JSONValue = [:]) -> [JSONValue] {
      server.answer(
        to: (["jsonrpc": "2.0", "method": .string(method), "params": params] as JSONValue).bytes)
    }

    func open(_ text: String, _ uri: String = "file:///srv/ads/a%20b.txt") {
      tell(
        "textDocument/didOpen",
        [
          "textDocument": [
            "uri": .string(uri), "languageId": "plaintext", "version": 1, "text": .string(text),
          ]
        ])
    }

    func start(_ capabilities: JSONValue = [:], root: String = "file:///work") {
      ask("initialize", ["capabilities": capabilities, "rootUri": .string(root)])
      tell("initialized")
    }
  }

  private static let document: JSONValue = ["uri": "file:///srv/ads/a%20b.txt"]

  @Test func `findings are sent when a document is opened, changed and closed`() throws {
    let talk = Talk()
    talk.start()
    talk.open(Self.ad)
    let first = try #require(talk.server.nextPublication()?["params"])
    #expect(first["version"] == 1)
    let diagnostics = try #require(first["diagnostics"]?.array)
    let misspelt = try #require(diagnostics.first { $0["code"] == "spelling/misspelling" })
    #expect(misspelt["severity"] == 1)
    #expect(misspelt["source"] == "hirelint")
    #expect(misspelt["message"] == "Misspelt: 'recieve'.\nWrite “receive”.")
    #expect(misspelt["codeDescription"]?["href"]?.string?.hasSuffix("#spellingmisspelling") == true)
    #expect(misspelt["data"]?.string?.contains(":") == true)
    // The emoji counts two.
    #expect(misspelt["range"]?["start"] == ["line": 1, "character": 25])
    #expect(talk.server.nextPublication() == nil)

    talk.tell(
      "textDocument/didChange",
      [
        "textDocument": ["uri": "file:///srv/ads/a%20b.txt", "version": 2],
        "contentChanges": [["range": misspelt["range"]!, "text": "receive"]],
      ])
    let second = try #require(talk.server.nextPublication()?["params"])
    #expect(second["version"] == 2)
    #expect(
      second["diagnostics"]?.array?.contains { $0["code"] == "spelling/misspelling" } == false)
    let last = talk.tell("textDocument/didClose", ["textDocument": Self.document])
    #expect(last.first?["params"]?["diagnostics"] == [])
  }

  @Test func `findings are pulled by who can, and sent to nobody else`() throws {
    let talk = Talk()
    talk.start(["textDocument": ["diagnostic": [:]]])
    talk.open(Self.ad)
    #expect(talk.server.nextPublication() == nil)
    let full = try #require(
      talk.ask("textDocument/diagnostic", ["textDocument": Self.document])["result"])
    #expect(full["kind"] == "full" && full["items"]?.array?.isEmpty == false)
    let again = talk.ask(
      "textDocument/diagnostic",
      ["textDocument": Self.document, "previousResultId": full["resultId"]!])
    #expect(again["result"] == ["kind": "unchanged", "resultId": full["resultId"]!])
  }

  @Test(
    arguments: [
      (["utf-8", "utf-16"], "utf-8", 27), (["utf-32", "utf-8"], "utf-32", 24),
      (["utf-7"], "utf-16", 25), ([], "utf-16", 25),
    ] as [([String], String, Int)])
  func `places count what the client wants`(
    offered: [String], encoding: String, character: Int
  ) throws {
    let talk = Talk()
    let general: JSONValue = ["positionEncodings": .array(offered.map { .string($0) })]
    let told = talk.ask("initialize", ["capabilities": ["general": general]])
    #expect(told["result"]?["capabilities"]?["positionEncoding"] == .string(encoding))
    talk.open(Self.ad)
    let diagnostics = talk.server.nextPublication()?["params"]?["diagnostics"]?.array ?? []
    let misspelt = try #require(diagnostics.first { $0["code"] == "spelling/misspelling" })
    #expect(misspelt["range"]?["start"] == ["line": 1, "character": .int(character)])
  }

  @Test func `a fix is offered where there is one`() throws {
    let talk = Talk()
    talk.start(["workspace": ["workspaceEdit": ["documentChanges": true]]])
    talk.open(Self.ad)
    let place: JSONValue = ["line": 1, "character": 27]
    let params: JSONValue = [
      "textDocument": Self.document, "range": ["start": place, "end": place],
      "context": ["diagnostics": [], "only": ["quickfix"]],
    ]
    let actions = try #require(talk.ask("textDocument/codeAction", params)["result"]?.array)
    #expect(actions.count == 1)
    #expect(actions[0]["title"] == "Replace “recieve” by “receive”")
    let change = actions[0]["edit"]?["documentChanges"]?.array?.first
    #expect(change?["textDocument"]?["version"] == 1)
    #expect(change?["edits"]?.array?.first?["newText"] == "receive")
  }

  @Test func `pointing at words explains their rule`() throws {
    let talk = Talk()
    talk.start()
    talk.open(Self.ad)
    let there: JSONValue = [
      "textDocument": Self.document, "position": ["line": 1, "character": 26],
    ]
    let hover = talk.ask("textDocument/hover", there)["result"]
    #expect(hover?["contents"]?["kind"] == "markdown")
    #expect(hover?["contents"]?["value"]?.string?.hasPrefix("# Misspelt") == true)
    let nowhere: JSONValue = [
      "textDocument": Self.document, "position": ["line": 1, "character": 2],
    ]
    #expect(talk.ask("textDocument/hover", nowhere)["result"] == .null)
  }

  @Test func `what makes no sense is refused, and the talk goes on`() {
    let talk = Talk()
    #expect(talk.ask("textDocument/hover")["error"]?["code"] == -32002)
    talk.start()
    #expect(talk.ask("initialize")["error"]?["code"] == -32600)
    #expect(talk.ask("textDocument/rename")["error"]?["code"] == -32601)
    #expect(
      talk.ask("textDocument/hover", ["textDocument": ["uri": "x"]])["error"]?["code"] == -32602)
    let odd = [
      "", "{", "[]", "1", "\"x\"", "{}", #"{"id":{},"method":5}"#, #"{"method":"x","params":[]}"#,
      #"{"method":"textDocument/didOpen","params":{"textDocument":7}}"#,
      #"{"method":"textDocument/didChange","params":{"contentChanges":[{"range":1}]}}"#,
      #"{"jsonrpc":"2.0","id":1,"result":null}"#, String(repeating: "[", count: 100_000),
      #"{"a":"\ud800"}"#, "{\"method\":\"\u{0}\"}",
    ]
    for message in odd { _ = talk.server.answer(to: Array(message.utf8)) }
    _ = talk.server.answer(to: [0xFF, 0xFE, 0x00])
    talk.open(Self.ad)
    #expect(talk.server.nextPublication()?["params"]?["diagnostics"]?.array?.isEmpty == false)
    #expect(talk.server.exitCode == nil)
  }

  @Test func `the client says how to leave`() {
    let hasty = Talk()
    hasty.start()
    hasty.tell("exit")
    #expect(hasty.server.exitCode == 1)
    let polite = Talk()
    polite.start()
    #expect(polite.ask("shutdown")["result"] == .null)
    #expect(polite.ask("textDocument/hover")["error"]?["code"] == -32600)
    polite.tell("exit")
    #expect(polite.server.exitCode == 0)
  }

  @Test(arguments: ["", "   ", "\u{FEFF}", "{", "<", "\0", "[[[[", "Title:"])
  func `any text may be open`(text: String) {
    for ending in ["txt", "json", "html", "csv", "xml", "md", "ndjson", ""] {
      let talk = Talk()
      talk.start()
      talk.open(text, "untitled:x.\(ending)")
      #expect(talk.server.nextPublication() != nil)
    }
  }
}
