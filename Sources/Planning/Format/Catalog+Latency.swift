internal import Typography

extension Catalog {
  static let responseCV = Field(
    "demand.response_cv", \.demand.responseCV, .estimate(.from(0, to: 4)),
    .derived(reason: "assumed: standard deviation as long as the mean"),
    "Standard deviation of a response time over its mean"
  ).following { $0.demand.responseP95Ms == nil ? $0.demand.spread : nil }

  static let responseP95 = Field(
    "demand.response_p95_ms", \.demand.responseP95Ms, .estimate(Bound.rate), .optional,
    "What 95 of 100 responses take at most, in milliseconds; in place of response_cv")

  static let responseMeasuredAt = Field(
    "demand.response_measured_at_percent", \.demand.responseMeasuredAtPercent, .number(.from(0, to: 200)),
    .defaulted(reason: "as if measured alone: takes no queue off and errs to slow"),
    "Load at which response_time_ms was measured, in per cent of requests_per_instance_per_minute")

  static let serviceLevel = [
    Field(
      "slo.p95_ms", in: \.serviceLevel, \.p95Ms, .number(Bound.milliseconds), .requiredInSection,
      "What 95 of 100 responses keep, in milliseconds"),
    Field(
      "slo.p99_ms", in: \.serviceLevel, \.p99Ms, .number(Bound.milliseconds), .optional,
      "What 99 of 100 responses keep, in milliseconds"),
    Field(
      "slo.error_budget_percent", in: \.serviceLevel, \.errorBudgetPercent, .number(.positivePercent),
      .defaulted(reason: "\(Numbers.readable(ServiceLevel().budgetMinutes, places: 1)) minutes a month"),
      "Minutes of a month that may break the promise, in per cent"
    ),
  ]
}
