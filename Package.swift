// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// A library of this package: its name, the modules it may import, and whether debug builds optimize it,
/// too: where the build and the tests spend their time.
func library(
  _ name: String, _ dependencies: [Target.Dependency] = [], isHot: Bool = false
) -> Target {
  let always: [SwiftSetting] = isHot ? [.unsafeFlags(["-O"], .when(configuration: .debug))] : []
  return .target(name: name, dependencies: dependencies, swiftSettings: strict + always)
}

/// The tests of a module, with what else they need.
func tests(
  of name: String, named title: String? = nil, _ dependencies: [Target.Dependency] = [],
  exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(title ?? name)Tests", dependencies: [.target(name: name)] + dependencies,
    exclude: exclude,
    swiftSettings: strict)
}

/// How hirelint is linked for Linux where Scripts/check asks, with `--static-swift-stdlib`, for one file
/// that needs no other. No loader then looks for libraries and names at each start, which takes as long
/// as a tenth of a small ad, and 5 MiB.
let standingAlone: [LinkerSetting] =
  Context.environment["HIRELINT_STANDS_ALONE"] == "1"
  ? [.unsafeFlags(["-static-executable"], .when(platforms: [.linux]))] : []

let package = Package(
  name: "hirelint",
  platforms: [.macOS(.v26)],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  // Lowest first: a target imports only what stands above it.
  targets: [
    .systemLibrary(
      name: "CPCRE2", pkgConfig: "libpcre2-8",
      providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CExpat", pkgConfig: "expat",
      providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(name: "CLibFuzzer"),
    .systemLibrary(name: "CMemory"),
    .target(name: "CPlaces"),
    .target(name: "CWords"),
    library("Deferral"),
    library("Patterns", ["CMemory", "CPCRE2", "Deferral"], isHot: true),
    library("AdModel", ["Deferral"]),
    library("Paths"),
    library("Reading", ["AdModel", "CExpat", "CZlib", "Deferral", "Paths"]),
    library("Lexicon", ["AdModel", "CMemory", "CWords"]),
    library("Gazetteer", ["AdModel", "CPlaces"]),
    library("Facts", ["AdModel"]),
    library("Law", ["AdModel", "Deferral", "Facts"]),
    library("RuleText", ["AdModel", "CYAML", "Paths"]),
    library(
      "Checks", ["AdModel", "Deferral", "Facts", "Gazetteer", "Lexicon", "Patterns", "RuleText"]),
    library("RuleBook", ["AdModel", "Checks", "Deferral", "Facts", "Law", "Patterns", "RuleText"]),
    library(
      "Linting",
      [
        "AdModel", "Checks", "Deferral", "Facts", "Gazetteer", "Law", "Lexicon", "Patterns",
        "RuleBook", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    library("Configuration", ["AdModel", "Facts", "Law", "Paths", "RuleBook", "RuleText"]),
    library("Exemptions", ["AdModel", "Facts", "Linting", "Paths", "Reading", "RuleText"]),
    library("Fixing"),
    library(
      "Reporting", ["AdModel", "Facts", "Law", .product(name: "Crypto", package: "swift-crypto")]),
    library(
      "LanguageServer", ["AdModel", "Exemptions", "Facts", "Linting", "Reading", "Reporting"]),
    .executableTarget(name: "bake", dependencies: ["Patterns", "RuleText"]),
    .plugin(
      name: "BakeRules", capability: .buildTool(), dependencies: ["bake"],
      path: "Sources/BakeRules"),
    // Its folder Rules is a link to the rule files, so that the build notices a new one.
    .target(
      name: "BundledRules", dependencies: ["Patterns", "RuleBook", "RuleText"],
      exclude: [
        "Rules/FORMAT.md", "Rules/README.md", "Rules/law/README.md", "Rules/places", "Rules/words",
      ],
      swiftSettings: strict, plugins: ["BakeRules"]),
    .executableTarget(
      name: "hirelint",
      dependencies: [
        "AdModel", "BundledRules", "CMemory", "Checks", "Configuration", "Exemptions", "Facts",
        "Fixing", "LanguageServer", "Law", "Linting", "Paths", "Patterns", "Reading", "Reporting",
        "RuleBook",
        "RuleText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
      ], swiftSettings: strict,
      linkerSettings: standingAlone),
    .target(
      name: "TestSupport", dependencies: ["AdModel"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .executableTarget(
      name: "fuzz",
      dependencies: ["AdModel", "CLibFuzzer", "Reading", "RuleBook", "RuleText", "TestSupport"],
      path: "Tests/Fuzz", swiftSettings: strict),
    tests(of: "Patterns", ["TestSupport"]),
    tests(of: "AdModel", ["TestSupport"]),
    tests(of: "Reading", ["AdModel", "TestSupport"]),
    tests(of: "Lexicon", ["AdModel", "TestSupport"]),
    tests(of: "Gazetteer", ["AdModel"]),
    tests(of: "Facts", ["AdModel", "TestSupport"]),
    tests(of: "RuleText", ["TestSupport"]),
    tests(of: "RuleBook", ["AdModel", "Checks", "RuleText"]),
    tests(
      of: "Checks",
      ["AdModel", "Facts", "Linting", "Reading", "RuleBook", "RuleText", "TestSupport"]),
    tests(of: "Linting", ["AdModel", "Facts", "Patterns", "Reading", "RuleBook", "RuleText"]),
    tests(of: "Paths"),
    tests(of: "Configuration", ["AdModel", "Facts", "Law", "RuleText"]),
    tests(of: "Exemptions", ["AdModel", "Facts", "RuleText"]),
    tests(of: "Reporting", ["AdModel"], exclude: ["Snapshots"]),
    tests(of: "LanguageServer", ["BundledRules", "Facts", "Linting", "TestSupport"]),
    tests(
      of: "BundledRules", named: "Rules",
      [
        "AdModel", "Checks", "Facts", "Law", "Linting", "Patterns", "Reading", "RuleBook",
        "RuleText", "TestSupport",
      ]),
    tests(of: "Fixing", ["TestSupport"]),
    tests(
      of: "hirelint", named: "Command",
      ["TestSupport", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
  ],
  cLanguageStandard: .c2x
)
