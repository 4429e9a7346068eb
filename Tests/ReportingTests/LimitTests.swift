import AdModel
import Testing

@testable import Reporting

/// Reports for places with little room tell the worst, and how much they leave out.
@Suite struct LimitTests {
  /// A story of `count` ads, each with an error, two warnings and two notes.
  private static func story(of count: Int) -> Story {
    var story = Story()
    story.add("ads/many.txt", "young pay [[x]]\n") { page in
      for number in 0..<count {
        page.ad(
          "ad-\(number)",
          page.finding("bias/young-team", at: ByteRange(0, 5), "young", number: number),
          page.finding("pay/missing-pay", at: ByteRange(6, 9), "", number: number),
          page.finding("pay/missing-pay", at: ByteRange(6, 9), "", number: number),
          page.finding("style/placeholder", at: ByteRange(10, 15), "[[x]]", number: number),
          page.finding("style/placeholder", at: ByteRange(10, 15), "[[x]]", number: number))
      }
    }
    return story
  }

  @Test(arguments: [(1, 0), (4, 0), (5, 1), (20, 71), (300, 1471)])
  func `GitHub gets as many annotations as it shows`(ads: Int, left: Int) throws {
    let lines = try Self.story(of: ads).report("github").split(separator: "\n")
    let counts = ["::error ", "::warning ", "::notice "].map { command in
      lines.count { $0.hasPrefix(command) }
    }
    #expect(counts[0] == min(10, ads))
    #expect(counts[1] == min(10, 2 * ads))
    #expect(counts[2] == min(9, 2 * ads) + (left > 0 ? 1 : 0))
    let told = lines.compactMap { $0.firstMatch(of: /hirelint::(\d+) more/)?.1 }
    #expect(told == (left > 0 ? ["\(left)"] : []))
  }

  @Test(arguments: [2_000, 10_000, 65_000])
  func `a comment fits, and says what did not`(limit: Int) throws {
    let report = try Self.story(of: 400).report("markdown", ReportOptions(limit: limit))
    #expect(report.utf8.count <= limit)
    let told = report.split(separator: "\n").count {
      $0.contains(#/^- \S+ \*\*(error|warning|note)/#)
    }
    let left = report.firstMatch(of: #/> (\d+) findings and problems do not fit/#)?.1
    #expect(told + Int(left ?? "0")! == 2_000)
  }

  @Test func `a long file has several suites, and no case is lost`() throws {
    let report = try Self.story(of: 2_000).report("junit")
    let tests = report.matches(of: /<testsuite name="[^"]*" tests="(\d+)"/).map { Int($0.1)! }
    #expect(tests.count > 1)
    #expect(tests.reduce(0, +) == 10_000)
    #expect(report.matches(of: /<testcase/).count == 10_000)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `the worst results are kept in their order`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let limit = Int.random(in: 1..<30, using: &random)
    var worst = WorstResults(limit: limit)
    var all: [(rank: [Int], number: UInt8)] = []
    for number in 0..<UInt8.random(in: 0..<60, using: &random) {
      let level = Level.allCases.randomElement(using: &random)!
      let precision = Precision.allCases.randomElement(using: &random)!
      all.append(
        ([-level.number, -Precision.allCases.firstIndex(of: precision)!, Int(number)], number))
      worst.offer(level, precision) { [number] }
    }
    let kept = all.sorted { $0.rank.lexicographicallyPrecedes($1.rank) }.prefix(limit)
    #expect(worst.inOrder == kept.map(\.number).sorted().map { [$0] })
    #expect(worst.count == kept.count && worst.left == all.count - kept.count)
  }
}
