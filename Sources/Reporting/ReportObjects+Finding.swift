import AdModel

extension ReportObjects {
  /// Gets ready for the findings of `ad`.
  mutating func begin(_ ad: AdSummary) {
    self.ad = JSONWriter.members { json in
      json.member("adId", ad.id)
      json.member("adIndex", ad.index)
      json.member("file", path)
    }
    field = (nil, [])
  }

  /// The members of `finding`; `line` keeps the line of the last one in mind.
  mutating func finding(
    _ finding: Findings.Row, of findings: Findings, in ad: AdSummary, of file: ReportedFile,
    _ line: inout LineIndex.Cursor, json: inout JSONWriter
  ) {
    let saying = saying(of: finding.rule)
    json.members(saying.openings[finding.level.number])
    json.member("message", findings.remarks, finding.message.utf8)
    json.members(self.ad)
    if field.members.isEmpty || field.number != finding.field {
      let known = finding.field.map { findings.fields[$0] }
      let members = JSONWriter.members { json in
        json.member("field", known?.name ?? "")
        json.member("pointer", known?.pointer ?? "")
      }
      field = (finding.field, members)
    }
    json.members(field.members)
    range(finding.place, of: file, &line, in: &json)
    json.member("quote", file.source.text, file.clamped(finding.place).utf8)
    json.member("decoded", findings.prose, finding.words.utf8)
    json.member(
      "context", file.source.text, file.context(of: finding.place, within: ad.record).utf8)
    json.member("anchor", finding.anchor.rawValue)
    if let suggestion = finding.suggestion {
      json.member("suggestion", findings.remarks, suggestion.utf8)
    } else {
      json.members(saying.suggestion)
    }
    json.member("fixes", .array) { json in
      if let fix = finding.fix {
        json.object { self.fix(fix, findings.remarks, in: file, json: &$0) }
      }
    }
    if !finding.laws.isEmpty {
      json.member("laws", .array) { json in
        for law in findings.laws[finding.laws] { json.object { Self.write(law, to: &$0) } }
      }
    }
    json.member("fingerprint", finding.fingerprint)
    if let exemption = finding.exemption {
      self.exemption(findings.exemptions[exemption], json: &json)
    }
  }

  /// The members of a finding that does not count: its status, and who says so.
  private func exemption(_ exemption: Exemption, json: inout JSONWriter) {
    json.member("status", exemption.kind.rawValue)
    json.member("exemption", .object) { json in
      json.member("reason", exemption.reason)
      let known: [(StaticString, String)] = [
        ("waiver", exemption.waiver), ("owner", exemption.owner), ("until", exemption.until),
      ]
      for (name, value) in known where !value.isEmpty { json.member(name, value) }
    }
  }

  /// The members of a law that a finding goes by.
  static func write(_ law: LegalBasis, to json: inout JSONWriter) {
    json.member("obligation", law.obligation)
    json.member("jurisdiction", law.jurisdiction)
    json.member("citation", law.citation)
    json.member("url", law.url)
    json.member("asks", law.asks)
    if !law.since.isEmpty { json.member("inForceFrom", law.since) }
    json.member("confidence", law.confidence)
    if !law.condition.isEmpty { json.member("condition", law.condition) }
    if !law.doubt.isEmpty { json.member("doubt", law.doubt) }
  }

  private func fix(
    _ fix: Findings.Edit, _ remarks: [UInt8], in file: ReportedFile, json: inout JSONWriter
  ) {
    json.member("applicability", fix.applicability.rawValue)
    json.member("edits", .array) { json in
      json.object {
        let bytes = file.source.original(of: fix.place)
        $0.member("byteOffset", bytes.lowerBound)
        $0.member("byteLength", bytes.count)
        $0.member("text", remarks, fix.replacement.utf8)
      }
    }
  }

  /// The member `range`: where `place` begins and ends.
  func range(
    _ place: ByteRange<Source>, of file: ReportedFile, _ line: inout LineIndex.Cursor,
    in json: inout JSONWriter
  ) {
    let place = file.clamped(place)
    let bytes = file.source.original(of: place)
    let start = file.lines.columns(at: place.lower, &line)
    let end = place.isEmpty ? start : file.lines.columns(at: place.upper, &line)
    json.write(atMost: 96 + 8 * JSONPen.numberLimit) { pen in
      pen.write(#""range":{"start":"#)
      pen.write(start, byte: bytes.lowerBound)
      pen.write(#","end":"#)
      pen.write(end, byte: bytes.upperBound)
      pen.write(UInt8(ascii: "}"))
    }
  }
}

extension JSONPen {
  /// Writes a place in a file: 38 bytes and four numbers.
  fileprivate mutating func write(
    _ place: (line: Int, columns: LineIndex.Columns), byte: Int
  ) {
    write(#"{"line":"#)
    write(place.line)
    write(#","column":"#)
    write(place.columns.scalars)
    write(#","utf16":"#)
    write(place.columns.utf16)
    write(#","byte":"#)
    write(byte)
    write(UInt8(ascii: "}"))
  }
}

extension JSONWriter {
  /// A member that is a fingerprint, such as `"f368d73a01448c060aef5ebd424b9ef4:1"`.
  fileprivate mutating func member(_ name: StaticString, _ value: Fingerprint) {
    write(atMost: name.utf8CodeUnitCount + 38 + JSONPen.numberLimit) { pen in
      pen.writeKey(name)
      pen.write(UInt8(ascii: "\""))
      pen.writeHex(value.high)
      pen.writeHex(value.low)
      pen.write(UInt8(ascii: ":"))
      pen.write(value.ordinal)
      pen.write(UInt8(ascii: "\""))
    }
  }
}
