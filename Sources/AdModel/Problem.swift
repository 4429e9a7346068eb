/// Something about the input that a person should know: a broken record, an unreadable file.
///
/// A problem never stops the rest: the reader goes on behind it.
public struct Problem: Hashable, Sendable, Error {
  /// A stable name, such as `broken-json`, for machines.
  public var id: String
  /// The file's path as given.
  public var file: String
  /// Where in the file, if anywhere in particular.
  public var place: ByteRange<Source>?
  /// The line, from 1, of a file that holds no ads, such as one of waivers.
  public var line: Int?
  /// One sentence: what is wrong, and what to do.
  public var message: String
  /// Whether ads were lost by it.
  public var losesAds: Bool
  /// What it is about.
  public var concern: Concern

  public enum Concern: Hashable, Sendable {
    /// What could not be read.
    case input
    /// What exempts findings: a comment, a waiver, a baseline.
    case exemption
    /// What a configuration says.
    case setting
  }

  public init(
    id: String, file: String, place: ByteRange<Source>? = nil, line: Int? = nil,
    message: String, losesAds: Bool = true, concern: Concern = .input
  ) {
    self.id = id
    self.file = file
    self.place = place
    self.line = line
    self.message = message
    self.losesAds = losesAds
    self.concern = concern
  }
}
