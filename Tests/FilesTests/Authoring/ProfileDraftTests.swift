import Files
import Planning
import Testing

@Suite("A new profile")
struct ProfileDraftTests {
  private func question(_ path: String) throws -> DraftQuestion {
    try #require(DraftQuestion.all.first { $0.field.path == path })
  }

  private func draft(_ answers: (String, String)...) throws -> ProfileDraft {
    var draft = ProfileDraft()
    for (path, answer) in answers { try draft.answer(question(path), answer) }
    draft.acceptOffers()
    return draft
  }

  private func read(_ text: String) throws -> Profile {
    try LoadedProfile(Array(text.utf8), name: "new.yaml").profile
  }

  @Test func `asks for every required key, and for parts that may be none`() {
    let required = Catalog.fields.filter { $0.presence == .required }.map(\.path)
    #expect(Set(required).isSubset(of: DraftQuestion.all.map(\.field.path)))
    #expect(
      DraftQuestion.all.filter(\.mayBeNone).map(\.field.path) == [
        "compute.gunicorn.worker_class", "cache.engine", "database.engine", "database.connection_limit",
        "database.pgbouncer.pool_mode",
      ])
  }

  @Test func `leaves out what is none, and asks nothing more about it`() throws {
    let draft = try draft(("database.engine", "none"), ("cache.engine", "none"))
    let profile = try read(draft.text)
    #expect(profile.database == nil)
    #expect(profile.cache == nil)
    #expect(profile.compute.gunicorn == nil)
    var contradicted = ProfileDraft()
    try contradicted.answer(question("database.engine"), "none")
    let refusal = try #require(throws: AnswerProblem.self) {
      try contradicted.answer(question("database.instance_class"), "db.r6g.large")
    }
    #expect(
      refusal.description == "database.instance_class is asked for, and there is no database")
  }

  @Test func `writes the engine, the cache and the web server that were asked for`() throws {
    let profile = try read(
      draft(
        ("compute.gunicorn.worker_class", "gthread"), ("compute.gunicorn.workers", "5"),
        ("compute.gunicorn.threads", "4"), ("database.engine", "mariadb"), ("cache.engine", "valkey")
      ).text)
    #expect(profile.database?.engine == "mariadb")
    #expect(profile.database?.pgbouncer == nil)
    #expect(profile.cache?.engine == .valkey)
    #expect(profile.compute.gunicorn?.workerClass == "gthread")
    #expect(profile.compute.gunicorn?.workers == 5)
    #expect(profile.compute.gunicorn?.threads == 4)
  }

  @Test func `made of offers alone reads without a problem, and as what it is`() throws {
    let draft = try draft()
    #expect(try read(draft.text) == draft.profile)
  }

  @Test func `says what was answered`() throws {
    let draft = try draft(
      ("name", "Checkout: \"fast\" # and é"), ("region", "eu-west-1"), ("demand.concurrent_users", "50000"),
      ("demand.requests_per_user_per_minute", "0.2..0.22..0.3"), ("compute.instance_type", "c7g.xlarge"),
      ("compute.requests_per_instance_per_minute", "512.5"), ("compute.instances.min", "3"),
      ("compute.instances.desired", "30"), ("compute.instances.max", "60"),
      ("database.instance_class", "db.r7g.large"), ("database.connection_limit", "1600"),
      ("cache.node_type", "cache.r7g.large"))
    let profile = try read(draft.text)
    #expect(profile.name == "Checkout: \"fast\" # and é")
    #expect(profile.region == "eu-west-1")
    #expect(profile.demand.concurrentUsers == 50_000)
    #expect(profile.demand.requestsPerUserPerMinute == Estimate(low: 0.2, likely: 0.22, high: 0.3))
    #expect(profile.compute.instanceType == "c7g.xlarge")
    #expect(profile.compute.requestsPerInstancePerMinute == 512.5)
    #expect(profile.compute.instances == InstanceCounts(min: 3, desired: 30, max: 60))
    #expect(profile.database?.instanceClass == "db.r7g.large")
    #expect(profile.database?.connectionLimit == 1600)
    #expect(profile.cache?.nodeType == "cache.r7g.large")
  }

  @Test(arguments: [
    "yes", "0x1F", "null", "- a", "{a}", "a: b", "#", "'", "\"", "\\", " a ", "@", "%", "!x", "&x", "*x",
    "a\u{202E}b",
    "🚀", "01", "1:30", "---", "...", "format: headroom/1",
  ])
  func `keeps a name that YAML would take for something else`(name: String) throws {
    #expect(try read(draft(("name", name)).text).name == name)
  }

  @Test func `shows defaults that change nothing when their mark is taken away`() throws {
    let draft = try draft()
    let lines = draft.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let keys = Set(Catalog.fields.map(\.key))
    var shown = 0
    for (index, line) in lines.enumerated() {
      let words = line.split(separator: " ", maxSplits: 2)
      guard words.count == 3, words[0] == "#", words[1].hasSuffix(":"),
        keys.contains(String(words[1].dropLast()))
      else { continue }
      var changed = lines
      changed[index] = line.replacing("# ", with: "", maxReplacements: 1)
      #expect(try read(changed.joined(separator: "\n")) == draft.profile, "\(line)")
      shown += 1
    }
    #expect(shown > 20)
  }

  @Test func `begins with the line that editors look for`() throws {
    #expect(try draft().text.hasPrefix("# yaml-language-server: $schema=\(ProfileSchema.fileName)\n"))
  }

  @Test func `is narrow enough to read`() throws {
    let lines = try draft().text.split(separator: "\n")
    #expect(lines.filter { !$0.contains(": ") }.allSatisfy { $0.count <= 110 })
  }

  @Test func `is the same text each time`() throws {
    #expect(try draft().text == draft().text)
  }
}

