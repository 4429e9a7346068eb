extension Unicode.Scalar {
  /// Whether a terminal may do as it says instead of showing it, or may show something else than
  /// what is there: controls (C0, C1), separators of lines, and marks that turn or hide text.
  ///
  /// The joiners U+200C and U+200D are left alone, since words of Persian and many emoji need them.
  var isTreacherous: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0xAD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F: true
    case 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
    case 0xE0000...0xE007F: true
    default: false
    }
  }
}
