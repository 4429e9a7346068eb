import Foundation
import Patterns
import RuleText

// bake OUTPUT FOLDER: writes the rule files of the folder as a Swift source that holds them.

/// Writes the Swift source, or throws a word on what is wrong with a file.
func bake(_ arguments: [String]) throws {
  let folder = URL(filePath: arguments[2]).resolvingSymlinksInPath().path
  let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
  var patterns: [String] = []
  let files = try names.filter { $0.hasSuffix(".yml") }.sorted().map { name -> Baked.File in
    let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    let node = try YAML.node(of: text, file: "Rules/\(name)")
    return ("Rules/\(name)", node.sorted.numbered(among: &patterns))
  }
  let fence = "##########"
  let rules = Baked.bytes(of: files)
  try """
  /// The rule files, as ``Baked`` writes them.
  let bakedRules: StaticString = \(fence)\"\"\"
  \(String(decoding: rules, as: UTF8.self))
  \"\"\"\(fence)

  /// What tells them from other rule files.
  let bakedDigest = "\(digest(of: rules))"

  /// The index of the patterns in them, as ``PatternIndex`` reads it.
  let bakedIndex: StaticString = \(fence)\"\"\"
  \(PatternIndex(of: patterns).text)
  \"\"\"\(fence)

  """.write(toFile: arguments[1], atomically: true, encoding: .utf8)
}

/// Two FNV-1a hashes of 64 bits, from two ends, hexadecimal: enough to see that rules were changed,
/// and taken by the build, since a hash of a megabyte would cost each start half a millisecond.
func digest(of bytes: [UInt8]) -> String {
  func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
  return String(hash(bytes), radix: 16) + String(hash(bytes.reversed()), radix: 16)
}

extension Node {
  /// This rule file with its rules sorted by their ids, so that the reader finds them sorted.
  var sorted: Node {
    let pairs = (map ?? []).map { pair in
      guard pair.key.text == "rules", let rules = pair.value.list else { return pair }
      let sorted = rules.sorted { ($0["id"]?.text ?? "") < ($1["id"]?.text ?? "") }
      let value = Node(.list(sorted), line: pair.value.line, column: pair.value.column)
      return Pair(key: pair.key, value: value)
    }
    return Node(.map(pairs), line: line, column: column)
  }

  /// This node, with the phrases of each check split into their alternatives, and beside them the
  /// numbers that its patterns have among `patterns`.
  func numbered(among patterns: inout [String]) -> Node {
    switch content {
    case .text: return self
    case .list(let nodes):
      return Node(
        .list(nodes.map { $0.numbered(among: &patterns) }), line: line, column: column)
    case .map(let pairs):
      let isCheck = Baked.wantedKeys.contains { self[$0] != nil }
      var all = pairs.map { pair in
        pair.key.text == "phrases" || pair.key.text == "other-role"
          ? Pair(key: pair.key, value: pair.value.split)
          : Pair(key: pair.key, value: pair.value.numbered(among: &patterns))
      }
      if isCheck {
        let first = patterns.count
        patterns += regularExpressions(under: Baked.wantedKeys)
        let next = patterns.count
        patterns += regularExpressions(under: Baked.contextKeys)
        let numbers = Baked.Numbers(
          from: first, wanted: next - first, contexts: patterns.count - next)
        all.append(
          Pair(key: Node(.text(Baked.numberKey)), value: Node(.text(numbers.text))))
      }
      return Node(.map(all), line: line, column: column)
    }
  }

  /// The patterns of a check under `keys`, as PCRE2 reads them.
  private func regularExpressions(under keys: [String]) -> [String] {
    keys.flatMap { key in
      let texts = self[key]?.list?.compactMap(\.text) ?? []
      return switch key {
      case "phrases", "other-role": texts.flatMap(Phrase.alternatives).map(Phrase.pattern)
      case "patterns": texts
      default: texts.map(Phrase.pattern)
      }
    }
  }

  /// A list of phrases, each of them split into its alternatives.
  private var split: Node {
    let phrases = (list ?? []).compactMap(\.text).flatMap(Phrase.alternatives)
    return Node(.list(phrases.map { Node(.text($0)) }), line: line, column: column)
  }
}

do {
  try bake(CommandLine.arguments)
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
