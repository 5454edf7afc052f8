package import Planning

/// A profile in the making: a few answers, and for the other required keys offers that follow from them.
package struct ProfileDraft: Sendable {
  package private(set) var profile = Profile()
  private var answered: Set<String> = []

  /// Sections that an answer left out.
  private var absent: Set<String> = []

  package init() {}

  /// Whether the question has its answer, or is about a part that there is not or cannot be.
  package func isAnswered(_ question: DraftQuestion) -> Bool {
    answered.contains(question.field.path) || !absent.isDisjoint(with: question.field.sections)
      || question.part == "database.pgbouncer" && profile.database?.isPostgreSQL == false
  }

  /// Whether somebody or an offer said the value of a key.
  func says(_ field: Field) -> Bool { answered.contains(field.path) && field.value(profile) != nil }

  /// Takes an answer; it is refused where it contradicts an earlier one.
  package mutating func answer(_ question: DraftQuestion, _ answer: String) throws(AnswerProblem) {
    if let part = question.field.sections.first(where: absent.contains) {
      throw AnswerProblem(question.field.path, without: part)
    }
    if question.mayBeNone, answer == DraftQuestion.none { return leaveOut(question) }
    try take(question.value(of: answer), for: question)
  }

  private mutating func leaveOut(_ question: DraftQuestion) {
    answered.insert(question.field.path)
    if let part = question.part { absent.insert(part) }
  }

  /// Takes the offer for every question that has no answer.
  package mutating func acceptOffers() {
    for question in DraftQuestion.all where !isAnswered(question) {
      if let offer = offer(for: question) { try? take(offer, for: question) } else { leaveOut(question) }
    }
  }

  /// An answer that fits those that were given before, for a person to take or to change; nil for `none`.
  package func offer(for question: DraftQuestion) -> FieldValue? {
    switch question.field.path {
    case "name": .text("My fleet")
    case "region": .text("us-east-1")
    case "demand.concurrent_users": .count(10_000)
    case "demand.requests_per_user_per_minute": .estimate(Estimate(low: 0.2, high: 0.3))
    case "compute.instance_type": .text("c6i.xlarge")
    case "compute.requests_per_instance_per_minute": .estimate(Estimate(requestsPerInstance))
    case "compute.instances.min": .count(instances(.min))
    case "compute.instances.desired": .count(instances(.desired))
    case "compute.instances.max": .count(instances(.max))
    case "compute.gunicorn.worker_class": answeredGunicorn ? .text("gthread") : nil
    case "compute.gunicorn.workers": .count(HardwareBook.builtIn[profile.compute.instanceType]?.vcpus ?? 1)
    case "compute.gunicorn.threads": .count(profile.compute.gunicorn?.workerClass == "sync" ? 1 : 16)
    case "cache.engine": .text(CacheEngine.redis.rawValue)
    case "cache.node_type": .text(cacheNodeType(for: question))
    case "cache.shards": .count(shards(for: question))
    case "database.engine": .text("postgresql")
    case "database.instance_class": .text(databaseClass(for: question))
    case "database.read_replicas": .count(readReplicas(for: question))
    case "database.connection_limit": nil
    case "database.pgbouncer.pool_mode": needsPooler ? .text("transaction") : nil
    case let path: preconditionFailure("nothing is offered for \(path)")
    }
  }

  private mutating func take(_ value: FieldValue, for question: DraftQuestion) throws(AnswerProblem) {
    var changed = self
    guard question.field.set(&changed.profile, value) else { return }
    changed.answered.insert(question.field.path)
    if let conflict = changed.conflict { throw AnswerProblem(conflict.key, .conflict(conflict)) }
    self = changed
  }

  /// Whether something of the web server was said before its class.
  private var answeredGunicorn: Bool { profile.compute.gunicorn != nil }

  /// Two answers that cannot both hold, whatever the rest will be.
  private var conflict: Conflict? {
    var whole = self
    if !answered.contains("compute.instances.desired") {
      whole.profile.compute.instances.desired = profile.compute.instances.min
      whole.answered.insert("compute.instances.desired")
    }
    return whole.profile.conflicts.first { whole.answered.isSuperset(of: [$0.key, $0.other]) }
  }

  /// The guide's 1,000 requests a minute on 8 vCPUs, on as many vCPUs as the type has.
  private var requestsPerInstance: Double {
    Double(125 * (HardwareBook.builtIn[profile.compute.instanceType]?.vcpus ?? 8))
  }

  /// Desired carries the users, half of it runs at night and twice of it is the most; never against an answer.
  private func instances(_ size: FleetSize) -> Int {
    let demand = Double(profile.demand.concurrentUsers) * profile.demand.requestsPerUserPerMinute.likely
    let needed = (demand / max(profile.compute.requestsPerInstancePerMinute, 1)).rounded(.up)
    let desired = Int(min(max(needed, 2), 50_000))
    let offer =
      switch size {
      case .min: (desired + 1) / 2
      case .desired: desired
      case .max: desired * 2
      }
    let answers = FleetSize.allCases.filter { answered.contains("compute.instances.\($0.rawValue)") }
    let atLeast = answers.filter { $0 < size }.map { profile.compute.instances[$0] }.max() ?? 1
    let atMost = answers.filter { size < $0 }.map { profile.compute.instances[$0] }.min() ?? 100_000
    return min(max(offer, atLeast), atMost)
  }
}

extension FleetSize {
  /// Smaller sizes first.
  fileprivate static func < (left: FleetSize, right: FleetSize) -> Bool {
    switch (left, right) {
    case (.min, .desired), (.min, .max), (.desired, .max): true
    default: false
    }
  }
}
