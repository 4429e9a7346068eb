import AdModel
import Linting
import Reporting

extension Server {
  /// Learns what the client can do, and tells what we can.
  func initialize(_ params: JSONValue) -> JSONValue {
    let capabilities = params["capabilities"]
    let text = capabilities?["textDocument"]
    let offered = capabilities?["general"]?["positionEncodings"]?.array ?? []
    client.encoding = PositionEncoding(offered: offered.compactMap(\.string))
    client.root =
      params["workspaceFolders"]?.array?.first?["uri"]?.string ?? params["rootUri"]?.string
    client.pulls = text?["diagnostic"] != nil
    let workspace = capabilities?["workspace"]
    client.watches = workspace?["didChangeWatchedFiles"]?["dynamicRegistration"]?.isTrue ?? false
    client.refreshes = workspace?["diagnostics"]?["refreshSupport"]?.isTrue ?? false
    let formats = text?["hover"]?["contentFormat"]?.array
    client.readsMarkdown = formats?.contains("markdown") ?? true
    client.takesVersions =
      capabilities?["workspace"]?["workspaceEdit"]?["documentChanges"]?.isTrue ?? false
    state = .ready
    return [
      "capabilities": [
        "positionEncoding": .string(client.encoding.rawValue),
        "textDocumentSync": ["openClose": true, "change": 2, "save": true],
        "diagnosticProvider": [
          "identifier": "hirelint", "interFileDependencies": false,
          "workspaceDiagnostics": false,
        ],
        "codeActionProvider": [
          "codeActionKinds": ["quickfix", .string(Self.fixAll)]
        ],
        "hoverProvider": true,
      ],
      "serverInfo": ["name": "hirelint", "version": .string(version)],
    ]
  }

  /// The kind of the action that applies every safe fix.
  static let fixAll = "source.fixAll.hirelint"

  /// The result of a request about a document.
  func reply(to method: String, _ params: JSONValue) throws(Refusal) -> JSONValue {
    switch method {
    case "textDocument/diagnostic": try pull(params)
    case "textDocument/codeAction": try actions(params)
    case "textDocument/hover": try hover(params)
    default: throw Refusal(.methodNotFound, "there is no “\(method)” here")
    }
  }

  private func document(_ params: JSONValue) throws(Refusal) -> Document {
    guard let uri = params["textDocument"]?["uri"]?.string else {
      throw Refusal(.invalidParams, "the request names no document")
    }
    guard let document = documents[uri] else {
      throw Refusal(.invalidParams, "the document is not open")
    }
    return document
  }

  private func pull(_ params: JSONValue) throws(Refusal) -> JSONValue {
    let document = try document(params)
    let id = JSONValue.string("\(changes[document.uri, default: 0])")
    if params["previousResultId"] == id { return ["kind": "unchanged", "resultId": id] }
    return ["kind": "full", "resultId": id, "items": .array(diagnostics(of: document))]
  }

  private func hover(_ params: JSONValue) throws(Refusal) -> JSONValue {
    let document = try document(params)
    guard let offset = params["position"].flatMap(document.offset) else {
      throw Refusal(.invalidParams, "the request names no position")
    }
    let finding = diagnosis(of: document).findings.filter { finding in
      finding.place.lower <= offset && offset <= finding.place.upper
    }.min { $0.place.count < $1.place.count }
    let rules = diagnosis(of: document).rules
    guard let finding, let rule = rules.first(where: { $0.id == finding.rule }) else {
      return .null
    }
    let text = client.readsMarkdown
    return [
      "contents": [
        "kind": text ? "markdown" : "plaintext",
        "value": .string(
          text ? RuleCatalogue.markdown(of: rule) : RuleCatalogue.plainText(of: rule)),
      ],
      "range": document.range(of: finding.place),
    ]
  }

  // MARK: Findings

  /// What is wrong with the ads of `document`.
  func diagnosis(of document: Document) -> Diagnoser.Diagnosis {
    if let known = diagnoses[document.uri] { return known }
    let name = DocumentName.name(of: document.uri, beneath: client.root)
    var diagnosis = Diagnoser.Diagnosis()
    do throws(Problem) {
      if let diagnoser = try practice.diagnoser(for: DocumentName.path(of: document.uri)) {
        diagnosis = diagnoser.diagnosis(of: document, named: name)
      }
    } catch {
      diagnosis.problems.append(error)
    }
    diagnoses[document.uri] = diagnosis
    return diagnosis
  }

  func diagnostics(of document: Document) -> [JSONValue] {
    let diagnosis = diagnosis(of: document)
    return diagnosis.findings.map { diagnostic($0, in: document) }
      + diagnosis.problems.map { problem in
        [
          "range": document.range(of: problem.place ?? ByteRange(0, 0)), "severity": 2,
          "code": .string("input/\(problem.id)"), "source": "hirelint",
          "message": .string(SafeText.lines(problem.message)),
        ]
      }
  }

  /// `finding` as a `Diagnostic`; its `data` is the fingerprint.
  func diagnostic(_ finding: Finding, in document: Document) -> JSONValue {
    let severity =
      switch finding.level {
      case .error: 1
      case .warning: 2
      case .note: 3
      }
    let message = [finding.message, finding.suggestion].filter { !$0.isEmpty }
      .joined(separator: "\n")
    return [
      "range": document.range(of: finding.place), "severity": .int(severity),
      "code": .string(finding.rule),
      "codeDescription": ["href": .string(RuleCatalogue.page(of: finding.rule))],
      "source": "hirelint", "message": .string(SafeText.lines(message)),
      "data": .string(finding.fingerprint),
    ]
  }
}
