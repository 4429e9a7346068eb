import Foundation
import Patterns
import RuleText

// bake OUTPUT FOLDER: writes the rule files of the folder as a Swift source that holds them.

/// Writes the Swift source, or throws a word on what is wrong with a file.
func bake(_ arguments: [String]) throws {
  let folder = URL(filePath: arguments[2]).resolvingSymlinksInPath().path
  let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
  var patterns = Patterns()
  let files = try names.filter { $0.hasSuffix(".yml") }.sorted().map { name -> Baked.File in
    let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    let node = try RuleFile.node(of: text, file: "Rules/\(name)")
    return ("Rules/\(name)", node.sorted.numbered(among: &patterns, areOften: false))
  }
  let index = PatternIndex(of: patterns.all, searched: patterns.searched)
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
  \(index.text)
  \"\"\"\(fence)

  /// The patterns as PCRE2 compiles them, as ``CompiledPatterns`` reads them.
  let bakedCodes: StaticString = \(fence)\"\"\"
  \(CompiledPatterns.text(of: patterns.toCompile, for: index))
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

/// The patterns of the rule files.
struct Patterns {
  var all: [String] = []
  /// The numbers of those that a scan need not find: contexts of rules that have hits in few ads, and
  /// what few ads ask about, which are searched for then.
  var searched: Set<Int> = []
  /// The numbers of those in which upper and lower case differ.
  var cased: Set<Int> = []

  /// All of them, as checks look for them.
  var toCompile: [Pattern] {
    all.enumerated().map { Pattern($1, isCased: cased.contains($0)) }
  }
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
  /// numbers that its patterns have among `patterns`; `areOften` tells whether its checks have hits in
  /// many ads, as those of facts have.
  func numbered(among patterns: inout Patterns, areOften: Bool) -> Node {
    switch content {
    case .text: return self
    case .list(let nodes):
      return Node(
        .list(nodes.map { $0.numbered(among: &patterns, areOften: areOften) }), line: line,
        column: column)
    case .map(let pairs):
      let isCheck = Baked.wantedKeys.contains { self[$0] != nil }
      var all = pairs.map { pair in
        let key = pair.key.text
        return key == "phrases" || key == "other-role"
          ? Pair(key: pair.key, value: pair.value.split)
          : Pair(
            key: pair.key,
            value: pair.value.numbered(among: &patterns, areOften: areOften || key == "facts"))
      }
      if isCheck {
        let wanted = regularExpressions(under: Baked.wantedKeys)
        let contexts = regularExpressions(under: Baked.contextKeys)
        let numbers = Baked.Numbers(
          from: patterns.all.count, wanted: wanted.count, contexts: contexts.count)
        patterns.all += wanted + contexts
        let isOften = self[Baked.oftenKey].map { $0.text == "true" } ?? areOften
        if !isOften { patterns.searched.formUnion(numbers.contexts) }
        if self["cased"]?.text == "true" { patterns.cased.formUnion(numbers.wanted) }
        if self[Baked.seldomKey]?.text == "true" { patterns.searched.formUnion(numbers.wanted) }
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
