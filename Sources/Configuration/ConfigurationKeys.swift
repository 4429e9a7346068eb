/// The keys of `.hirelint.yml`; `Reports/schema/config.schema.json` has the same.
public enum ConfigurationKeys {
  /// What may be said of some files, and of all.
  public static let shared = [
    "profiles", "rules", "severity", "options", "words", "fields", "jurisdictions", "employer",
  ]
  /// What is said at the top of a file only.
  public static let top = [
    "extends", "exclude", "overrides", "as-of", "fail-on", "max-warnings", "baseline", "waivers",
  ]
  public static let override = ["files"] + shared
  public static let employer = ["employees", "kind", "offices", "contractor"]
}
