internal import Facts

/// A setting of a whole run, such as `fail-on`, and where it stands.
public struct RunSetting: Hashable, Sendable {
  public var name: String
  public var value: String
  public var origin: Origin
}

extension Settings {
  /// The settings that hold for a whole run, as far as somebody has made them.
  private var ofRun: [RunSetting] {
    let all: [(name: String, set: Placed<String>?)] = [
      ("as-of", asOf.map { Placed($0.value.description, $0.origin) }),
      ("fail-on", failOn.map { Placed($0.value.rawValue, $0.origin) }),
      ("max-warnings", maxWarnings.map { Placed("\($0.value)", $0.origin) }),
      ("baseline", baseline), ("waivers", waivers),
    ]
    return all.compactMap { name, set in
      set.map { RunSetting(name: name, value: $0.value, origin: $0.origin) }
    }
  }

  /// Those settings of a run that do nothing, since `home`, the settings of the run itself, has them
  /// otherwise.
  public func idle(beside home: Settings) -> [RunSetting] {
    let held = home.ofRun
    return ofRun.filter { mine in
      !held.contains { $0.name == mine.name && $0.value == mine.value }
    }
  }

  /// Holds what `home`, the settings of the run itself, says of it.
  public mutating func obey(_ home: Settings) {
    (asOf, failOn, maxWarnings) = (home.asOf, home.failOn, home.maxWarnings)
    (baseline, waivers) = (home.baseline, home.waivers)
  }
}
