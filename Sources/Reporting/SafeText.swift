/// Words of ads made safe to print.
///
/// Anyone can write an ad, and what is printed goes to terminals, which obey escape sequences, and
/// to the logs of build servers, which obey lines that begin with `::` (GitHub) and `##[`,
/// `##vso[` (Azure DevOps, GitHub), `##teamcity[` wherever they stand.
public enum SafeText {
  /// `text` of any number of lines, each safe to print.
  public static func lines(_ text: String) -> String {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line(spelledOut(String($0))) }.joined(separator: "\n")
  }

  /// `text` in one line, with everything treacherous spelled out, such as `\u{1B}`, and no command
  /// in it.
  public static func escaped(_ text: String) -> String { withoutCommands(spelledOut(text)) }

  /// `text` in one line, with everything treacherous spelled out, such as `\u{1B}`.
  static func spelledOut(_ text: String) -> String {
    if text.utf8.allSatisfy({ 0x20 <= $0 && $0 < 0x7F }) { return text }
    guard text.unicodeScalars.contains(where: \.isTreacherous) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t", "\n", "\r": result.append(" ")
      case _ where scalar.isTreacherous:
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A whole line that no build server takes for a command.
  public static func line(_ line: String) -> String {
    let line = withoutCommands(line)
    let blank = line.prefix { $0 == " " }
    guard line[blank.endIndex...].hasPrefix("::") else { return line }
    return blank + "\\x3A:" + line[blank.endIndex...].dropFirst(2)
  }

  /// `text` with the second `#` of every `##[` and `##word[` spelled out.
  private static func withoutCommands(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "#")) else { return text }
    var result: [UInt8] = []
    let bytes = Array(text.utf8)
    for (at, byte) in bytes.enumerated() {
      let isSecond = byte == UInt8(ascii: "#") && at > 0 && bytes[at - 1] == byte
      if isSecond, opensBracket(bytes[(at + 1)...]) {
        result += "\\x23".utf8
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether `bytes` begin with letters and a bracket.
  private static func opensBracket(_ bytes: ArraySlice<UInt8>) -> Bool {
    let isLetter = UInt8(ascii: "a")...UInt8(ascii: "z")
    return bytes.first { !isLetter.contains($0 | 0x20) } == UInt8(ascii: "[")
  }
}
