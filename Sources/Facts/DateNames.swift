/// What months and weekdays are called, in small letters: in English, German (and Austrian), French,
/// Dutch, Spanish and Italian.
enum DateNames {
  /// The names of each month, from January on.
  static let months = [
    "january jan januar jänner janvier januari enero gennaio",
    "february feb februar feber février februari febrero febbraio",
    "march mar märz mars maart marzo", "april apr avril abril aprile", "may mai mei mayo maggio",
    "june jun juni juin junio giugno", "july jul juli juillet julio luglio",
    "august aug août augustus agosto",
    "september sep sept septembre septiembre setiembre settembre",
    "october oct oktober octobre octubre ottobre", "november nov novembre noviembre",
    "december dec dezember décembre diciembre dicembre",
  ]

  /// The names of each weekday, from Monday on.
  static let weekdays = [
    "monday mon montag lundi maandag lunes lunedì",
    "tuesday tue tues dienstag mardi dinsdag martes martedì",
    "wednesday wed mittwoch mercredi woensdag miércoles mercoledì",
    "thursday thu thur thurs donnerstag jeudi donderdag jueves giovedì",
    "friday fri freitag vendredi vrijdag viernes venerdì",
    "saturday sat samstag samedi zaterdag sábado sabato",
    "sunday sun sonntag dimanche zondag domingo domenica",
  ]

  private static let monthNumbers = numbers(of: months)
  private static let weekdayNumbers = numbers(of: weekdays)

  /// The month that the word `key` names, 1 to 12.
  static func month(_ key: UInt64) -> Int? { number(monthNumbers[key]) }

  /// The weekday that the word `key` names, 1 to 7 from Monday on.
  static func weekday(_ key: UInt64) -> Int? { number(weekdayNumbers[key]) }

  private static func number(_ number: UInt64) -> Int? { number == 0 ? nil : Int(number) }

  private static func numbers(of names: [String]) -> WordTable {
    WordTable(names.enumerated().map { ($1, UInt64($0 + 1)) })
  }
}
