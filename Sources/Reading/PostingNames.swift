import AdModel

/// What the properties of a JobPosting tell, as <https://schema.org/JobPosting> has them.
enum PostingNames {
  /// The part of an ad that the value at `path` is, if it is one: names joined by dots, without the
  /// numbers of lists.
  static func part(of path: String) -> Part? { parts[path] }

  /// The paths of what tells records apart.
  static let ids: Set<String> = ["id", "@id", "identifier", "identifier.value"]

  private static let parts: [String: Part] = {
    var parts: [String: Part] = [:]
    func add(_ part: Part, _ paths: String) {
      for path in paths.split(separator: " ") { parts[String(path)] = part }
    }
    add(.title, "title")
    add(.company, "hiringOrganization hiringOrganization.name")
    add(
      .location,
      "jobLocation jobLocation.name jobLocation.address jobLocation.address.streetAddress"
        + " jobLocation.address.addressLocality jobLocation.address.addressRegion"
        + " jobLocation.address.postalCode jobLocation.streetAddress jobLocation.addressLocality"
        + " jobLocation.addressRegion jobLocation.postalCode")
    add(
      .country,
      "jobLocation.address.addressCountry jobLocation.address.addressCountry.name"
        + " jobLocation.addressCountry jobLocation.addressCountry.name")
    add(.salary, "baseSalary")
    add(.contract, "employmentType")
    add(.hours, "workHours")
    add(.workMode, "jobLocationType")
    add(.posted, "datePosted")
    add(.closing, "validThrough")
    add(.apply, "applicationContact.email applicationContact.telephone applicationContact.url")
    add(.reference, "identifier identifier.value")
    add(.industry, "industry occupationalCategory occupationalCategory.name")
    add(
      .body,
      "description responsibilities qualifications skills jobBenefits incentiveCompensation"
        + " experienceRequirements educationRequirements")
    add(.link, "url")
    add(
      .other,
      "@context @type @id name image sameAs directApply salaryCurrency estimatedSalary"
        + " experienceRequirements.@type educationRequirements.@type")
    return parts
  }()
}

extension JSONTape {
  /// Whether the object `index` says that it is a JobPosting.
  func isPosting(_ index: Int) -> Bool {
    guard nodes[index].kind == .object else { return false }
    for name in children(of: index) where text[nodes[name].range].elementsEqual(Self.type) {
      let value = name + 1
      if nodes[value].kind == .string { return isPostingName(value) }
      if nodes[value].kind == .array { return children(of: value).contains(where: isPostingName) }
    }
    return false
  }

  /// Whether a string is `JobPosting`, or a longer name of it such as `schema:JobPosting`.
  private func isPostingName(_ index: Int) -> Bool {
    let name = text[nodes[index].range]
    guard nodes[index].kind == .string, name.count >= Self.posting.count else { return false }
    guard name.suffix(Self.posting.count).elementsEqual(Self.posting) else { return false }
    let before = name.dropLast(Self.posting.count).last
    return before == nil || before == UInt8(ascii: "/") || before == UInt8(ascii: ":")
  }

  private static let type = Array("@type".utf8)
  private static let posting = Array("JobPosting".utf8)
}
