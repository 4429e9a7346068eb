/// The configuration that `hirelint init` writes.
public enum Starter {
  /// It changes nothing as it stands: everything but `fail-on`, which says what holds anyway, is a
  /// comment to be taken out of its `#`.
  public static let text = """
    # Settings of hirelint for the ads in this folder and below.
    # “hirelint config show FILE” tells what holds for a file, and where it comes from.

    # Leave with 1 from this level on: error, warning, note, or never.
    fail-on: error
    # max-warnings: 20

    # Another configuration that this one builds on.
    # extends: ../base.yml

    # Rules for one kind of ads: scraped, uk-agency, us-employer, public-sector, care, tech,
    # google, indeed, linkedin.
    # profiles: [uk-agency]

    # Levels of rules and themes: error, warning, note, on or off. “hirelint rules” lists them.
    # severity:
    #   style: off
    #   benefits/missing: note

    # Other limits for a rule.
    # options:
    #   requirements/too-many: {items: 12}

    # Rules of your own.
    # rules: [./Rules]

    # Words of your firm and trade that are spelt right.
    # words: [Lantern, upskill]

    # What the columns and fields of your feeds are called.
    # fields: {vacancy_text: body, town_name: location}

    # Files that are never checked, even when they are named.
    # exclude: [drafts/, "*.old.md"]

    # Whose law holds, and for what employer.
    # jurisdictions: [US-CO]
    # employer: {employees: 120, kind: private, offices: [US-CO], contractor: false}

    # Faults of yesterday that do not fail the run, and decisions with an owner and an end.
    # baseline: .hirelint-baseline.json
    # waivers: .hirelint-waivers.yml

    # Other settings for some files.
    # overrides:
    #   - files: feeds/**
    #     profiles: [scraped]

    """
}
