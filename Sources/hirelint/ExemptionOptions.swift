import ArgumentParser
import Configuration
import Exemptions
import Facts
import Paths
import RuleBook
import RuleText

/// Options that say which findings do not count.
struct ExemptionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Fail on new findings only: those that neither this baseline nor former SARIF report has.",
      valueName: "path"))
  var baseline: String?

  @Flag(help: "Use no baseline, though a configuration names one.")
  var noBaseline = false

  @Flag(help: "Leave with 1 if the baseline holds findings that are mended.")
  var strictBaseline = false

  @Option(
    help: ArgumentHelp(
      "The file of waivers; .hirelint-waivers.yml of the working folder if not given.",
      valueName: "path"))
  var waivers: String?

  @Flag(inversion: .prefixedNo, help: "Heed the comments in ads that suppress findings.")
  var suppressions = true

  @Flag(help: "Show what does not count, too.")
  var showSuppressed = false

  /// What exempts findings, by these options and the settings of the working folder; a baseline is
  /// left out where the run takes one.
  func exemptions(
    _ home: Settings, _ plan: Plan, today: CalendarDate, judgesUse: Bool = true,
    comparing: Bool = true
  ) throws -> Exemptions {
    let book = plan.book
    let unknown: @Sendable (String) -> String? = { name in
      if name.contains("*") { return "“\(name)” is a pattern; name each rule or theme" }
      return book.entries.contains { $0.rule.isNamed(name) } ? nil : book.unknown(name)
    }
    var sources = Exemptions.Sources(readsComments: suppressions)
    if let path = waiverPath(home) {
      sources.waiverFile = Output.shortened(path)
      sources.waiverFolder = FilePath.folder(of: path)
      if waivers == nil, let set = home.waivers, !Output.exists(set.value) {
        throw Failure(message: "there is no file \(sources.waiverFile)", at: set.origin)
      }
      sources.waivers = try read(path, as: sources.waiverFile, unknown)
    }
    let path = baselinePath(home)
    sources.baselineFile = Output.shortened(path)
    sources.baselineFolder = FilePath.folder(of: path)
    let isAsked = !noBaseline && (baseline != nil || home.baseline != nil)
    if comparing, isAsked {
      sources.baseline = try Self.baseline(at: path, from: baselineOrigin(home))
    }
    var exemptions = Exemptions(
      sources, today: today, folder: Output.workingFolder, judgesUse: judgesUse, unknown: unknown)
    exemptions.isTaking = isAsked || !comparing
    return exemptions
  }

  /// The absolute path of the baseline.
  func baselinePath(_ home: Settings) -> String {
    FilePath.absolute(
      baseline ?? home.baseline?.value ?? ".hirelint-baseline.json", from: Output.workingFolder)
  }

  /// The configuration that names the baseline, if the command line does not.
  private func baselineOrigin(_ home: Settings) -> Origin? {
    baseline == nil ? home.baseline?.origin : nil
  }

  /// The baseline at `path`, which `origin` names.
  private static func baseline(at path: String, from origin: Origin?) throws -> Baseline {
    let name = Output.shortened(path)
    guard Output.exists(path) else {
      throw Failure(
        message: "there is no baseline \(name); “hirelint baseline write” takes one", at: origin)
    }
    guard let baseline = Baseline(Array(try Inputs.text(of: Output.shortened(path)).utf8)) else {
      throw Failure(
        message:
          "\(name) is neither a sound baseline nor a SARIF report; “hirelint baseline write” takes"
          + " a baseline", at: origin)
    }
    return baseline
  }

  private func waiverPath(_ home: Settings) -> String? {
    let folder = Output.workingFolder
    if let path = waivers ?? home.waivers?.value { return FilePath.absolute(path, from: folder) }
    let usual = FilePath.absolute(".hirelint-waivers.yml", from: folder)
    return Output.exists(usual) ? usual : nil
  }

  private func read(
    _ path: String, as name: String, _ unknown: (String) -> String?
  ) throws -> [Waiver] {
    let text = try Inputs.text(of: Output.shortened(path)).drop { $0 == "\u{FEFF}" }
    do {
      return try WaiverFile.waivers(
        of: try YAML.node(of: String(text), file: name), file: name, unknown: unknown)
    } catch let fault as RuleFault {
      throw Failure(message: "the waivers are wrong\n\(fault)")
    } catch let faults as RuleFaultList {
      throw Failure(message: "the waivers are wrong\n\(faults)")
    }
  }
}
