public import Deferral
public import Facts

/// Amounts that a law sets by place and day, such as minimum wages.
public struct RateTable: Sendable {
  public struct Rate: Hashable, Sendable {
    /// The id of a ``Jurisdiction``.
    public var area: String
    public var from: CalendarDate
    /// The first day on which it is no longer in force, where no later rate follows.
    public var to: CalendarDate?
    /// In units of ``currency``, an hour or a year as the table has it.
    public var amount: Double
    public var currency: Currency
    /// The least number of employees of those whom it binds.
    public var employees: Int

    public init(
      area: String, from: CalendarDate, to: CalendarDate? = nil, amount: Double,
      currency: Currency, employees: Int = 1
    ) {
      self.area = area
      self.from = from
      self.to = to
      self.amount = amount
      self.currency = currency
      self.employees = employees
    }
  }

  /// Rates of one place.
  public struct Row: Sendable {
    /// The id of a ``Jurisdiction``.
    public var area: String
    public var rates: Deferred<[Rate]>

    public init(area: String, rates: Deferred<[Rate]>) {
      self.area = area
      self.rates = rates
    }
  }

  /// Several rows may be of one place.
  private let rows: [Row]
  /// The rates of each place, by their days.
  private let rates: Deferred<[String: Deferred<[Rate]>]>

  public init(_ rows: [Row] = []) {
    self.rows = rows
    rates = Deferred {
      Dictionary(grouping: rows, by: \.area).mapValues { rows in
        Deferred { rows.flatMap(\.rates.value).sorted { $0.from < $1.from } }
      }
    }
  }

  /// The rows of this table and of `other`.
  func adding(_ other: RateTable) -> RateTable { RateTable(rows + other.rows) }

  /// All rates, by area and day.
  public var all: [Rate] { rates.value.keys.sorted().flatMap { rates.value[$0]?.value ?? [] } }

  /// The highest rate that binds in the jurisdictions `codes` on `day`, in `currency`.
  ///
  /// A rate for large employers counts only where `employees` says that this one is large.
  public func rate(
    in codes: [String], on day: CalendarDate, _ currency: Currency, employees: Int?
  ) -> Rate? {
    var best: Rate?
    for code in codes {
      let last = rates.value[code]?.value.last { rate in
        rate.from <= day && rate.currency == currency && rate.employees <= (employees ?? 1)
      }
      guard let last, last.to.map({ day < $0 }) ?? true else { continue }
      if last.amount > best?.amount ?? 0 { best = last }
    }
    return best
  }
}