@Suite("A question for a new profile")
struct DraftQuestionTests {
  private func question(_ path: String) throws -> DraftQuestion {
    try #require(DraftQuestion.all.first { $0.field.path == path })
  }

  private func refusal(_ path: String, _ answer: String, in draft: ProfileDraft = ProfileDraft()) throws
    -> String
  {
    var draft = draft
    return try #require(throws: AnswerProblem.self) { try draft.answer(question(path), answer) }.description
  }

  @Test(arguments: [
    (
      "demand.concurrent_users", "many",
      "many is not a number; expected a whole number from 1 to 100,000,000,000"
    ),
    ("demand.concurrent_users", "10,000", "10,000 has its digits in groups; write 10000"),
    ("demand.requests_per_user_per_minute", "0.3..0.2", "0.3..0.2 runs backwards; write 0.2..0.3"),
    ("compute.instances.min", "0", "0 is out of range; expected a whole number from 1 to 200,000"),
    ("name", "", "empty; expected at least one letter"),
    ("name", "a\u{1B}[31m", "holds the control character \\u{1B}"),
  ])
  func `refuses an answer in the words of the reader`(path: String, answer: String, message: String) throws {
    #expect(try refusal(path, answer) == message)
  }

  @Test func `refuses each control character of Unicode and no other character`() throws {
    let name = try question("name")
    for scalar in (0..<0x3000).compactMap(Unicode.Scalar.init) {
      var draft = ProfileDraft()
      let isTaken = (try? draft.answer(name, "a\(scalar)b")) != nil
      #expect(isTaken == (scalar.properties.generalCategory != .control), "\(scalar.value)")
    }
  }

  @Test func `refuses an answer that contradicts an earlier one`() throws {
    var draft = ProfileDraft()
    try draft.answer(question("compute.instances.min"), "10")
    #expect(try refusal("compute.instances.desired", "5", in: draft) == "10 is above desired 5")
    try draft.answer(question("compute.instances.desired"), "10")
    #expect(try refusal("compute.instances.max", "9", in: draft) == "10 is above max 9")
    #expect(draft.profile.compute.instances.desired == 10)
    var ends = ProfileDraft()
    try ends.answer(question("compute.instances.min"), "10")
    #expect(try refusal("compute.instances.max", "9", in: ends) == "10 is above max 9")
  }

  @Test func `offers a fleet that carries the users`() throws {
    var draft = ProfileDraft()
    try draft.answer(question("demand.concurrent_users"), "40000")
    try draft.answer(question("demand.requests_per_user_per_minute"), "0.25")
    try draft.answer(question("compute.requests_per_instance_per_minute"), "500")
    // 40,000 x 0.25 / 500 = 20; half of it; twice of it
    #expect(draft.offer(for: try question("compute.instances.desired")) == .count(20))
    #expect(draft.offer(for: try question("compute.instances.min")) == .count(10))
    #expect(draft.offer(for: try question("compute.instances.max")) == .count(40))
  }

