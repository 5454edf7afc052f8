/// The limits that an account really has.
///
/// They are facts of the account, like prices, and no part of a profile: nothing of them is ever saved in one.
package struct AppliedQuotas: Equatable, Sendable {
  package var values: [QuotaCode: Double] = [:]

  package init() {}

  /// Takes over what a later listing says; the one that is read last was read from the account last.
  package mutating func merge(_ later: AppliedQuotas) {
    values.merge(later.values) { _, later in later }
  }
}
