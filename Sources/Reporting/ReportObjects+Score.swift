import AdModel

extension ReportObjects {
  func score(_ score: Score, in json: inout JSONWriter) {
    json.member("points", score.points)
    json.member("band", score.band)
    json.member("cap", score.cap)
    json.member("pillars", .array) { json in
      for pillar in score.pillars { json.element(pillar) }
    }
    json.member("ledger", .array) { json in
      for entry in score.ledger { json.element(entry) }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func element(_ pillar: PillarScore) {
    write(atMost: 64 + 2 * JSONPen.numberLimit) { pen in
      pen.write(#"{"pillar":""#)
      pen.write(pillar.pillar.name)
      pen.write(#"","points":"#)
      pen.write(pillar.points)
      pen.write(#","possible":"#)
      pen.write(pillar.possible)
      pen.write(UInt8(ascii: "}"))
    }
  }

  fileprivate mutating func element(_ entry: Score.Entry) {
    let reason = entry.reason.utf8Span.span
    write(atMost: 80 + JSONPen.stringLimit(reason.count) + 2 * JSONPen.numberLimit) { pen in
      pen.write(#"{"pillar":""#)
      pen.write(entry.pillar.name)
      pen.write(#"","reason":"#)
      pen.writeString(reason)
      pen.write(#","points":"#)
      pen.write(entry.points)
      pen.write(#","possible":"#)
      pen.write(entry.possible)
      pen.write(UInt8(ascii: "}"))
    }
  }
}

extension Pillar {
  /// Its raw value, as it stands in the program: at most 9 bytes.
  fileprivate var name: StaticString {
    switch self {
    case .facts: "facts"
    case .integrity: "integrity"
    case .inclusion: "inclusion"
    case .clarity: "clarity"
    case .structure: "structure"
    }
  }
}
