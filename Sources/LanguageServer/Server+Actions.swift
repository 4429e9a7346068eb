import AdModel
import Reporting

extension Server {
  /// The edits that mend the findings at a range of a document, and the one that applies every safe
  /// fix of it.
  func actions(_ params: JSONValue) throws(Refusal) -> JSONValue {
    guard let uri = params["textDocument"]?["uri"]?.string, let document = documents[uri] else {
      throw Refusal(.invalidParams, "the document is not open")
    }
    guard let range = params["range"].flatMap(document.bytes) else {
      throw Refusal(.invalidParams, "the request names no range")
    }
    let wanted = params["context"]?["only"]?.array?.compactMap(\.string)
    func isWanted(_ kind: String) -> Bool {
      wanted?.contains { kind == $0 || kind.hasPrefix($0 + ".") } ?? true
    }
    let findings = diagnosis(of: document).findings
    var actions: [JSONValue] = []
    if isWanted("quickfix") {
      actions += findings.filter { $0.place.touches(range) }.compactMap {
        quickFix($0, in: document)
      }
    }
    let safe = Self.apart(findings.compactMap(\.fix).filter { $0.applicability == .safe })
    if isWanted(Self.fixAll), !safe.isEmpty {
      actions.append([
        "title": "Apply all safe fixes of hirelint", "kind": .string(Self.fixAll),
        "edit": edit(safe, in: document),
      ])
    }
    return .array(actions)
  }

  private func quickFix(_ finding: Finding, in document: Document) -> JSONValue? {
    guard let fix = finding.fix else { return nil }
    let title =
      fix.replacement.isEmpty
      ? "Delete “\(finding.words)”" : "Replace “\(finding.words)” by “\(fix.replacement)”"
    return [
      "title": .string(SafeText.lines(title)), "kind": "quickfix",
      "diagnostics": [diagnostic(finding, in: document)],
      "isPreferred": .bool(fix.applicability == .safe), "edit": edit([fix], in: document),
    ]
  }

  /// Those of `fixes` that do not overlap one before them.
  private static func apart(_ fixes: [Fix]) -> [Fix] {
    var end = 0
    return fixes.sorted { $0.place.lower < $1.place.lower }.filter { fix in
      guard fix.place.lower >= end else { return false }
      end = fix.place.upper
      return true
    }
  }

  /// A `WorkspaceEdit` that makes `fixes`.
  private func edit(_ fixes: [Fix], in document: Document) -> JSONValue {
    let edits = fixes.map { fix -> JSONValue in
      ["range": document.range(of: fix.place), "newText": .string(fix.replacement)]
    }
    guard client.takesVersions else {
      return ["changes": .object([document.uri: .array(edits)])]
    }
    let name: JSONValue = [
      "uri": .string(document.uri), "version": document.version.map { .int($0) } ?? .null,
    ]
    return ["documentChanges": [["textDocument": name, "edits": .array(edits)]]]
  }
}

extension ByteRange {
  /// Whether it shares a byte or an end with `other`.
  fileprivate func touches(_ other: Range<Int>) -> Bool {
    lower <= other.upperBound && other.lowerBound <= upper
  }
}
