/// Files beside a profile that tell what the team really pays, may request and runs; paths from the profile's folder.
package struct FactSources: Equatable, Sendable {
  /// Price files, of which a later one wins.
  package var prices: [String] = []

  /// Listings of quotas, or folders of captures that hold such.
  package var quotas: [String] = []

  /// The folder of a capture of what runs.
  package var live: String?

  package init() {}

  package var isEmpty: Bool { prices.isEmpty && quotas.isEmpty && live == nil }
}
