/// What months and weekdays are called, in small letters: in English, German, French, Dutch and Spanish.
enum DateNames {
  /// The names of each month, from January on.
  static let months = [
    "january jan januar janvier januari enero", "february feb februar février februari febrero",
    "march mar märz mars maart marzo", "april apr avril abril", "may mai mei mayo",
    "june jun juni juin junio", "july jul juli juillet julio", "august aug août augustus agosto",
    "september sep sept septembre septiembre", "october oct oktober octobre octubre",
    "november nov novembre noviembre", "december dec dezember décembre diciembre",
  ]

  /// The names of each weekday, from Monday on.
  static let weekdays = [
    "monday mon montag lundi maandag lunes", "tuesday tue tues dienstag mardi dinsdag martes",
    "wednesday wed mittwoch mercredi woensdag miércoles",
    "thursday thu thur thurs donnerstag jeudi donderdag jueves",
    "friday fri freitag vendredi vrijdag viernes", "saturday sat samstag samedi zaterdag sábado",
    "sunday sun sonntag dimanche zondag domingo",
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
