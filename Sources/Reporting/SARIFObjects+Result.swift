import AdModel

extension SARIFObjects {
  /// The members of a result, which stands at `chain` of the logical locations; with a `judgement`
  /// it is no fault.
  func result(
    _ finding: Finding, _ judgement: Judgement.Kind? = nil, of ad: AdSummary,
    at chain: [LogicalLocations.Place], lineHash: String?,
    in file: ReportedFile, json: inout JSONWriter
  ) {
    json.member("ruleId", finding.rule)
    let rule = rules[finding.rule]
    if let rule { json.member("ruleIndex", rule.index) }
    json.member("kind", judgement?.rawValue ?? "fail")
    json.member("level", judgement == nil ? finding.level.rawValue : "none")
    if judgement == nil { json.member("rank", tenths: Self.rank(of: finding.level)) }
    json.member("message", .object) { json in
      json.member("text", MessageTemplate.sentence(of: finding))
      if let arguments = rule?.template?.arguments(for: finding) {
        json.member("id", "\(Self.message)")
        json.member("arguments", arguments)
      }
    }
    json.member("locations", .array) { json in
      json.object { json in
        json.member("physicalLocation", .object) { json in
          physicalLocation(finding.place, in: ad, of: file, json: &json)
        }
        json.member("logicalLocations", .array) { json in
          for place in chain { json.object { place.write(withIndex: shape.isFull, in: &$0) } }
        }
      }
    }
    json.member("partialFingerprints", .object) { json in
      if let lineHash { json.member("primaryLocationLineHash", lineHash) }
      if !finding.fingerprint.isEmpty { json.member("adRuleField/v1", finding.fingerprint) }
    }
    if hasBaseline {
      json.member("baselineState", finding.isInBaseline ? "unchanged" : "new")
    }
    if hasExemptions {
      json.member("suppressions", .array) { json in
        if let exemption = finding.exemption {
          json.object { suppression(exemption, in: file, json: &$0) }
        }
      }
    }
    if shape.quotesAds, !file.source.isBinary, let fix = finding.fix {
      json.member("fixes", .array) { self.fix(fix, in: file, json: &$0) }
    }
    guard shape.isFull else { return }
    if !finding.laws.isEmpty { taxa(of: finding.laws, in: &json) }
    json.member("properties", .object) { json in
      Self.properties(of: finding, in: ad, json: &json)
      if file.source.isBinary { packedPlace(finding.place, file, in: &json) }
    }
  }

  /// The members of the region at the beginning of a file whose bytes are packed, such as a document:
  /// its lines are none of the file (3.30.1), but GitHub takes no result without a line.
  static func beginning(in json: inout JSONWriter) {
    for member in ["startLine", "startColumn", "endLine", "endColumn"] {
      json.key(named: member)
      json.value(1)
    }
  }

  /// The members that tell where in the text of a packed file something stands.
  private func packedPlace(
    _ place: ByteRange<Source>, _ file: ReportedFile, in json: inout JSONWriter
  ) {
    let place = file.clamped(place)
    let start = file.lines.position(at: place.lower)
    if let page = file.source.document?.page(at: place.lower) { json.member("hirelint/page", page) }
    json.member("hirelint/line", start.line)
    json.member("hirelint/column", start.column)
    var parts: [String] = []
    if case .member(let name, _) = file.source.packing { parts.append(name) }
    if let document = file.source.document { parts.append(document.part) }
    guard !parts.contains(""), !parts.isEmpty || file.source.packing != nil else { return }
    let bytes = file.source.original(of: place)
    if !parts.isEmpty { json.member("hirelint/part", parts.joined(separator: "!")) }
    json.member("hirelint/byteOffset", bytes.lowerBound)
    json.member("hirelint/byteLength", bytes.count)
  }

  /// The members of a suppression (SARIF 2.1.0, section 3.35).
  private func suppression(
    _ exemption: Exemption, in file: ReportedFile, json: inout JSONWriter
  ) {
    json.member("kind", exemption.kind == .suppressed ? "inSource" : "external")
    json.member("status", "accepted")
    if !exemption.reason.isEmpty { json.member("justification", exemption.reason) }
    if let place = exemption.place {
      json.member("location", .object) { json in
        json.member("physicalLocation", .object) { json in
          location(in: &json)
          json.member("region", .object) {
            file.source.isBinary ? Self.beginning(in: &$0) : region(place, of: file, in: &$0)
          }
        }
      }
    }
    json.member("properties", .object) { json in
      json.member("hirelint/status", exemption.kind.rawValue)
      let known: [(StaticString, String)] = [
        ("hirelint/waiver", exemption.waiver), ("hirelint/owner", exemption.owner),
        ("hirelint/until", exemption.until),
      ]
      for (name, value) in known where !value.isEmpty { json.member(name, value) }
    }
  }

  private func physicalLocation(
    _ place: ByteRange<Source>, in ad: AdSummary, of file: ReportedFile, json: inout JSONWriter
  ) {
    location(in: &json)
    if file.source.isBinary {
      json.member("region", .object) { Self.beginning(in: &$0) }
      return
    }
    json.member("region", .object) { region(place, of: file, in: &$0) }
    guard shape.quotesAds else { return }
    let context = file.context(of: place, within: ad.record)
    if context.count > file.clamped(place).count {
      json.member("contextRegion", .object) { region(context, of: file, in: &$0) }
    }
  }

  private func fix(_ fix: Fix, in file: ReportedFile, json: inout JSONWriter) {
    let old = MessageTemplate.escaped(file.text(at: fix.place))
    let new = MessageTemplate.escaped(fix.replacement)
    json.object { json in
      json.member("description", .object) {
        $0.member("text", new.isEmpty ? "Delete '\(old)'." : "Replace '\(old)' by '\(new)'.")
      }
      json.member("artifactChanges", .array) { json in
        json.object { json in
          location(in: &json)
          json.member("replacements", .array) { json in
            json.object { json in
              json.member("deletedRegion", .object) {
                region(fix.place, of: file, withSnippet: false, in: &$0)
              }
              json.member("insertedContent", .object) { $0.member("text", fix.replacement) }
            }
          }
        }
      }
      json.member("properties", .object) {
        $0.member("hirelint/applicability", fix.applicability.rawValue)
      }
    }
  }

  private static func properties(
    of finding: Finding, in ad: AdSummary, json: inout JSONWriter
  ) {
    json.member("hirelint/adId", ad.id)
    json.member("hirelint/adIndex", ad.index)
    json.member("hirelint/field", finding.field)
    let known: [(StaticString, String)] = [
      ("hirelint/pointer", finding.pointer), ("hirelint/company", ad.company),
      ("hirelint/language", ad.language), ("hirelint/matched", finding.words),
      ("hirelint/suggestion", finding.suggestion),
    ]
    for (name, value) in known where !value.isEmpty { json.member(name, value) }
    json.member("hirelint/anchor", finding.anchor.rawValue)
    guard !finding.laws.isEmpty else { return }
    json.member("hirelint/laws", .array) { json in
      for law in finding.laws { json.object { ReportObjects.write(law, to: &$0) } }
    }
  }
}
