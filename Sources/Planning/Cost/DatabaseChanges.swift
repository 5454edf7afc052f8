/// What another database would cost, for rules that propose one.
extension Plan {
  /// What Multi-AZ adds to a month.
  var standbyCost: Money? {
    databaseCost(of: { $0.multiAZ = true }) - databaseCost(of: { $0.multiAZ = false })
  }

  /// What one read replica costs a month.
  var replicaCost: Money? {
    databaseCost(of: { $0.readReplicas = 1 }) - databaseCost(of: { $0.readReplicas = 0 })
  }

  /// What the line of a changed database costs a month; nil where it has no price.
  func databaseCost(of change: (inout Database) -> Void) -> Money? {
    guard var database = profile.database else { return nil }
    var changed = profile
    change(&database)
    changed.database = database
    return try? BillLine.database.cost(of: BilledFleet(changed, demand, facts)).get().cost.low
  }
}
