internal import Typography

/// A line that a rule draws where nature draws none, with the reason for drawing it there.
package struct Threshold: Hashable, Sendable {
  package let name: String
  package let value: Double
  package let unit: String
  package let reason: String
  package let source: Finding.Source
}

/// The lines of `behaviour.json`.
extension Threshold {
  static let blastNote = Behaviour.threshold("blast_note")
  static let blastWarning = Behaviour.threshold("blast_warning")
  static let removal = Behaviour.threshold("removal")
  static let start = Behaviour.threshold("start")
  static let alarm = Behaviour.threshold("alarm")
  static let emergency = Behaviour.threshold("emergency")
  static let connections = Behaviour.threshold("connections")
  static let busyPrimary = Behaviour.threshold("busy_primary")
  static let busyDatabase = Behaviour.threshold("busy_database")
  static let desiredMissing = Behaviour.threshold("desired_missing")
  static let roughSpread = Behaviour.threshold("rough_spread")
  static let kneeUsers = Behaviour.threshold("knee_users")
  static let kneeRise = Behaviour.threshold("knee_rise")
  static let patience = Behaviour.threshold("patience")
  static let doubling = Behaviour.threshold("doubling")
  static let manyUnits = Behaviour.threshold("many_units")
  static let sharedShare = Behaviour.threshold("shared_share")
  static let sharedAddress = Behaviour.threshold("shared_address")
  static let endOfLife = Behaviour.threshold("end_of_life")
  static let quoteGap = Behaviour.threshold("quote_gap")
  static let priceAge = Behaviour.threshold("price_age")
  static let priceExpiry = Behaviour.threshold("price_expiry")
  static let typeSaving = Behaviour.threshold("type_saving")
  static let logShare = Behaviour.threshold("log_share")
  static let edgeShare = Behaviour.threshold("edge_share")
  static let errorAlarm = Behaviour.threshold("error_alarm")
  static let savingWorthWork = Behaviour.threshold("saving_worth_work")
  static let logRetention = Behaviour.threshold("log_retention")
  static let worthwhileSaving = Behaviour.threshold("worthwhile_saving")

  /// The value as a sentence says it.
  var text: String { Numbers.readable(value) }
}
