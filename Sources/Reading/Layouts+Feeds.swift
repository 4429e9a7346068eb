import AdModel

// Feeds in XML whose elements go by other names than most, or say in pieces what they pay.
extension Layouts {
  /// <https://developer.personio.de/reference/get_xml>; its `name` is the title, and its texts have
  /// names of their own.
  static let personio = Layout(
    signs: "name jobDescriptions", ids: "id",
    parts: [
      .title: "name", .company: "subcompany", .location: "office additionalOffices.office",
      .industry: "department recruitingCategory", .contract: "employmentType schedule",
      .posted: "createdAt", .body: "jobDescriptions.jobDescription.value",
      .other: "keywords occupation occupationCategory seniority yearsOfExperience",
    ],
    headings: "jobDescriptions.jobDescription.name")

  /// <https://learn.microsoft.com/linkedin/talent/job-postings/xml-feeds-development-guide>.
  static let linkedIn = Layout(
    signs: "partnerJobId", isOpen: true, ids: "partnerJobId",
    parts: [
      .workMode: "workplaceTypes", .posted: "listDate", .closing: "expirationDate",
      .industry: "industries industries.industry jobFunctions jobFunctions.jobFunction",
      .location: "alternateLocations alternateLocations.location",
      .other:
        "companyId experienceLevel skills skills.skill salaries salaries.salary"
        + " salaries.salary.type",
    ],
    pay: [
      .currency: "salaries.salary.highEnd.currencyCode salaries.salary.lowEnd.currencyCode",
      .minimum: "salaries.salary.lowEnd.amount", .maximum: "salaries.salary.highEnd.amount",
      .unit: "salaries.salary.period",
    ])

  /// The PositionOpening of HR-XML 2, now HR Open: <https://www.hropenstandards.org>.
  static let hrXML = Layout(
    signs: "PositionProfile", isOpen: true, ids: "PositionRecordInfo.Id.IdValue",
    parts: [
      .contract: "PositionProfile.PositionDetail.PositionSchedule",
      .location: "PositionProfile.PositionDetail.PhysicalLocation.PostalAddress.Municipality",
      .body: "PositionProfile.FormattedPositionDescription.Value",
    ],
    headings: "PositionProfile.FormattedPositionDescription.Name",
    pay: [
      .minimum: "PositionProfile.PositionDetail.RemunerationPackage.BasePay.BasePayAmountMin",
      .maximum: "PositionProfile.PositionDetail.RemunerationPackage.BasePay.BasePayAmountMax",
    ])
}
