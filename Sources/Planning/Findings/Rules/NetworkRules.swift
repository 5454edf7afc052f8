internal import Typography

/// How the instances reach other services of AWS, and what that costs.
extension Rule {
  static let network = [dearNAT, fewGateways]

  private static let dearNAT = Rule(
    "HR812", .note, "An endpoint would cost less than the NAT gateways that do its work",
    check: "The bill with an interface endpoint for speech or for logs against the bill without it.",
    reason: "A NAT gateway bills each gigabyte at several times the price of an endpoint.",
    remedy: "Make an interface endpoint in each zone, and let the name of the service point to it.",
    source: .priceBook, thresholds: [.savingWorthWork]
  ) { plan in
    guard plan.profile.natGateways > 0 else { return [] }
    let now = plan.profile.network.endpoints
    let adding = { (services: [String]) in plan.change("network.endpoints", .texts(now + services)) }
    let dear = Passenger.all.filter { passenger in
      guard !plan.profile.hasEndpoint(passenger.service), plan.gigabytes(of: passenger) != nil else {
        return false
      }
      return plan.saving(by: adding([passenger.service]))?.isWorthWork == true
    }
    let services = dear.map(\.service)
    guard !dear.isEmpty, let saving = plan.saving(by: adding(services)),
      let gateway = plan.prices?[.natGateway]?.firstPrice, let endpoint = plan.prices?[.endpoint]?.firstPrice,
      let hour = plan.prices?[.endpointHour]?.firstPrice
    else { return [] }
    let bytes = dear.compactMap { passenger in
      plan.gigabytes(of: passenger).map { "\($0) GB of \(passenger.name)" }
    }
    let zones = plan.profile.compute.availabilityZones
    return [
      Observation(
        "network.endpoints",
        "\(bytes.joined(separator: " and ")) a month pass NAT gateways at \(gateway.inDollars) a GB; through"
          + " \(services.count == 1 ? "an endpoint" : "endpoints") they cost \(endpoint.inDollars) a GB and"
          + " \(hour.inDollars) an hour in each of \(Numbers.counted(zones, "zone")), \(saving.inSentence) a month"
          + " less in all.",
        fix: "Add \(services.joined(separator: " and ")) to endpoints.", changes: adding(services))
    ]
  }

  private static let fewGateways = Rule(
    "HR813", .warning, "Several zones leave through the NAT gateway of another one",
    check: "nat_gateways against the zones of the fleet, where there is one at least.",
    reason:
      "A NAT gateway lives in one zone; when that is lost, every zone that leaves through it reaches nothing outside.",
    remedy: "Keep one gateway in each zone, or endpoints for what must go on, and accept the rest.",
    source: .natGatewayZones
  ) { plan in
    let (gateways, zones) = (plan.profile.natGateways, plan.profile.compute.availabilityZones)
    guard gateways > 0, gateways < zones else { return [] }
    let changes = plan.change("network.nat_gateways", .count(zones))
    let saved = plan.saving(by: changes).map { CostColumns.zero - $0 }
    return [
      Observation(
        "network.nat_gateways",
        "\(Numbers.counted(gateways, "NAT gateway")) for \(zones) zones"
          + (saved.map {
            " \(gateways == 1 ? "costs" : "cost") \($0.inSentence) a month less than one each, and"
          } ?? "; without one each,")
          + " a lost zone takes the way out of other zones with it.",
        fix: "Set nat_gateways to \(zones)"
          + (saved.map { ", which costs \($0.inSentence) a month." } ?? "."),
        changes: changes)
    ]
  }
}

/// What passes NAT gateways unless it has an endpoint of its own.
private struct Passenger {
  /// As `network.endpoints` names it.
  let service: String

  /// As a sentence names it.
  let name: String
  let line: CostLine.ID
  let charge: String

  static let all = [
    Passenger(service: "bedrock-runtime", name: "speech", line: .voiceAudio, charge: "speech"),
    Passenger(service: "logs", name: "logs", line: .nat, charge: "logs"),
  ]
}

extension Plan {
  /// Gigabytes a month from the low to the high column, as a sentence says them; nil for what does not pass.
  fileprivate func gigabytes(of passenger: Passenger) -> String? {
    let part = list.line(passenger.line)?.parts.first { $0.charge.id == passenger.charge }
    guard let quantity = part?.quantity, quantity.high > 0 else { return nil }
    let ends = [whole(quantity.low), whole(quantity.high)]
    return ends[0] == ends[1] ? ends[0] : ends.joined(separator: " to ")
  }
}
