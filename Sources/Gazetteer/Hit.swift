/// A name of the table in an ad, before anybody asked what it means there.
struct Hit {
  var start: Int
  var end: Int
  /// The line of the table.
  var line: Int
  var words: Int
  var field: Int
  var marks: Marks
  var isAllCapitals: Bool
  /// Whether a word after the first has a small letter where the name might have a capital.
  var hasSmallTail: Bool
  /// Its places in ``Gazetteer/candidates``.
  var places: Range<Int>
  /// Where the state, country and postcode that belong to it end, and where what precedes begins.
  var whole: Range<Int>
  /// Whether a state, country or postcode stands with it.
  var isQualified = false
  /// Whether it is itself the state or country of the name before it.
  var isQualifier = false
  /// Whether it is a postcode.
  var isPostcode = false
  /// Whether it is a word such as “remote” or “Asia”, which says of a place that it is none.
  var isMode = false
  /// The candidate that a location field or the words beside it settled on.
  var settled: Int?
  /// The smallest state, country or postcode that stands with it.
  var within: Place?
  /// The county among ``Gazetteer/candidates`` that stands with it.
  var county: Int?
}
