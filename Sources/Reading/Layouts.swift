import AdModel

/// The layouts of job boards, applicant tracking systems and feeds.
enum Layouts {
  /// All that are known by their signs; the first that fits is taken.
  static let all = [
    greenhouse, lever, ashby, workable, recruitee, smartRecruiters, personio, linkedIn, hrXML,
    payRange,
  ]

  /// <https://schema.org/JobPosting>, which says by `@type` what it is.
  static let jobPosting = Layout(
    isKeptWhole: true, ids: "id @id identifier identifier.value",
    parts: [
      .title: "title",
      .company: "hiringOrganization hiringOrganization.name",
      .location:
        "jobLocation jobLocation.name jobLocation.address jobLocation.address.streetAddress"
        + " jobLocation.address.addressLocality jobLocation.address.addressRegion"
        + " jobLocation.address.postalCode jobLocation.streetAddress jobLocation.addressLocality"
        + " jobLocation.addressRegion jobLocation.postalCode",
      .country:
        "jobLocation.address.addressCountry jobLocation.address.addressCountry.name"
        + " jobLocation.addressCountry jobLocation.addressCountry.name"
        + " applicantLocationRequirements applicantLocationRequirements.name",
      .salary: "baseSalary",
      .contract: "employmentType",
      .hours: "workHours",
      .workMode: "jobLocationType",
      .posted: "datePosted",
      .closing: "validThrough",
      .apply: "applicationContact.email applicationContact.telephone applicationContact.url",
      .reference: "identifier identifier.value",
      .industry: "industry occupationalCategory occupationalCategory.name",
      .body:
        "description responsibilities qualifications skills jobBenefits incentiveCompensation"
        + " experienceRequirements educationRequirements",
      .link: "url",
      .other:
        "@context @type @id name image sameAs directApply salaryCurrency estimatedSalary"
        + " experienceRequirements.@type educationRequirements.@type",
    ],
    pay: [
      .currency: "salaryCurrency baseSalary.currency",
      .amount: "baseSalary.value baseSalary.value.value baseSalary.price",
      .minimum: "baseSalary.minValue baseSalary.value.minValue",
      .maximum: "baseSalary.maxValue baseSalary.value.maxValue",
      .unit: "baseSalary.unitText baseSalary.value.unitText",
    ])

  /// A record with the two ends of its pay in values of their own, as those of Adzuna have.
  static let payRange = Layout(
    signs: "salaryMin salaryMax", isOpen: true,
    parts: [.other: "salaryIsPredicted"],
    pay: [
      .currency: "salaryCurrency", .minimum: "salaryMin", .maximum: "salaryMax",
      .unit: "salaryPeriod salaryInterval salaryFrequency salaryUnit",
    ])
}
