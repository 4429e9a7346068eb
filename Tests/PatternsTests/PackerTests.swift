import TestSupport
import Testing

@testable import Patterns

@Suite struct PackerTests {
  /// What `block` holds behind the dictionary of `packer`.
  private func unpacked(_ block: [UInt8], of packer: Packer, count: Int) -> [UInt8] {
    let place = packer.dictionary.count..<packer.dictionary.count + count
    var bytes = packer.dictionary + Array(repeating: 0, count: count) + block
    var span = bytes.mutableSpan
    Packer.unpack(place.upperBound, to: place, in: &span)
    return Array(bytes[place])
  }

  /// Bytes of few kinds, some of them copied from what stands before, as code is.
  private func bytes(_ count: Int, behind dictionary: [UInt8], _ random: inout SplitMix) -> [UInt8]
  {
    var all = dictionary
    while all.count < dictionary.count + count {
      let length = Int.random(
        in: 1...(Int.random(in: 0..<8, using: &random) == 0 ? 600 : 20), using: &random)
      if Bool.random(using: &random), let start = all.indices.randomElement(using: &random) {
        for place in start..<start + length { all.append(all[place]) }
      } else {
        for _ in 0..<length { all.append(.random(in: 0...255, using: &random)) }
      }
    }
    return Array(all[dictionary.count..<dictionary.count + count])
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `gives back what it packed`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let packer = Packer(
      dictionary: bytes(.random(in: 0...300, using: &random), behind: [], &random))
    let wanted = bytes(
      .random(in: 0...2_000, using: &random), behind: packer.dictionary, &random)
    let block = packer.block(of: wanted)
    #expect(unpacked(block, of: packer, count: wanted.count) == wanted)
  }

  /// A distance has two bytes.
  @Test func `looks no further behind than it can tell`() {
    let word = Array("prestigious bakery".utf8)
    let packer = Packer(dictionary: word + Array(repeating: 7, count: 0x10000))
    let block = packer.block(of: word)
    #expect(block.count > word.count)
    #expect(unpacked(block, of: packer, count: word.count) == word)
  }

  @Test(arguments: [
    // Nothing; literals alone; lengths at which a token goes on, and goes on again.
    (0, 0), (3, 4), (14, 15), (15, 17), (269, 271), (270, 273), (525, 529),
  ])
  func `writes literals as the format does`(count: Int, size: Int) {
    var random = SplitMix(seed: 1)
    // No four of them stand there twice.
    let wanted = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    let packer = Packer(dictionary: [])
    let block = packer.block(of: wanted)
    #expect(block.count == size)
    #expect(unpacked(block, of: packer, count: count) == wanted)
  }

  @Test(arguments: [
    (4, 3), (18, 3), (19, 4), (273, 4), (274, 5), (5_000, 4 + (5_000 - 19) / 255),
  ])
  func `writes matches as the format does`(count: Int, size: Int) {
    let wanted = [UInt8](repeating: 0, count: count)
    let packer = Packer(dictionary: [1, 2, 0, 0, 0, 0])
    let block = packer.block(of: wanted)
    #expect(block.count == size)
    #expect(unpacked(block, of: packer, count: count) == wanted)
  }
}
