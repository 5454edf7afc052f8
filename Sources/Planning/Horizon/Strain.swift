internal import Typography

/// A limit of the fleet that users can get above.
struct Strain: Hashable {
  let kind: Break.Kind
  let id: String
  let at: String
}

extension Limits {
  /// The walls and quotas that the users are above, with their limits.
  ///
  /// A wall at max is one as far as the group gets, and at desired one that differs from it.
  var strains: [Strain: Break.Limit] {
    var strains: [Strain: Break.Limit] = [:]
    for wall in walls where wall.decides {
      let most = wall.wholeUsers(at: reached(.max))
      let atDesired = wall.wholeUsers(at: .desired)
      if let most, demand.users > most {
        strains[Strain(kind: .wall, id: wall.id.rawValue, at: FleetSize.max.rawValue)] = .users(most)
      }
      if let atDesired, atDesired != most, demand.users > atDesired {
        strains[Strain(kind: .wall, id: wall.id.rawValue, at: FleetSize.desired.rawValue)] = .users(atDesired)
      }
    }
    for need in quotas {
      if let limit = need.limit, let needed = need.needed, !limit.reaches(needed) {
        strains[Strain(kind: .quota, id: need.id, at: FleetSize.max.rawValue)] = .units(limit)
      }
    }
    return strains
  }
}

extension Plan {
  /// What a strain is called: `Compute at max`.
  func title(of strain: Strain) -> String {
    switch strain.kind {
    case .wall: "\(wall(named: strain.id)?.id.title ?? strain.id) at \(strain.at)"
    case .quota: quota(named: strain.id)?.title ?? strain.id
    default: "Budget, \(strain.at)"
    }
  }

  func wall(named id: String) -> Wall? { walls.first { $0.id.rawValue == id } }
  func quota(named id: String) -> QuotaNeed? { quotas.first { $0.id == id } }
}

extension QuotaNeed {
  /// `ec2/L-1216C47A`; the program's own word for one whose code nobody knows.
  var id: String { fact.quotaCode?.text ?? "\(fact.serviceCode)/\(fact.id.rawValue)" }
}
