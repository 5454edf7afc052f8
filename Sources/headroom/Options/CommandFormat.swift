import ArgumentParser
import Reports

/// The formats of a command: those of every report, and some that other programs read.
enum CommandFormat<Other: RawRepresentable<String> & CaseIterable & Sendable>: ExpressibleByArgument {
  case report(ReportFormat)
  case other(Other)

  init?(argument: String) {
    if let other = Other(rawValue: argument) {
      self = .other(other)
    } else {
      guard let format = ReportFormat(rawValue: argument) else { return nil }
      self = .report(format)
    }
  }

  static var allValueStrings: [String] {
    ReportFormat.allCases.map(\.rawValue) + Other.allCases.map(\.rawValue)
  }

  var defaultValueDescription: String {
    switch self {
    case .report(let format): format.rawValue
    case .other(let other): other.rawValue
    }
  }
}

/// What CI systems read.
enum FormatOfCI: String, CaseIterable { case junit, github }

/// What calendars read.
enum FormatOfCalendars: String, CaseIterable { case ics }

/// What FinOps tools read.
enum FormatOfBills: String, CaseIterable { case focus }
