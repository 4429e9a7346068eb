import ArgumentParser
import Configuration
import Facts
import Reading

/// An option of a command that needs no parser where it is given plainly: by its whole name, with
/// its value behind an equals sign or in the next argument.
struct PlainOption<Command: Sendable>: Sendable {
  let names: [String]
  /// Whether it has a value.
  let takesValue: Bool
  /// Does what the option says; `false` where its value is none.
  let apply: @Sendable (inout Command, String) -> Bool

  /// An option without a value.
  static func flag(_ name: String, _ apply: @escaping @Sendable (inout Command) -> Void) -> Self {
    PlainOption(names: [name], takesValue: false) { command, _ in
      apply(&command)
      return true
    }
  }

  /// An option with a value, which is read as the parser reads it.
  static func value<Value: ExpressibleByArgument>(
    _ names: String..., apply: @escaping @Sendable (inout Command, Value) -> Void
  ) -> Self {
    PlainOption(names: names, takesValue: true) { command, text in
      guard let value = Value(argument: text) else { return false }
      apply(&command, value)
      return true
    }
  }
}

extension CheckCommand {
  /// The options that checks are given every day. Whoever gives another one, or one of these in some
  /// other way, is understood by the parser.
  static let plainOptions: [PlainOption<CheckCommand>] = [
    .value("--format") { $0.format = $1 },
    .value("--report") { $0.report.append($1) },
    .value("--fail-on") { $0.failOn = $1 as Settings.Gate },
    .value("--max-warnings") { $0.maxWarnings = $1 as Int },
    .value("--jobs", "-j") { $0.jobs = $1 as Int },
    .value("--color") { $0.color = $1 },
    .value("--as-of") { $0.asOf = $1 as CalendarDate },
    .flag("--strict-inputs") { $0.strictInputs = true },
    .flag("--allow-empty") { $0.allowEmpty = true },
    .flag("--ledger") { $0.ledger = true },
    .flag("--show-clean") { $0.showClean = true },
    .flag("--passes") { $0.passes = true },
    .flag("--progress") { $0.progress = true },
    .flag("--no-progress") { $0.progress = false },
    .value("--input") { $0.source.input = $1 as String },
    .value("--stdin-filename") { $0.source.stdinFilename = $1 },
    .value("--exclude") { $0.files.exclude.append($1) },
    .value("--changed-since") { $0.files.changedSince = $1 as String },
    .value("--baseline") { $0.exempting.baseline = $1 as String },
    .value("--waivers") { $0.exempting.waivers = $1 as String },
    .value("--jurisdiction") { $0.legal.jurisdiction.append($1) },
    .value("--rules") { $0.rules.rules.append($1) },
    .value("--profile") { $0.rules.profile.append($1) },
    .value("--enable") { $0.rules.enable.append($1) },
    .value("--disable", "--ignore") { $0.rules.disable.append($1) },
    .value("--select") { $0.rules.select.append($1) },
    .value("--config") { $0.rules.config = $1 as String },
    .flag("--no-config") { $0.rules.noConfig = true },
  ]

  /// What the parser makes of `arguments`, without it: to describe all options to it takes as long as
  /// a third of a small ad.
  ///
  /// It is `nil` where they are not plain options and paths alone, or where something is wrong with
  /// them: what, the parser tells.
  init?(plainly arguments: some Collection<String>) {
    self = .unasked
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument.isValue {
        paths.append(argument)
        continue
      }
      let name = argument.prefix { $0 != "=" }
      let option = Self.plainOptions.first { $0.names.contains { $0 == name } }
      guard let option else { return nil }
      var value = argument.hasPrefix("--") ? String(argument.dropFirst(name.count + 1)) : ""
      if option.takesValue, name == argument { value = rest.popFirst() ?? "" }
      let isPlain = option.takesValue ? value.isValue && !value.isEmpty : name == argument
      guard isPlain, option.apply(&self, value) else { return nil }
    }
    guard (try? validate()) != nil else { return nil }
  }
}

extension String {
  /// Whether it cannot be an option.
  fileprivate var isValue: Bool { self == "-" || utf8.first != UInt8(ascii: "-") }
}

// What the parser makes of the options, and of each group of them, where none is asked for.

extension CheckCommand {
  fileprivate static var unasked: CheckCommand {
    var command = CheckCommand()
    (command.paths, command.format, command.report, command.color) = ([], "text", [], .auto)
    (command.failOn, command.maxWarnings, command.jobs, command.asOf) = (nil, nil, nil, nil)
    (command.strictInputs, command.allowEmpty, command.ledger) = (false, false, false)
    (command.showClean, command.passes) = (false, false)
    (command.prefilter, command.progress) = (true, true)
    command.window = WindowLimits().window
    (command.source, command.fixes, command.files) = (.unasked, .unasked, .unasked)
    (command.exempting, command.legal, command.rules) = (.unasked, .unasked, .unasked)
    return command
  }
}

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
