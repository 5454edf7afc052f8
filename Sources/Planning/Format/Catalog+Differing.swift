extension Catalog {
  /// The fields whose value two profiles do not share.
  package static func fields(thatDifferIn one: Profile, and other: Profile) -> [Field] {
    parts.filter { !$0.isSame(one, other) }.flatMap { part in
      part.fields.filter { $0.value(one) != $0.value(other) }
    }
  }

  /// Fields that stand together, and whether two profiles have the same values for all of them.
  private struct Part: Sendable {
    var fields: [Field]
    let isSame: @Sendable (Profile, Profile) -> Bool
  }

  /// In the order of the catalog.
  private static let parts = fields.reduce(into: [Part]()) { parts, field in
    let step = String(field.path.prefix { $0 != "." })
    if let last = parts.last?.fields[0].path, last.hasPrefix("\(step).") {
      parts[parts.count - 1].fields.append(field)
    } else {
      parts.append(Part(fields: [field], isSame: comparisons[step] ?? { _, _ in false }))
    }
  }

  /// By the first step of a path: one comparison of what its keys stand for, where asking each of them would copy the
  /// profile as often.
  private static let comparisons: [String: @Sendable (Profile, Profile) -> Bool] = [
    "demand": { $0.demand == $1.demand },
    "compute": { $0.compute == $1.compute },
    "scaling": { $0.scaling == $1.scaling },
    "load_balancer": { $0.loadBalancer == $1.loadBalancer },
    "database": { $0.database == $1.database },
    "cache": { $0.cache == $1.cache },
    "cdn": { $0.cdn == $1.cdn },
    "waf": { $0.firewall == $1.firewall },
    "voice": { $0.voice == $1.voice },
    "monitoring": { $0.monitoring == $1.monitoring },
    "quotes": { $0.quotes == $1.quotes },
    "gates": { $0.gates == $1.gates },
    "growth": { $0.growth == $1.growth },
  ]
}
