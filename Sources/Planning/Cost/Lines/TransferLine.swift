extension CostLine.ID {
  package static let transfer = CostLine.ID("transfer", "Data transfer")
}

extension Tariff.ID {
  static let internetTransfer = Tariff.ID("internet_gb")
  static let cdnTransfer = Tariff.ID("cdn_gb")
  static let cdnRequests = Tariff.ID("cdn_10000_requests")
  static let cdnUploads = Tariff.ID("cdn_origin_gb")
  static let bucketReads = Tariff.ID("bucket_10000_gets")

  static func cdnPlan(_ plan: ContentDelivery.Plan) -> Tariff.ID {
    Tariff.ID("cdn_plan_\(plan.rawValue)_month")
  }
}

extension BillLine {
  /// The bytes to the users: to the internet, or through CloudFront, which is priced where the viewers are and bills
  /// requests and uploads as well, or has one price a month.
  static let transfer = BillLine(
    .transfer, keys: { _ in ["cdn.enabled"] }, isPresent: { $0.cdn.enabled || $0.loadBalancer.count > 0 }
  ) { fleet in
    let cdn = fleet.profile.cdn
    guard cdn.enabled else {
      return [Charge("gigabytes", .bytesOut, unit: "GB", fleet.tariff(.internetTransfer))]
    }
    return (cdn.plan == .payAsYouGo ? fleet.byArea() : [fleet.flatRate(cdn.plan)]) + fleet.files()
  }
}

extension BilledFleet {
  /// What each area pays for its share of the viewers, with its share of what is free.
  fileprivate func byArea() -> [Charge] {
    guard let areas = viewerAreas else {
      return [
        Charge(
          "gigabytes", .bytesOut, unit: "GB",
          .unknown(prices == nil ? .region(profile.region) : .viewers(profile.region)))
      ]
    }
    return areas.flatMap { area, percent in
      let share = percent == 100 ? nil : Charge.Factor(percent / 100, "of the viewers", key: "cdn.viewers")
      let rate = { (id: Tariff.ID) in tariff(id, area: area, freeShare: percent / 100) }
      let keys = profile.cdn.viewers == nil ? ["cdn.viewers", "cdn.price_class"] : ["cdn.price_class"]
      return [
        Charge(
          "gb:\(area.rawValue)", .bytesOut, Charge.Units(share), unit: "GB", rate(.cdnTransfer), keys: keys),
        Charge(
          "requests:\(area.rawValue)", .edgeRequests,
          Charge.Units(share, per: Charge.Factor(10_000, "requests")), unit: "ten thousand requests",
          rate(.cdnRequests), keys: keys),
        Charge(
          "up:\(area.rawValue)", .bytesUp, Charge.Units(share), unit: "GB", rate(.cdnUploads), keys: keys),
      ]
    }
  }

  /// Per cents of the viewers by area, in the order of the areas; viewers outside the price class are served from, and
  /// paid like, another area. Nil where nobody says where they are.
  private var viewerAreas: [(area: ViewerArea, percent: Double)]? {
    let stated = profile.cdn.viewers.map { viewers in
      viewers.compactMap { word, percent in ViewerArea(rawValue: word).map { ($0, percent) } }
    }
    guard let viewers = stated ?? prices?.area.map({ [($0, 100)] }) else { return nil }
    var percents: [ViewerArea: Double] = [:]
    for (area, percent) in viewers {
      percents[area.served(in: profile.cdn.priceClass), default: 0] += percent
    }
    return ViewerArea.allCases.compactMap { area in
      percents[area].flatMap { $0 > 0 ? (area, $0) : nil }
    }
  }

  /// The month of a flat-rate plan, unknown where any column asks for more than the plan allows.
  fileprivate func flatRate(_ plan: ContentDelivery.Plan) -> Charge {
    let isWithin = load.months.stated.allSatisfy { column in
      BillingFacts.requestsAllowed(by: plan).reaches(load.quantity(of: .edgeRequests, in: column))
        && BillingFacts.gigabytesAllowed(by: plan).reaches(load.quantity(of: .bytesOut, in: column))
    }
    return Charge(
      "plan", .month, unit: "distributions",
      isWithin ? tariff(.cdnPlan(plan)) : .unknown(.aboveAllowance(plan)))
  }

  /// Files that the edge does not have are read from a bucket.
  fileprivate func files() -> [Charge] {
    guard profile.demand.staticRequestsPerUserPerMinute != nil else { return [] }
    return [
      Charge(
        "bucket_reads", .fileMisses, Charge.Units(per: Charge.Factor(10_000, "reads")),
        unit: "ten thousand reads", tariff(.bucketReads))
    ]
  }
}

extension ViewerArea {
  /// The area that viewers pay for under a price class: their own, or the cheapest one where it is left out.
  func served(in priceClass: PriceClass) -> ViewerArea {
    BillingFacts.areas(of: priceClass).contains(self) ? self : BillingFacts.areaOfOthers
  }
}
