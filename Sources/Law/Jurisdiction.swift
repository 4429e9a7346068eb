internal import Deferral

/// A place with a law of its own: a country, a state, a city, or a union of countries.
public struct Jurisdiction: Hashable, Sendable {
  /// Its ISO 3166 code, such as `US` or `US-CO`, or that of its state and a name: `US-NY-NYC`.
  public var id: String
  public var name: String
  /// The id of the jurisdiction that it lies in; `nil` for one that lies in none.
  public var parent: String?
  /// The towns, districts and counties that make it, where it has no ISO code of its own.
  public var towns: [String]

  public init(id: String, name: String, parent: String? = nil, towns: [String] = []) {
    self.id = id
    self.name = name
    self.parent = parent
    self.towns = towns
  }
}

/// All jurisdictions, and how they lie in each other.
public struct Jurisdictions: Sendable {
  public let all: [Jurisdiction]
  private let numbers: [String: Int]
  /// For each, all that it lies in, and itself, the smallest first.
  private let chains: DeferredArray<[String]>
  /// The towns that make jurisdictions, by the jurisdiction that those lie in.
  private let towns: Deferred<[String: [Town]]>
  /// For each, those of its chain that hold one that towns make.
  private let holders: DeferredArray<[String]>
  /// The ids of those with a part whose id does not begin with theirs, as `DE` does not with `EU`.
  private let unions: Deferred<[String]>
  /// For each, the names of its parts.
  private let parts: DeferredArray<[String]>

  /// A town that makes a jurisdiction, or is one of those that do.
  private struct Town {
    var name: String
    /// The id of the jurisdiction.
    var id: String

    /// Whether it bears the name `other`, but for capitals of ASCII.
    func isNamed(_ other: String) -> Bool {
      let (a, b) = (name.utf8, other.utf8)
      return a.count == b.count
        && a.elementsEqual(b) { $0 == $1 || $0 ^ $1 == 0x20 && $0 | 0x20 &- 0x61 < 26 }
    }
  }

  public init(_ all: [Jurisdiction] = []) {
    self.all = all
    numbers = Dictionary(
      all.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    towns = Deferred {
      var towns: [String: [Town]] = [:]
      for jurisdiction in all {
        towns[jurisdiction.parent ?? "", default: []] += jurisdiction.towns.map {
          Town(name: $0, id: jurisdiction.id)
        }
      }
      return towns
    }
    let numbers = numbers
    let chains = DeferredArray(
      all.map { place in
        Deferred { Self.chain(from: place.id) { id in numbers[id].map { all[$0] } } }
      })
    self.chains = chains
    unions = Deferred {
      let strangers = all.indices.filter { number in
        all[number].parent.map { !all[number].id.hasPrefix($0) } ?? false
      }
      return Array(Set(strangers.flatMap { chains[$0].dropFirst() }))
    }
    let unions = unions
    parts = DeferredArray(
      all.map { whole in
        Deferred {
          all.indices.filter { number in
            all[number].id != whole.id
              && Self.mayBeInside(all[number].id, whole.id, unions.value)
              && chains[number].contains(whole.id)
          }.map { all[$0].name }
        }
      })
    let direct = Deferred { Set(all.filter { !$0.towns.isEmpty }.compactMap(\.parent)) }
    holders = DeferredArray(
      all.indices.map { number in Deferred { chains[number].filter(direct.value.contains) } })
  }

  public subscript(id: String) -> Jurisdiction? { numbers[id].map { all[$0] } }

  /// Whether `id` is one of these, or a part of a country whose parts have no laws of their own here:
  /// `DE-HH`.
  ///
  /// Where the parts of a country are listed, as the states of the US are, there are no others.
  public func has(_ id: String) -> Bool {
    if numbers[id] != nil { return true }
    let parts = id.split(separator: "-", omittingEmptySubsequences: false)
    let country = String(parts[0])
    guard parts.count == 2, isCode(id), numbers[country] != nil,
      (1...3).contains(parts[1].utf8.count), parts[1].utf8.allSatisfy(\.isCapitalOrDigit)
    else { return false }
    return all.count { $0.parent == country && $0.towns.isEmpty } < 2
  }

  /// What people call the jurisdiction `id`.
  public func name(of id: String) -> String { self[id]?.name ?? id }

  /// `id` and all that it lies in, the smallest first.
  ///
  /// A code that no entry has lies in its country: `DE-BY` in `DE`.
  public func chain(from id: String) -> [String] {
    numbers[id].map { chains[$0] } ?? Self.chain(from: id) { self[$0] }
  }

  private static func chain(from id: String, _ known: (String) -> Jurisdiction?) -> [String] {
    var chain = [id]
    while let last = chain.last, chain.count < 8 {
      if let known = known(last) {
        guard let parent = known.parent else { break }
        chain.append(parent)
      } else if let dash = last.lastIndex(of: "-") {
        chain.append(String(last[..<dash]))
      } else {
        break
      }
    }
    return chain
  }

  /// The jurisdictions of a place, the smallest first.
  ///
  /// `path` names the place from its town up to its country: `["Chicago", "US-IL", "US"]`.
  public func codes(of path: [String]) -> [String] {
    guard let base = path.first(where: isCode) else { return [] }
    let number = numbers[base]
    let chain = number.map { chains[$0] } ?? chain(from: base)
    let known = number ?? chain.lazy.compactMap { numbers[$0] }.first
    let holders = known.map { self.holders[$0] } ?? []
    if holders.isEmpty { return chain }
    let towns = holders.flatMap { self.towns.value[$0] ?? [] }
    for name in path.prefix(while: { !isCode($0) }) {
      if let town = towns.first(where: { $0.isNamed(name) }) { return self.chain(from: town.id) }
    }
    return chain
  }

  /// Whether `inner` is `outer` or lies in it.
  public func isInside(_ inner: String, _ outer: String) -> Bool {
    inner == outer
      || Self.mayBeInside(inner, outer, unions.value) && chain(from: inner).contains(outer)
  }

  /// Whether the codes allow that `inner` lies in `outer`, which is quickly told; all ``unions`` are
  /// given.
  private static func mayBeInside(_ inner: String, _ outer: String, _ unions: [String]) -> Bool {
    inner.hasPrefix(outer) || unions.contains(outer)
  }

  /// Whether a part of the jurisdiction `id` bears the `name`, as “Kings County” does that of `Kings`.
  public func hasPart(named name: String, of id: String) -> Bool {
    guard let number = numbers[id] else { return false }
    return parts[number].contains { part in
      // `contains` of strings weighs characters, and takes twenty times as long.
      part.utf8.indices.contains { part.utf8[$0...].starts(with: name.utf8) }
    }
  }

  /// Whether `text` is a code and no name: two capitals, and perhaps more behind a hyphen.
  private func isCode(_ text: String) -> Bool {
    let letters = text.utf8.prefix { $0 != UInt8(ascii: "-") }
    return letters.count == 2 && letters.allSatisfy { $0 &- UInt8(ascii: "A") < 26 }
  }
}

extension UInt8 {
  /// Whether it is a letter A to Z or a digit.
  fileprivate var isCapitalOrDigit: Bool {
    self &- UInt8(ascii: "A") < 26 || self &- UInt8(ascii: "0") < 10
  }
}
