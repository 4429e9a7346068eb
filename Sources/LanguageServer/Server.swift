import AdModel

/// A language server for job ads (LSP 3.17): it is told what happens in an editor, message by
/// message, and says what is wrong with the ads that are open.
///
/// It does no input and output; ``Session`` does.
public final class Server {
  /// Where the talk with the client stands.
  enum State { case fresh, ready, shut }

  let practice: any Practice
  let version: String
  var state = State.fresh
  var client = Client()
  var documents: [String: Document] = [:]
  /// What was said of each document, until it changes.
  var diagnoses: [String: Diagnoser.Diagnosis] = [:]
  /// The documents whose findings the client does not know yet, the longest waiting first.
  private var stale: [String] = []
  /// How often documents have changed; names the result of a pull.
  var changes: [String: Int] = [:]

  /// A server that checks every document as `practice` has it.
  public init(_ practice: any Practice, version: String) {
    self.practice = practice
    self.version = version
  }

  /// A server that checks all documents alike.
  public convenience init(_ diagnoser: Diagnoser, version: String) {
    self.init(UniformPractice(diagnoser), version: version)
  }

  /// What a client can do.
  struct Client: Sendable {
    var encoding = PositionEncoding.utf16
    var root: String?
    /// Whether it asks for findings, so that they need not be sent.
    var pulls = false
    var readsMarkdown = true
    /// Whether it takes edits of documents with their version.
    var takesVersions = false
    /// Whether it tells of files that change on the disk, if it is asked to.
    var watches = false
    /// Whether it asks for all findings anew, if it is told to.
    var refreshes = false
  }

  /// The code to leave with, once the client has said so: 0 after it has asked for the end first.
  public private(set) var exitCode: Int32?

  /// What to answer to the message `bytes`.
  public func answer(to bytes: [UInt8]) -> [JSONValue] {
    guard let message = JSONValue(parsing: bytes) else {
      return [Self.error(.parseError, "the message is no JSON", id: .null)]
    }
    guard case .object = message else {
      return [Self.error(.invalidRequest, "the message is no object", id: .null)]
    }
    let id = message["id"]
    guard let method = message["method"]?.string else {
      // An answer to a request of ours; none of them needs it.
      if message["result"] != nil || message["error"] != nil { return [] }
      return [Self.error(.invalidRequest, "the message has no method", id: id ?? .null)]
    }
    let params = message["params"] ?? .null
    if let id { return [request(method, params, id: id)] }
    return notify(method, params)
  }

  private func request(_ method: String, _ params: JSONValue, id: JSONValue) -> JSONValue {
    do throws(Refusal) {
      switch (method, state) {
      case ("initialize", .fresh): return Self.result(initialize(params), id: id)
      case (_, .fresh):
        throw Refusal(.notInitialized, "“initialize” comes first")
      case ("initialize", _):
        throw Refusal(.invalidRequest, "“initialize” may come once only")
      case (_, .shut):
        throw Refusal(.invalidRequest, "only “exit” may come after “shutdown”")
      case ("shutdown", _):
        state = .shut
        return Self.result(.null, id: id)
      default: return Self.result(try reply(to: method, params), id: id)
      }
    } catch {
      return Self.error(error.code, error.message, id: id)
    }
  }

  private func notify(_ method: String, _ params: JSONValue) -> [JSONValue] {
    if method == "exit" {
      exitCode = state == .shut ? 0 : 1
      return []
    }
    guard state == .ready else { return [] }
    switch method {
    case "textDocument/didOpen": open(params)
    case "textDocument/didChange":
      if !change(params) { return [Self.complaint("a change makes no sense and was left out")] }
    case "textDocument/didClose": return close(params)
    case "initialized": return client.watches ? [Self.watchRequest] : []
    case "textDocument/didSave", "workspace/didChangeWatchedFiles",
      "workspace/didChangeConfiguration":
      return reconsider()
    default: break
    }
    return []
  }

  // MARK: Documents

  private func open(_ params: JSONValue) {
    guard let item = params["textDocument"], let uri = item["uri"]?.string,
      let text = item["text"]?.string
    else { return }
    documents[uri] = Document(
      uri: uri, language: item["languageId"]?.string ?? "", version: item["version"]?.int,
      text: text, encoding: client.encoding)
    note(uri)
  }

  private func change(_ params: JSONValue) -> Bool {
    guard let uri = params["textDocument"]?["uri"]?.string, documents[uri] != nil else {
      return false
    }
    let changes = params["contentChanges"]?.array ?? []
    let isGood = documents[uri]!.apply(changes, version: params["textDocument"]?["version"]?.int)
    note(uri)
    return isGood
  }

  private func close(_ params: JSONValue) -> [JSONValue] {
    guard let uri = params["textDocument"]?["uri"]?.string, documents[uri] != nil else { return [] }
    documents[uri] = nil
    diagnoses[uri] = nil
    stale.removeAll { $0 == uri }
    return client.pulls ? [] : [Self.publication(of: uri, version: nil, [])]
  }

  /// Forgets the settings, since they may be other ones now, and what was said by them.
  private func reconsider() -> [JSONValue] {
    practice.forget()
    for uri in documents.keys.sorted() { note(uri) }
    return client.pulls && client.refreshes ? [Self.refreshRequest] : []
  }

  /// Notes that a document is not what it was.
  private func note(_ uri: String) {
    diagnoses[uri] = nil
    changes[uri, default: 0] += 1
    if !client.pulls, !stale.contains(uri) { stale.append(uri) }
  }

  /// The findings of the next document whose findings the client does not know yet.
  ///
  /// To be asked while nothing comes in: who types fast is not told of each letter.
  public func nextPublication() -> JSONValue? {
    guard !stale.isEmpty else { return nil }
    let uri = stale.removeFirst()
    guard let document = documents[uri] else { return nil }
    return Self.publication(
      of: uri, version: document.version, diagnostics(of: document))
  }
}
