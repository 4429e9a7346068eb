import AdModel

// The JSON of applicant tracking systems, as their public interfaces for job boards give it.
extension Layouts {
  /// <https://developers.greenhouse.io/job-board.html>; its `content` is HTML whose tags are escaped.
  static let greenhouse = Layout(
    signs: "absolute_url title updated_at", ids: "id",
    parts: [
      .title: "title", .company: "company_name", .location: "location.name offices.location",
      .industry: "departments.name", .posted: "first_published",
      .closing: "application_deadline", .reference: "requisition_id",
      .body: "content pay_input_ranges.blurb", .apply: "absolute_url",
    ],
    labels: ["metadata.name": "metadata.value"],
    pay: [
      .currency: "pay_input_ranges.currency_type",
      .minimumInCents: "pay_input_ranges.min_cents", .maximumInCents: "pay_input_ranges.max_cents",
    ])

  /// <https://github.com/lever/postings-api>; its `text` is the title.
  static let lever = Layout(
    signs: "text hostedUrl categories", ids: "id",
    parts: [
      .title: "text", .location: "categories.location categories.allLocations",
      .country: "country", .contract: "categories.commitment",
      .industry: "categories.team categories.department", .workMode: "workplaceType",
      .body: "description lists.content additional salaryDescription",
      .link: "hostedUrl", .apply: "applyUrl", .other: "createdAt",
    ],
    headings: "lists.text",
    copies: [
      "opening descriptionBody descriptionPlain": "description",
      "openingPlain": "opening description",
      "descriptionBodyPlain": "descriptionBody description", "additionalPlain": "additional",
      "salaryDescriptionPlain": "salaryDescription",
    ],
    pay: [
      .currency: "salaryRange.currency", .minimum: "salaryRange.min", .maximum: "salaryRange.max",
      .unit: "salaryRange.interval",
    ])

  /// <https://developers.ashbyhq.com/docs/public-job-posting-api>.
  static let ashby = Layout(
    signs: "title jobUrl applyUrl", ids: "id",
    parts: [
      .title: "title",
      .location:
        "location address.postalAddress.addressLocality address.postalAddress.addressRegion"
        + " secondaryLocations secondaryLocations.location",
      .country: "address.postalAddress.addressCountry", .contract: "employmentType",
      .industry: "department team", .workMode: "workplaceType isRemote", .posted: "publishedAt",
      .salary:
        "compensation.compensationTierSummary compensation.scrapeableCompensationSalarySummary"
        + " compensationTierSummary",
      .body: "descriptionHtml", .link: "jobUrl", .apply: "applyUrl",
    ],
    copies: [
      "descriptionPlain": "descriptionHtml",
      "compensation.scrapeableCompensationSalarySummary": "compensation.compensationTierSummary",
    ])

  /// The widget and the jobs of <https://workable.readme.io>.
  static let workable = Layout(
    signs: "title shortcode", ids: "shortcode",
    parts: [
      .title: "title full_title",
      .location:
        "city state location location.city location.region location.location_str locations"
        + " locations.city locations.region",
      .country: "country location.country locations.country",
      .contract: "employment_type type",
      .industry: "department function industry",
      .workMode:
        "telecommuting workplace workplace_type location.telecommuting location.workplace_type",
      .posted: "published_on", .reference: "code",
      .body: "description requirements benefits", .link: "url shortlink",
      .apply: "application_url", .other: "education experience created_at",
    ],
    copies: ["full_title": "title", "full_description": "description"],
    pay: [
      .currency: "salary.salary_currency", .minimum: "salary.salary_from",
      .maximum: "salary.salary_to",
    ])

  /// <https://docs.recruitee.com/reference/offers>.
  static let recruitee = Layout(
    signs: "careers_url title", ids: "id slug",
    parts: [
      .title: "title", .company: "company_name",
      .location: "location city state_name postal_code locations.city locations.state",
      .country: "country locations.country", .contract: "employment_type_code",
      .hours: "min_hours_per_week max_hours_per_week min_hours max_hours",
      .industry: "department category_code", .workMode: "remote", .posted: "published_at",
      .closing: "close_at", .body: "highlight description requirements",
      .link: "careers_url", .apply: "careers_apply_url",
      .other: "created_at hybrid on_site",
    ],
    pay: [
      .currency: "salary.currency", .minimum: "salary.min", .maximum: "salary.max",
      .unit: "salary.period",
    ])

  /// <https://developers.smartrecruiters.com/docs/posting-api>; its `name` is the title.
  static let smartRecruiters = Layout(
    signs: "name releasedDate", ids: "id uuid",
    parts: [
      .title: "name", .company: "company.name",
      .location: "location.city location.region location.postalCode location.address",
      .country: "location.country", .workMode: "location.remote",
      .industry: "industry.label department.label function.label",
      .contract: "typeOfEmployment.label", .posted: "releasedDate", .reference: "refNumber",
      .body:
        "jobAd.sections.companyDescription.text jobAd.sections.jobDescription.text"
        + " jobAd.sections.qualifications.text jobAd.sections.additionalInformation.text",
      .link: "postingUrl", .apply: "applyUrl",
    ],
    headings: "jobAd.sections.companyDescription.title jobAd.sections.jobDescription.title"
      + " jobAd.sections.qualifications.title jobAd.sections.additionalInformation.title",
    labels: ["customField.fieldLabel": "customField.valueLabel"])
}
