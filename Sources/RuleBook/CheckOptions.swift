internal import Checks
public import RuleText

/// Options that a configuration gives the check of a rule instead of its own, such as another limit.
public struct CheckOptions: Sendable {
  /// The configuration, for faults.
  public var file: String
  /// A map of options.
  public var node: Node

  public init(file: String, node: Node) {
    self.file = file
    self.node = node
  }

  /// The checks that `wanted` ask for, with these options instead of theirs.
  ///
  /// An option changes each check that has it already, and else the first that knows it. What a
  /// check looks for stays: that would be another rule.
  func checks(_ wanted: [Node], isBaked: Bool) throws(RuleFault) -> [any Check] {
    var wanted = wanted
    for pair in node.map ?? [] {
      let key = pair.key.text ?? ""
      if Baked.patternKeys.contains(key) || key == Baked.numberKey {
        throw fault(
          pair.key, "“\(key)” of a rule cannot be changed; write a rule of your own instead")
      }
      let having = wanted.indices.filter { wanted[$0][key] != nil }
      if having.isEmpty {
        let knowing = wanted.indices.first { index in
          (try? Checks.make(Options(wanted[index].with(pair)), isBaked: isBaked)) != nil
        }
        wanted[knowing ?? 0] = wanted[knowing ?? 0].with(pair)
      }
      for index in having { wanted[index] = wanted[index].with(pair) }
    }
    var checks: [any Check] = []
    for node in wanted {
      do throws(OptionsError) {
        checks.append(try Checks.make(Options(node), isBaked: isBaked))
      } catch {
        // What is wrong was right before: it is one of these options.
        let culprit = self.node.map?.first { pair in
          [pair.key, pair.value].contains {
            $0.line > 0 && ($0.line, $0.column) == (error.line, error.column)
          }
        }
        throw fault(culprit?.key ?? self.node, error.message)
      }
    }
    return checks
  }

  private func fault(_ node: Node, _ message: String) -> RuleFault {
    RuleFault(file: file, line: node.line, column: node.column, message: message)
  }
}

extension Node {
  /// The map with `pair` instead of the one of the same key.
  fileprivate func with(_ pair: Pair) -> Node {
    let others = (map ?? []).filter { $0.key.text != pair.key.text }
    return Node(.map(others + [pair]), line: line, column: column)
  }
}
