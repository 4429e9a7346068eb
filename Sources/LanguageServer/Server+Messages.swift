extension Server {
  /// What went wrong, in the numbers of JSON-RPC 2.0 and LSP 3.17.
  enum Code: Int, Sendable {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case notInitialized = -32002
  }

  /// Why a request gets no result.
  struct Refusal: Error {
    var code: Code
    var message: String

    init(_ code: Code, _ message: String) {
      self.code = code
      self.message = message
    }
  }

  static func result(_ result: JSONValue, id: JSONValue) -> JSONValue {
    ["jsonrpc": "2.0", "id": id, "result": result]
  }

  static func error(_ code: Code, _ message: String, id: JSONValue) -> JSONValue {
    let error: JSONValue = ["code": .int(code.rawValue), "message": .string(message)]
    return ["jsonrpc": "2.0", "id": id, "error": error]
  }

  /// A line for the log of the client.
  public static func complaint(_ message: String) -> JSONValue {
    notification("window/logMessage", ["type": 2, "message": .string("hirelint: \(message)")])
  }

  static func publication(
    of uri: String, version: Int?, _ diagnostics: [JSONValue]
  ) -> JSONValue {
    var params: [String: JSONValue] = ["uri": .string(uri), "diagnostics": .array(diagnostics)]
    if let version { params["version"] = .int(version) }
    return notification("textDocument/publishDiagnostics", .object(params))
  }

  /// Asks to be told of settings and rule files that change.
  static let watchRequest: JSONValue = [
    "jsonrpc": "2.0", "id": "watch", "method": "client/registerCapability",
    "params": [
      "registrations": [
        [
          "id": "settings", "method": "workspace/didChangeWatchedFiles",
          "registerOptions": ["watchers": [["globPattern": "**/*.{yml,yaml}"]]],
        ]
      ]
    ],
  ]

  /// Asks the client to ask for all findings anew.
  static let refreshRequest: JSONValue = [
    "jsonrpc": "2.0", "id": "refresh", "method": "workspace/diagnostic/refresh",
  ]

  private static func notification(_ method: String, _ params: JSONValue) -> JSONValue {
    ["jsonrpc": "2.0", "method": .string(method), "params": params]
  }
}
