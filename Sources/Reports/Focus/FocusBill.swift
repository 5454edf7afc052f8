package import Planning

/// One column of a bill at list prices as FOCUS 1.2 has it, the FinOps Open Cost and Usage Specification.
///
/// One column a file, since columns are the same month seen otherwise and would be added up.
package struct FocusBill {
  package let csv: CSV

  /// Lines that nobody can price, which are in no row.
  package let unpriced: [CostLine.ID]

  /// Nil where the bill does not have the column.
  package init?(_ plan: Plan, column: CostColumn, month: CalendarMonth) {
    guard plan.list.total[column] != nil else { return nil }
    var csv = CSV(Self.columns)
    for line in plan.list.lines {
      var rest = line.cost[column] ?? .zero
      for part in line.parts {
        guard let quantity = part.quantity[column], quantity > 0, let cost = part.cost[column] else {
          continue
        }
        rest = rest - cost
        let charge = FocusCharge(line, part, quantity)
        if part.charge.isBoughtAhead {
          csv.row(charge.row(.purchase, billed: cost, effective: .zero, plan, column, month))
          csv.row(charge.row(.usage, billed: .zero, effective: cost, plan, column, month))
        } else {
          csv.row(charge.row(.usage, billed: cost, effective: cost, plan, column, month))
        }
      }
      if rest != .zero {
        csv.row(
          FocusCharge(rounding: line).row(.adjustment, billed: rest, effective: rest, plan, column, month))
      }
    }
    self.csv = csv
    unpriced = plan.list.unpriced.map(\.id)
  }

  /// The mandatory ones by name, then those that AWS adds, then the program's own.
  private static let columns = [
    "BilledCost", "BillingAccountId", "BillingAccountName", "BillingCurrency", "BillingPeriodEnd",
    "BillingPeriodStart", "ChargeCategory", "ChargeClass", "ChargeDescription", "ChargePeriodEnd",
    "ChargePeriodStart", "ContractedCost", "EffectiveCost", "InvoiceIssuerName", "ListCost",
    "PricingQuantity",
    "PricingUnit", "ProviderName", "PublisherName", "ServiceCategory", "ServiceName",
    "ChargeFrequency", "InvoiceId", "RegionId", "RegionName", "ServiceSubcategory",
    "x_HeadroomLine", "x_HeadroomCharge", "x_HeadroomColumn",
  ]
}

private enum FocusCategory: String {
  case usage = "Usage"
  case purchase = "Purchase"
  case adjustment = "Adjustment"

  var frequency: String {
    switch self {
    case .usage: "Usage-Based"
    case .purchase: "Recurring"
    case .adjustment: "One-Time"
    }
  }
}

/// A charge, or what rounding leaves of its line.
private struct FocusCharge {
  let id: String
  let description: String
  let line: CostLine.ID
  let service: FocusService

  /// Nil for what has no quantity.
  let quantity: Double?
  let unit: String

  init(_ line: CostLine, _ part: CostLine.Part, _ quantity: Double) {
    id = part.charge.id
    description = "\(line.id.title): \(part.title)"
    self.line = line.id
    service = FocusService(of: part.charge, on: line.id)
    self.quantity = quantity
    unit = part.charge.focusUnit
  }

  init(rounding line: CostLine) {
    id = "rounding"
    description = "\(line.id.title): rounding of its charges"
    self.line = line.id
    service = FocusService(of: line.parts.first?.charge, on: line.id)
    quantity = nil
    unit = ""
  }

  func row(
    _ category: FocusCategory, billed: Money, effective: Money, _ plan: Plan, _ column: CostColumn,
    _ month: CalendarMonth
  ) -> [CSV.Cell] {
    let (start, end) = (Self.stamp(month), Self.stamp(month.adding(months: 1)))
    let paid = billed == .zero ? effective : billed
    let region = service.isGlobal ? nil : Region(plan.profile.region)
    return [
      .money(billed), "headroom-plan", .text(plan.profile.name), "USD", end, start, .text(category.rawValue),
      .empty, .text(description), end, start, .money(paid), .money(effective), "Amazon Web Services",
      .money(paid), .number(quantity), .text(unit), "Amazon Web Services", "Amazon Web Services",
      .text(service.category), .text(service.name),
      .text(category.frequency), .empty, .text(region?.code ?? ""), .text(region?.name ?? ""),
      .text(service.subcategory),
      .text(line.rawValue), .text(id), .text(column.rawValue),
    ]
  }

  private static func stamp(_ month: CalendarMonth) -> CSV.Cell { .text("\(month.firstDay.text)T00:00:00Z") }
}

extension Charge {
  /// The unit in the words that FOCUS allows.
  fileprivate var focusUnit: String {
    if rate.tariff?.id.rawValue.hasSuffix("gb_month") == true || unit == "GB-months" { return "GB-Months" }
    if unit == "hours" || unit.hasSuffix("-hours") { return "Hours" }
    return switch unit {
    case "GB", "GB and side": "GB"
    case "ten thousand requests", "ten thousand reads": "10000 Requests"
    case "thousand tokens": "1000 Tokens"
    case "dollars": "USD"
    default: "Units"
    }
  }
}
