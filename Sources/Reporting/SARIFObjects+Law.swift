import AdModel
import Facts
import Law

extension SARIFObjects {
  /// What the taxonomy of the statutes is called.
  static let taxonomy = "job-ad-law"
  /// Its number, the same in all runs.
  private static let taxonomyGUID = "6d5a1f0e-2c41-4b7a-9f0d-6a6f622d6c61"

  /// The member `supportedTaxonomies` of the driver.
  static func supportedTaxonomies(in json: inout JSONWriter) {
    json.member("supportedTaxonomies", .array) { json in
      json.object { reference(in: &$0) }
    }
  }

  /// The member `taxonomies` of a run: every obligation of `law` (SARIF 2.1.0, 3.14.8 and 3.19.3).
  static func taxonomies(of law: LawBook, version: String, in json: inout JSONWriter) {
    json.member("taxonomies", .array, .lines) { json in
      json.object(.lines) { json in
        json.member("name", taxonomy)
        json.member("fullName", "Laws on job ads")
        json.member("version", version)
        json.member("guid", taxonomyGUID)
        json.member("informationUri", Project.page)
        json.member("shortDescription", .object) {
          $0.member("text", "Obligations that laws put on job ads. \(LawReport.disclaimer)")
        }
        json.member("isComprehensive", false)
        json.member("taxa", .array, .lines) { json in
          for obligation in law.obligations { json.object { taxon(obligation, in: &$0) } }
        }
      }
    }
  }

  /// The rule of the results that tell whether `obligation` is met.
  static func rule(of obligation: Obligation) -> String { "law/\(obligation.id)" }

  /// The members of the rule of the results that tell whether `obligation` is met.
  static func describe(_ obligation: Obligation, in json: inout JSONWriter) {
    let id = rule(of: obligation)
    json.member("id", id)
    json.member("name", pascalCase(id))
    text("shortDescription", sentence(obligation.title), in: &json)
    text(
      "fullDescription", clipped(sentence("\(obligation.title): \(obligation.citation)")), in: &json
    )
    json.member("defaultConfiguration", .object) { $0.member("level", obligation.level.rawValue) }
    json.member("helpUri", obligation.url)
    let help = [
      sentence("\(obligation.title): \(obligation.citation)"), obligation.note,
      LawReport.disclaimer,
    ].filter { !$0.isEmpty }.joined(separator: "\n\n")
    json.member("help", .object) {
      $0.member("text", help)
      $0.member("markdown", Markdown.escaped(help))
    }
    json.member("properties", .object) {
      $0.member("tags", ["law"])
      $0.member("precision", obligation.confidence)
    }
  }

  private static func taxon(_ obligation: Obligation, in json: inout JSONWriter) {
    json.member("id", obligation.id)
    json.member("name", pascalCase(obligation.id))
    json.member("shortDescription", .object) { $0.member("text", sentence(obligation.title)) }
    json.member("fullDescription", .object) {
      $0.member("text", clipped(sentence("\(obligation.title): \(obligation.citation)")))
    }
    json.member("helpUri", obligation.url)
    json.member("properties", .object) { json in
      json.member("hirelint/confidence", obligation.confidence)
      json.member("hirelint/jurisdictions", obligation.areas.map(\.id))
      if let from = obligation.areas.compactMap(\.from).min() {
        json.member("hirelint/inForceFrom", from.description)
      }
    }
  }

  /// The members of a reference to the taxonomy, the first and only one of the run.
  private static func reference(in json: inout JSONWriter) {
    json.member("name", taxonomy)
    json.member("index", 0)
    json.member("guid", taxonomyGUID)
  }

  /// The member `taxa` of a result: the obligations that it goes by (3.27.8).
  func taxa(of laws: [LegalBasis], in json: inout JSONWriter) {
    json.member("taxa", .array) { json in
      for law in laws {
        json.object { json in
          json.member("id", law.obligation)
          if let index = obligations[law.obligation] { json.member("index", index) }
          json.member("toolComponent", .object) { Self.reference(in: &$0) }
          json.member("properties", .object) { json in
            if !law.condition.isEmpty { json.member("hirelint/condition", law.condition) }
            if !law.doubt.isEmpty { json.member("hirelint/doubt", law.doubt) }
            if !law.asks.isEmpty { json.member("hirelint/asks", law.asks) }
            if !law.since.isEmpty { json.member("hirelint/inForceFrom", law.since) }
          }
        }
      }
    }
  }
}
