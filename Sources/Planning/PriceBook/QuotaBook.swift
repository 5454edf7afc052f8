internal import FoundationEssentials

/// The service quotas that a plan can touch, with the AWS defaults.
package struct QuotaBook: Sendable {
  package let collected: String

  /// Each limit with what the program knows to ask of it.
  package let entries: [(kind: QuotaKind, fact: QuotaFact)]

  /// What the account's own listings say; they outrank what a profile says, which somebody copied from them once.
  package var applied = AppliedQuotas()

  /// The limit that an account really has; nil where neither a listing nor the profile knows it.
  package func applied(_ code: QuotaCode, in profile: Profile) -> Double? {
    applied.values.isEmpty && profile.quotas.isEmpty ? nil : applied.values[code] ?? profile.quotas[code]
  }

  /// The AWS default of a limit; zero where nobody knows it.
  package func defaultValue(of id: String) -> Double {
    entries.first { $0.fact.id == QuotaFact.ID(id) }?.fact.defaultValue ?? 0
  }

  /// The book inside the binary, from `quotas.json`.
  package static let builtIn = {
    do {
      let file = try JSONDecoder().decode(QuotasFile.self, from: Data(PackageResources.quotas_json))
      let kinds = Dictionary(uniqueKeysWithValues: QuotaKind.all.map { ($0.id, $0) })
      return QuotaBook(
        collected: file.collected,
        entries: file.quotas.compactMap { fact in kinds[fact.id].map { ($0, fact) } })
    } catch {
      preconditionFailure("the built-in quotas do not read: \(error)")
    }
  }()

  private struct QuotasFile: Decodable {
    var collected: String
    var quotas: [QuotaFact]
  }
}

/// One limit that AWS sets on an account.
package final class QuotaFact: Decodable, Sendable {
  package let id: ID
  package let serviceCode: String

  /// Nil where no code was found, so that it cannot be requested by a command.
  package let code: String?
  package let name: String
  package let defaultValue: Double?
  package let unit: String

  /// Nil where it could not be confirmed.
  package let isAdjustable: Bool?

  /// Whether the need grows with the fleet, so that a request leaves room above it.
  package let growsWithFleet: Bool
  package let source: String
  package let confidence: String
  package let note: String?

  /// What the plan knows a quota by, since not every quota has a code.
  package struct ID: RawRepresentable, Hashable, Decodable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
    package init(_ rawValue: String) { self.rawValue = rawValue }
  }

  /// What AWS and a profile know it by; nil where no code was found.
  package var quotaCode: QuotaCode? { code.map { QuotaCode(service: serviceCode, code: $0) } }

  package enum CodingKeys: String, CodingKey {
    case id, name, unit, source, confidence, note
    case serviceCode = "service_code"
    case code = "quota_code"
    case defaultValue = "default"
    case isAdjustable = "adjustable"
    case growsWithFleet = "grows_with_fleet"
  }
}