  @Test func `never offers against an answer`() throws {
    for (min, max) in [(1, 1), (3, 5), (500, 500), (90_000, 100_000), (1, 100_000)] {
      var draft = ProfileDraft()
      try draft.answer(question("compute.instances.max"), "\(max)")
      try draft.answer(question("compute.instances.min"), "\(min)")
      draft.acceptOffers()
      #expect(draft.profile.conflicts.isEmpty)
      #expect((min...max).contains(draft.profile.compute.instances.desired))
    }
  }

  @Test func `offers what follows from a type that the price book knows`() throws {
    var draft = ProfileDraft()
    try draft.answer(question("compute.instance_type"), "c6i.2xlarge")
    // The guide's own: 125 on each of 8 vCPUs.
    #expect(
      draft.offer(for: try question("compute.requests_per_instance_per_minute"))
        == .estimate(Estimate(1000)))
    try draft.answer(question("compute.gunicorn.worker_class"), "sync")
    #expect(draft.offer(for: try question("compute.gunicorn.workers")) == .count(8))
    #expect(draft.offer(for: try question("compute.gunicorn.threads")) == .count(1))
  }

  /// Users, web server, engine and cache, each of which may be none.
  static let wishes = ["10", "3000", "50000", "400000", "1500000", "8000000"].flatMap { users in
    [
      ("none", "none", "none"), ("sync", "postgresql", "redis"), ("gthread", "postgresql", "none"),
      ("sync", "mysql", "memcached"), ("none", "aurora-postgresql", "valkey"),
      ("none", "mariadb", "redis"),
    ].map { (users, $0, $1, $2) }
  }

  @Test(arguments: wishes)
  func `offers a database and a cache that carry the users`(
    users: String, server: String, engine: String, cache: String
  ) throws {
    var draft = ProfileDraft()
    try draft.answer(question("demand.concurrent_users"), users)
    try draft.answer(question("compute.gunicorn.worker_class"), server)
    try draft.answer(question("cache.engine"), cache)
    try draft.answer(question("database.engine"), engine)
    draft.acceptOffers()
    let plan = Plan(draft.profile)
    #expect([.holds, .holdsAsFarAsKnown].contains(plan.verdict))
    let carried = try #require(plan.wholeUsersCarried(at: .desired))
    #expect(carried >= draft.profile.demand.concurrentUsers)
  }

  @Test func `offers larger classes, more shards, replicas and a pooler as the users become more`() throws {
    func offers(_ users: String) throws -> [String] {
      var draft = ProfileDraft()
      try draft.answer(question("demand.concurrent_users"), users)
      try draft.answer(question("compute.gunicorn.worker_class"), "gthread")
      draft.acceptOffers()
      let (database, cache) = (try #require(draft.profile.database), try #require(draft.profile.cache))
      return [
        cache.nodeType, "\(cache.shards)", database.instanceClass, "\(database.readReplicas)",
        database.pgbouncer?.poolMode.rawValue ?? "none",
      ]
    }
    #expect(try offers("10000") == ["cache.r6g.large", "1", "db.r6g.large", "0", "none"])
    // db.r6g.large works on the queries of 53,333 users with 2 vCPUs, so 1,000,000 take 37.5; and 1,000 instances of
    // 64 threads open more than the 5,000 connections of any class.
    #expect(try offers("1000000") == ["cache.r6g.large", "1", "db.r6g.12xlarge", "0", "transaction"])
    // 64 vCPUs work on the queries of 1,706,666; a replica takes half of the reads of the others.
    #expect(try offers("2500000").suffix(3) == ["db.r6g.16xlarge", "1", "transaction"])
    // A shard answers 2,400,000 users. The writes alone are those of more users than the primary has vCPUs for.
    #expect(try offers("5000000") == ["cache.r6g.4xlarge", "3", "db.r6g.16xlarge", "0", "transaction"])
  }

  @Test func `remarks on a type without a price and says what comes near`() throws {
    let type = try question("compute.instance_type")
    #expect(type.remark(on: .text("c6i.2xlarge")) == nil)
    let remark = try #require(type.remark(on: .text("c6i.2xlarg")))
    #expect(remark.contains("c6i.2xlarge"))
  }

  @Test(arguments: DraftQuestion.all.map(\.field.path))
  func `takes its own offer`(path: String) throws {
    var draft = ProfileDraft()
    let question = try question(path)
    try draft.answer(question, draft.offer(for: question)?.text ?? DraftQuestion.none)
    #expect(draft.isAnswered(question))
  }
}
