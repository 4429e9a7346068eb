import Testing

@testable import hirelint

@Suite struct PlainCommandTests {
  @Test func `paths alone make what the parser makes of them`() throws {
    let plain = try Hirelint.command(of: ["check", "ad.txt", "-"])
    let parsed = try Hirelint.command(of: ["check", "--", "ad.txt", "-"])
    #expect(values(of: plain) == values(of: parsed))
    #expect(values(of: plain).contains("_paths: [\"ad.txt\", \"-\"]"))
    #expect(values(of: plain).count > 40)
  }

  /// The values of all options of `options`, and of the groups in it.
  private func values(of options: Any) -> [String] {
    Mirror(reflecting: options).children.flatMap { option -> [String] in
      guard let name = option.label, let value = parsed(option.value) else { return [] }
      let inner = values(of: value)
      return inner.isEmpty ? ["\(name): \(value)"] : inner.map { "\(name).\($0)" }
    }
  }

  /// What the wrapper of a property holds, as soon as it is parsed.
  private func parsed(_ wrapper: Any) -> Any? {
    let storage = Mirror(reflecting: wrapper).children.first { $0.label == "_parsedValue" }
    let value = storage.flatMap { Mirror(reflecting: $0.value).children.first }
    return value?.label == "value" ? value?.value : nil
  }
}
