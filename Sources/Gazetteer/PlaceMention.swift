public import AdModel

/// A place that an ad names, where it names it, and what for.
public struct PlaceMention: Hashable, Sendable {
  public enum Role: Hashable, Sendable {
    /// Where the work is done, as far as one can tell.
    case workplace
    /// The office or manager that the job reports to: “reports to our Boston office”.
    case reporting
    /// Something else: clients, other offices, a university, a trip, part of a name.
    case other
  }

  /// The name itself, such as “Austin”.
  public var place: ByteRange<Prose>
  /// The name with the state, country and postcode around it, such as “Austin, TX 78701”.
  public var whole: ByteRange<Prose>
  /// The place that the ad most likely means.
  public var best: Place
  /// The county that the ad names with it, as in “Rochester, Kent”.
  var named: Place?
  /// How sure it is that ``best`` is meant among the places of this name, 0 to 1.
  public var confidence: Double
  /// How sure it is of the state, nation or Land of ``best``, 0 to 1.
  public var stateConfidence: Double
  /// How sure it is of the country of ``best``, 0 to 1.
  public var countryConfidence: Double
  public var role: Role
  /// Whether the ad says outright that the work is there: a location field, a label, “based in”.
  public var isStated: Bool
  /// Whether it says of the word that follows what kind that is: “Chicago deep-dish”.
  var isAdjective: Bool
  /// Whether what states it speaks of the job, not of the company: “the role is based in”.
  var isOfTheJob: Bool
  /// The field it stands in.
  public var part: Part
  /// Whether the name of a town that we do not know stands before it: “Lipany, Slovakia”.
  var isBehindTown: Bool
  /// Whether a list of places goes on here from the mention before.
  public var continuesList: Bool
  /// The right spelling where the ad has small letters within the name, else `nil`.
  public var spelling: String?
}
