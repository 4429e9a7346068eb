import AdModel

/// Colours of a terminal, where there is one.
struct Paint: Sendable {
  enum Style: Sendable {
    case plain, strong, faint, problem, words
    case level(Level)
  }

  let isOn: Bool

  /// `text` between the sequences (ECMA-48, SGR) that turn `style` on and off.
  func styled(_ text: String, _ style: Style) -> String {
    guard isOn, !text.isEmpty, let code = Self.code(style) else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  private static func code(_ style: Style) -> String? {
    switch style {
    case .plain: nil
    case .strong: "1"
    case .faint: "2"
    case .problem: "1;35"
    case .words: "1;4;31"
    case .level(.error): "1;31"
    case .level(.warning): "1;33"
    case .level(.note): "1;36"
    }
  }
}
