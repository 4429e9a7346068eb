import Foundation
import Patterns
import RuleText

// bake OUTPUT FOLDER: writes the rule files of the folder as a Swift source that holds them.

/// Writes the Swift source, or throws a word on what is wrong with a file.
func bake(_ arguments: [String]) throws {
  let folder = URL(filePath: arguments[2]).resolvingSymlinksInPath().path
  let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
  var (patterns, lawPatterns) = (NumberedPatterns(), NumberedPatterns())
  let files = try names.filter { $0.hasSuffix(".yml") }.sorted().map { name -> Baked.File in
    let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    let node = try YAML.node(of: text, file: "Rules/\(name)")
    // The engine looks for these by themselves.
    if node["theme"]?.text == "law" {
      return ("Rules/\(name)", node.numbered(among: &lawPatterns))
    }
    return ("Rules/\(name)", node.numbered(among: &patterns))
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

  /// The index of the patterns of their rules by law, as ``PatternIndex`` reads it.
  let bakedLawIndex: StaticString = \(fence)\"\"\"
  \(PatternIndex(of: lawPatterns.all, contexts: lawPatterns.contexts).text)
  \"\"\"\(fence)

  /// The index of the patterns of the others.
  let bakedIndex: StaticString = \(fence)\"\"\"
  \(PatternIndex(of: patterns.all, contexts: patterns.contexts).text)
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

/// The patterns of all checks, and which of them are asked about only around what others find.
struct NumberedPatterns {
  var all: [String] = []
  var contexts: Set<Int> = []
}

extension Node {
  /// This node, with the phrases of each check split into their alternatives, and beside them the
  /// number that the first of its patterns has among `patterns`.
  func numbered(among patterns: inout NumberedPatterns) -> Node {
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
        let first = Node(.text("\(patterns.all.count)"))
        all.append(Pair(key: Node(.text(Baked.numberKey)), value: first))
        for key in Baked.patternKeys {
          let texts = self[key]?.list?.compactMap(\.text) ?? []
          switch key {
          case "phrases", "other-role":
            patterns.all += texts.flatMap(Phrase.alternatives).map(Phrase.pattern)
          case "patterns": patterns.all += texts
          default:
            patterns.contexts.formUnion(patterns.all.count..<patterns.all.count + texts.count)
            patterns.all += texts.map(Phrase.pattern)
          }
        }
      }
      return Node(.map(all), line: line, column: column)
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
