import ArgumentParser
import Reading

/// A command that can be made without the parser where nothing but paths is asked for.
protocol PlainCommand: ParsableCommand {
  /// What the parser makes of `paths`, at least one, and no option.
  init(paths: [String])
}

extension CheckCommand: PlainCommand {
  init(paths: [String]) {
    self.init()
    self.paths = paths
    (format, report, color) = ("text", [], .auto)
    (failOn, maxWarnings, jobs, asOf, window) = (nil, nil, nil, nil, WindowLimits().window)
    (strictInputs, allowEmpty, ledger, showClean, passes) = (false, false, false, false, false)
    (prefilter, progress) = (true, true)
    (source, fixes, files) = (.unasked, .unasked, .unasked)
    (exempting, legal, rules) = (.unasked, .unasked, .unasked)
  }
}

// What the parser makes of the groups of options where none of theirs is asked for.

extension InputOptions {
  fileprivate static var unasked: InputOptions {
    var options = InputOptions()
    (options.input, options.stdinFilename) = (nil, "stdin")
    return options
  }
}

extension FixOptions {
  fileprivate static var unasked: FixOptions {
    var options = FixOptions()
    (options.fix, options.unsafeFixes, options.diff) = (false, false, false)
    return options
  }
}

extension PathOptions {
  fileprivate static var unasked: PathOptions {
    var options = PathOptions()
    (options.exclude, options.changedSince) = ([], nil)
    (options.forceExclude, options.gitignore) = (true, true)
    return options
  }
}

extension ExemptionOptions {
  fileprivate static var unasked: ExemptionOptions {
    var options = ExemptionOptions()
    (options.baseline, options.noBaseline, options.strictBaseline) = (nil, false, false)
    (options.waivers, options.suppressions, options.showSuppressed) = (nil, true, false)
    return options
  }
}

extension LegalOptions {
  fileprivate static var unasked: LegalOptions {
    var options = LegalOptions()
    (options.employees, options.employer) = (nil, [])
    (options.jurisdiction, options.office) = ([], [])
    return options
  }
}

extension RuleOptions {
  fileprivate static var unasked: RuleOptions {
    var options = RuleOptions()
    (options.rules, options.bundled, options.profile) = ([], true, [])
    (options.enable, options.disable, options.select, options.all) = ([], [], [], false)
    (options.config, options.noConfig) = (nil, false)
    return options
  }
}
