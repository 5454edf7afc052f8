internal import Typography

/// The words that people read for what the plan names by id, the same in the dashboard and in every report.
///
/// Titles stand alone in a table; texts and phrases go on inside a sentence and carry words of the profile as they are.
extension CostLine.ID {
  /// The title as it goes on in a sentence; names such as EC2 stay as they are.
  package var phrase: String {
    title.prefix { $0.isUppercase }.count > 1 ? title : title.lowercased()
  }
}

extension QuotaNeed.Verdict {
  /// One word for a column.
  package var word: String { rawValue }

  /// What the word means.
  package var text: String {
    switch self {
    case .ok: "the limit covers the need and the margin"
    case .tight: "the limit covers the need but not the margin"
    case .request: "the limit is below the need"
    case .unknown: "the limit or the need is not known"
    }
  }
}

extension VoiceQueue {
  /// The queue in words.
  package var sentence: String {
    let asked = "Callers ask for \(Numbers.readable(offered, places: 1)) sessions at once"
    let remedy =
      "\(Numbers.grouped(sessionsForAcceptedWait)) sessions keep the chance of waiting within"
      + " \(Numbers.readable(acceptedWaitPercent))%."
    guard let sessions, let probabilityOfWaiting else {
      return "\(asked); how many may run is not known. \(remedy)"
    }
    let allowed = "\(Numbers.grouped(sessions)) may run"
    if neverDrains { return "\(asked) and \(allowed): the queue never drains. \(remedy)" }
    let percent = Numbers.fixed(probabilityOfWaiting * 100, places: 1)
    let isAccepted = probabilityOfWaiting <= acceptedWait
    return "\(asked) and \(allowed): \(percent)% of them wait.\(isAccepted ? "" : " \(remedy)")"
  }
}
