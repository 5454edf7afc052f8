/// A line that a rule draws where nature draws none, with the reason for drawing it there.
package struct Threshold: Hashable, Sendable {
  package let name: String
  package let value: Double
  package let unit: String
  package let reason: String
}

extension Threshold {
  static let blastNote = Threshold(
    name: "share of one instance", value: 10, unit: "%",
    reason: "losing one instance is a warning above a tenth of the fleet, as capacity reviews draw it")

  static let blastWarning = Threshold(
    name: "share of one instance, grave", value: 20, unit: "%",
    reason: "above a fifth, one lost instance pushes a fleet at 70% CPU beyond 87%")

  static let removal = Threshold(
    name: "time to take out a dead target", value: 60, unit: "s",
    reason: "what the AWS defaults of 2 checks at 30 s come to")

  static let start = Threshold(
    name: "time from launch to service", value: 300, unit: "s",
    reason: "from breach to service 5 to 7 minutes is usual; a start beyond 5 makes that 8 and more")

  static let alarm = Threshold(
    name: "share of the largest fleet", value: 90, unit: "%",
    reason: "an alarm that leaves a tenth of the capacity leaves time to act on it")

  static let emergency = Threshold(
    name: "emergency above the expected high", value: 110, unit: "%",
    reason: "a tenth above what is expected is no longer an ordinary peak")

  static let connections = Threshold(
    name: "share of the connection limit", value: 90, unit: "%",
    reason: "a tenth stays for migrations, people and the superuser's reserve")

  static let idleReplicas = Threshold(
    name: "primary alone, times the target", value: 10, unit: "times",
    reason: "a primary that could take ten times the load leaves replicas nothing to do")

  static let sharedAddress = Threshold(
    name: "users behind one address", value: 10_000, unit: "users",
    reason: "assumed size of a large campus or of a carrier's gateway; set yours from the access log")

  static let endOfLife = Threshold(
    name: "notice before an end of life", value: 180, unit: "days",
    reason: "two quarters to move and to test")

  static let quoteGap = Threshold(
    name: "list price over quote", value: 1.25, unit: "times",
    reason: "discounts that need no commitment stay below 20%, which is 1.25 times")

  static let priceAge = Threshold(
    name: "age of the price book", value: 90, unit: "days",
    reason: "prices of some service change in most quarters")

  static let typeSaving = Threshold(
    name: "saving by another instance type", value: 10, unit: "%",
    reason: "less does not pay for the load test that a change of type needs")

  static let logShare = Threshold(
    name: "logs in the list total", value: 10, unit: "%",
    reason: "logs that cost a tenth of the fleet are worth sampling")

  static let edgeShare = Threshold(
    name: "difference with or without the CDN in the list total", value: 5, unit: "%",
    reason: "below that, what a CDN does besides decides")
}
