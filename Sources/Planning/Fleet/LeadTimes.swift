/// Days from a decision until what was decided is there; all of them assumed, since AWS names no time.
package struct LeadTimes: Section {
  /// A larger fleet of the same type, and the load test that shows that it is one.
  package var resize = 21

  /// A service quota.
  package var quota = 14

  /// Sessions with a model, for which AWS asks what they are for.
  package var voiceQuota = 30

  /// Another class of the database, or replicas.
  package var database = 30

  /// Shards of the cache.
  package var cache = 14

  /// More money.
  package var budget = 30

  /// A newer version of an engine.
  package var engine = 90

  /// Another model that speaks.
  package var model = 60

  /// Newer prices.
  package var prices = 0

  package init() {}
}

extension Profile {
  /// The times that hold, stated or assumed.
  package var effectiveLeadTimes: LeadTimes { leadTimes ?? LeadTimes() }
}
