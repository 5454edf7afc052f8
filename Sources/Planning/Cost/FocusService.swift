internal import FoundationEssentials

/// What FOCUS calls the service of AWS that bills a charge, each with one category and one subcategory.
package struct FocusService: Decodable, Sendable {
  let id: String
  package let name: String
  package let category: String
  package let subcategory: String

  /// Whether it is billed for no Region.
  package var isGlobal: Bool { ["CDN", "SHIELD", "SUPPORT"].contains(id) }

  /// The service of a line, or of one of its charges where that is another one's.
  package init(of charge: Charge?, on line: CostLine.ID) {
    let exception = charge.flatMap { charge in
      Self.file.charges.first { exception in
        exception.line == line.rawValue && (exception.charge ?? charge.id) == charge.id
          && charge.rate.tariff?.id.rawValue.hasPrefix(exception.tariff ?? "") ?? (exception.tariff == nil)
      }
    }
    let id = exception?.service ?? Self.file.lines.first { $0.line == line.rawValue }?.service
    guard let service = Self.file.services.first(where: { $0.id == id }) else {
      preconditionFailure("no service of FOCUS bills \(line.rawValue)")
    }
    self = service
  }

  private struct File: Decodable {
    let services: [FocusService]
    let lines: [LineService]
    let charges: [LineService]
  }

  private struct LineService: Decodable {
    let line: String
    var charge: String?

    /// How the id of the charge's tariff begins.
    var tariff: String?
    let service: String
  }

  private static let file = {
    do {
      return try JSONDecoder().decode(File.self, from: Data(PackageResources.focus_json))
    } catch {
      preconditionFailure("the names of FOCUS do not read: \(error)")
    }
  }()
}
