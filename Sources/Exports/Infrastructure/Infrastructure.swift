package import Planning
internal import Typography

/// The fleet of a profile as the resources that run it, said once for every language that builds it.
package struct Infrastructure: Sendable {
  let profile: Profile

  /// What is written of it.
  let sections: [Section]

  /// What is wrong with the fleet by its review, and what no resource says of the profile.
  let findings: [Finding]
  private(set) var remarks: [String] = []
  private(set) var resources: [Resource] = []

  private let plan: Plan

  /// Only the resources of some sections; what they name of the others is asked for.
  package init(_ plan: Plan, only sections: [Section] = Section.allCases) {
    self.plan = plan
    self.sections = Section.allCases.filter { sections.contains($0) }
    profile = plan.profile
    findings = Review(plan).findings.filter { $0.severity == .error }
    let parts: [(Section, [Resource])] = [
      (.securityGroups, securityGroups), (.loadBalancer, loadBalancer), (.compute, compute),
      (.scaling, scaling), (.database, database), (.cache, cache), (.waf, firewall), (.cdn, distribution),
      (.monitoring, alarms),
    ]
    for (section, resources) in parts where sections.contains(section) {
      self.resources += resources
      remarks += self.remarks(on: section)
    }
  }

  /// A part of the fleet that can be written alone, as a profile calls it.
  package enum Section: String, CaseIterable, Sendable {
    case compute, scaling
    case loadBalancer = "load_balancer"
    case database, cache, cdn, waf
    case securityGroups = "security_groups"
    case monitoring
  }

  /// Whether somebody said the value of a key.
  func states(_ key: String) -> Bool { plan.provenance.places[key] != nil }

  /// Whether anything stands in front of the instances.
  var hasBalancer: Bool { profile.loadBalancer.count > 0 }

  /// Whether programs of the instances are built for Arm.
  var isArm: Bool {
    plan.instanceHardware?.architecture.map { $0 == .arm }
      ?? InstanceType.isArm(profile.compute.instanceType)
  }

  /// Seconds from the launch of an instance until the balancer has seen enough good checks.
  var secondsToHealth: Int {
    profile.compute.bootSeconds
      + profile.loadBalancer.healthyThreshold * profile.loadBalancer.healthCheckIntervalSeconds
  }

  /// The port that the application listens on; gunicorn's own where no rule says.
  var applicationPort: Int { profile.securityGroups.compute?.ports.first ?? 8000 }

  /// A name for what must have one: of the profile's name what every service takes.
  var shortName: String {
    let words = profile.name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let name = words.reduce("") { name, word in
      let longer = name.isEmpty ? String(word) : "\(name)-\(word)"
      return longer.utf8.count <= 16 ? longer : name
    }
    return name.first?.isLetter == true ? name : "fleet"
  }
}

/// One resource, in both languages; a few are a part of another one in one of them.
package struct Resource: Sendable {
  /// Words joined by `_`.
  let name: String
  let cloudFormation: CloudFormation?
  let terraform: Terraform?

  struct CloudFormation: Sendable {
    let type: String
    let properties: Settings

    /// What becomes of it when it leaves the stack; nil for what holds no data.
    var whenRemoved: Removal?
  }

  struct Terraform: Sendable {
    let type: String
    let arguments: Settings
  }

  /// What has to be there first, which no reference says.
  let needs: [Reference]

  enum Removal: String, Sendable {
    case snapshot = "Snapshot"
    case delete = "Delete"
  }

  init(
    _ name: String, _ type: String, _ properties: Settings, whenRemoved: Removal? = nil,
    needs: [Reference] = [], terraform: String, _ arguments: Settings
  ) {
    self.name = name
    cloudFormation = CloudFormation(type: type, properties: properties, whenRemoved: whenRemoved)
    self.terraform = Terraform(type: terraform, arguments: arguments)
    self.needs = needs
  }

  init(_ name: String, _ type: String, _ properties: Settings) {
    self.name = name
    cloudFormation = CloudFormation(type: type, properties: properties)
    terraform = nil
    needs = []
  }

  init(_ name: String, terraform: String, _ arguments: Settings) {
    self.name = name
    cloudFormation = nil
    self.terraform = Terraform(type: terraform, arguments: arguments)
    needs = []
  }
}
