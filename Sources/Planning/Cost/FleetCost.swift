extension [Charge] {
  /// What instances come to that stand for so many hours at each size, not yet rounded; nil where nobody knows a rate.
  ///
  /// A Savings Plan is paid in every one of the hours, used or not.
  func bill(of hours: FleetHours, _ terms: PurchaseTerms) -> Money? {
    var sum = Money.zero
    for charge in self {
      let quantity: Double
      switch charge.measure {
      case .hours: quantity = hours.total { _ in 1 }
      case .instances: quantity = hours.total { Double($0) } / Double(Month.hours)
      case .onDemandHours: quantity = hours.total(terms.paidOnDemand)
      case .spotHours: quantity = hours.total(terms.spot)
      default: return nil
      }
      guard let money = charge.rate.bill(charge.units.units(in: quantity)) else { return nil }
      sum += money
    }
    return sum
  }
}

extension Plan {
  /// What it costs that the fleet stands for so many hours at each size, to the cent; nil where nobody can price an
  /// instance.
  func listPrice(of hours: FleetHours) -> Money? {
    let price = prices?[.instance(profile.compute.instanceType)]?.price
    return list.line(.compute)?.parts.map(\.charge)
      .bill(of: hours, PurchaseTerms(profile.compute.purchase, price: price))?.rounded
  }
}
