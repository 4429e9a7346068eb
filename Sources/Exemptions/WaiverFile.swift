public import RuleText

/// Reads `.hirelint-waivers.yml`.
///
/// ```yaml
/// waivers:
///   - id: W-12
///     rules: [bias/sex-restriction]
///     match: {files: "feeds/shelter/**", company: Safe Harbour}
///     reason: Occupational requirement, Equality Act 2010, Schedule 9
///     owner: Dana Reyes
///     approver: Legal
///     created: 2026-10-01
///     expires: 2027-03-31
/// ```
///
/// Everything is needed; of `match` at least one key. A date that is none is no fault of the file:
/// such a waiver counts as expired, and the run says so.
public enum WaiverFile {
  public static let keys = [
    "id", "rules", "match", "reason", "owner", "approver", "created", "expires",
  ]
  public static let matchKeys = ["adId", "files", "company", "fingerprint", "words"]

  /// The waivers of the root node of `file`, or everything that is wrong with it; `unknown` says
  /// what is wrong with the name of a rule or theme.
  public static func waivers(
    of root: Node, file: String, unknown: (String) -> String?
  ) throws(RuleFaultList) -> [Waiver] {
    var form = Form(file: file)
    var waivers: [Waiver] = []
    for (key, list) in form.entries(of: root, "a file of waivers", allowed: ["waivers"]) {
      for node in form.list(list, key) {
        let waiver = waiver(node, &form, unknown)
        if waivers.contains(where: { $0.id == waiver.id }), !waiver.id.isEmpty {
          form.fault(node["id"] ?? node, "there is a waiver “\(waiver.id)” already")
        }
        waivers.append(waiver)
      }
    }
    if !form.faults.isEmpty { throw RuleFaultList(faults: form.faults) }
    return waivers
  }

  private static func waiver(
    _ node: Node, _ form: inout Form, _ unknown: (String) -> String?
  ) -> Waiver {
    var waiver = Waiver(
      id: "", rules: [], match: .init(), reason: "", owner: "", approver: "", created: "",
      expires: "", line: node.line)
    for (key, value) in form.entries(of: node, "a waiver", allowed: keys) {
      switch key {
      case "rules":
        for name in form.texts(value, key) {
          if let fault = unknown(name.text ?? "") { form.fault(name, fault) }
          waiver.rules.append(name.text ?? "")
        }
        if waiver.rules.isEmpty { form.fault(value, "“rules” should name a rule or a theme") }
      case "match": waiver.match = match(value, &form)
      case "id": waiver.id = form.text(value, key) ?? "?"
      case "reason": waiver.reason = form.text(value, key) ?? "?"
      case "owner": waiver.owner = form.text(value, key) ?? "?"
      case "approver": waiver.approver = form.text(value, key) ?? "?"
      case "created": waiver.created = form.text(value, key) ?? "?"
      default: waiver.expires = form.text(value, key) ?? "?"
      }
    }
    guard node.map != nil else { return waiver }
    for key in keys where node[key] == nil {
      form.fault(node, "the waiver “\(waiver.id)” needs “\(key)”")
    }
    return waiver
  }

  private static func match(_ node: Node, _ form: inout Form) -> Waiver.Match {
    var match = Waiver.Match()
    for (key, value) in form.entries(of: node, "“match”", allowed: matchKeys) {
      let texts = form.texts(value, key).compactMap(\.text)
      switch key {
      case "adId": match.adId = texts
      case "files": match.files = form.patterns(value, key).compactMap(\.text)
      case "company": match.company = texts
      case "fingerprint": match.fingerprint = texts
      default: match.words = texts
      }
    }
    if node.map != nil, match.isEmpty {
      form.fault(
        node, "“match” should say which findings are meant: \(matchKeys.joined(separator: ", "))")
    }
    return match
  }
}

/// Everything that is wrong with a file.
public struct RuleFaultList: Error, Hashable, Sendable, CustomStringConvertible {
  public var faults: [RuleFault]

  public var description: String { faults.map(\.description).joined(separator: "\n") }
}
