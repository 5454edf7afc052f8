internal import FoundationEssentials

/// The limits that an account really has, as `aws service-quotas list-service-quotas --output json` prints them.
///
/// They are facts of the account, like prices, and no part of a profile: nothing of them is ever saved in one.
package struct AppliedQuotas: Equatable, Sendable {
  package var values: [QuotaCode: Double] = [:]

  package init() {}

  /// Reads one listing; `get-service-quota` and a bare array of quotas read as well.
  ///
  /// Entries without a service, a code or a value are passed over, as AWS prints them where it may not look.
  package init(_ bytes: [UInt8]) throws(AppliedQuotasError) {
    guard bytes.count <= Self.largestFile else { throw .tooLarge(bytes.count) }
    let listing: Listing
    do {
      listing = try JSONDecoder().decode(Listing.self, from: Data(bytes))
    } catch DecodingError.dataCorrupted(let context) where context.codingPath.isEmpty {
      throw .notJSON
    } catch {
      throw .notAListing
    }
    for quota in listing.quotas {
      guard let service = quota.service, let code = quota.code, let value = quota.value else { continue }
      guard value.isFinite, value >= 0 else { throw .impossibleValue(code, value) }
      values[QuotaCode(service: service, code: code)] = value
    }
  }

  /// Takes over what a later listing says; the one that is read last was read from the account last.
  package mutating func merge(_ later: AppliedQuotas) {
    values.merge(later.values) { _, later in later }
  }

  /// The listing of the largest service is below a quarter of a megabyte.
  package static let largestFile = 16 << 20
}

/// Why a listing of quotas cannot be read.
package enum AppliedQuotasError: Error, Equatable {
  case tooLarge(Int)
  case notJSON
  case notAListing
  case impossibleValue(String, Double)
}

extension AppliedQuotasError: CustomStringConvertible {
  package var description: String {
    let expected = "expected what `aws service-quotas list-service-quotas --output json` prints"
    return switch self {
    case .tooLarge(let bytes):
      "\(bytes) bytes are no listing of quotas; at most \(AppliedQuotas.largestFile) are read"
    case .notJSON: "this is not JSON; \(expected)"
    case .notAListing: "this JSON lists no quotas; \(expected): an object with Quotas"
    case .impossibleValue(let code, let value): "the value of \(code) is \(value); expected zero or more"
    }
  }
}

/// The three shapes in which the AWS command line prints quotas.
private struct Listing: Decodable {
  let quotas: [Quota]

  private enum CodingKeys: String, CodingKey {
    case quotas = "Quotas"
    case quota = "Quota"
  }

  init(from decoder: any Decoder) throws {
    if let quotas = try? [Quota](from: decoder) {
      self.quotas = quotas
      return
    }
    let object = try decoder.container(keyedBy: CodingKeys.self)
    if let quota = try object.decodeIfPresent(Quota.self, forKey: .quota) {
      quotas = [quota]
    } else {
      quotas = try object.decode([Quota].self, forKey: .quotas)
    }
  }

  struct Quota: Decodable {
    let service: String?
    let code: String?
    let value: Double?

    private enum CodingKeys: String, CodingKey {
      case service = "ServiceCode"
      case code = "QuotaCode"
      case value = "Value"
    }
  }
}
