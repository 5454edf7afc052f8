/// A mistake that only a listing of quotas can have.
package enum QuotaMistake: Hashable, Sendable {
  case noListing(Mistake.NodeKind)
  case wrongNode(Mistake.NodeKind, expected: String)

  /// What is wrong and what to give instead.
  var text: String {
    switch self {
    case .noListing(let found):
      "found \(found.text), which lists no quotas; expected what"
        + " `aws service-quotas list-service-quotas --output json` prints: an object with Quotas"
    case .wrongNode(let found, let expected): "found \(found.text); expected \(expected)"
    }
  }
}
