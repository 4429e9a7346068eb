// swift-tools-version: 6.2
import PackageDescription

// The modules that know places, as links to their sources, and a program that asks them.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"), .strictMemorySafety(),
]
let package = Package(
  name: "places",
  targets: [
    .target(name: "CPlaces"),
    .target(name: "Deferral", swiftSettings: strict),
    .target(name: "AdModel", dependencies: ["Deferral"], swiftSettings: strict),
    .target(name: "Gazetteer", dependencies: ["AdModel", "CPlaces"], swiftSettings: strict),
    .executableTarget(name: "places", dependencies: ["AdModel", "Gazetteer"]),
  ],
  cLanguageStandard: .c2x
)
