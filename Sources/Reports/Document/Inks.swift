internal import Planning

/// Good news and bad, the same in every report.
extension Verdict {
  var ink: Ink {
    switch self {
    case .holds: .good
    case .holdsAsFarAsKnown, .holdsButNotAtMax, .holdsOnlyAtMax, .unknown: .warning
    case .fallsShort, .neverGrows: .bad
    }
  }
}

extension Ink {
  /// Red below the target, yellow within a tenth above it.
  static func headroom(_ share: Double) -> Ink {
    share < 0 ? .bad : share < 0.1 ? .warning : .plain
  }
}

extension Finding.Severity {
  var ink: Ink {
    switch self {
    case .error: .bad
    case .warning: .warning
    case .note: .quiet
    }
  }
}

extension QuotaNeed.Verdict {
  var ink: Ink {
    switch self {
    case .ok: .good
    case .tight, .unknown: .warning
    case .request: .bad
    }
  }
}
