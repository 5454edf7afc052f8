internal import Planning

/// Offers for the database and the cache that grow with the users, by the walls that they stand on.
extension ProfileDraft {
  /// The smallest node whose memory is enough; the largest where none is, since shards are asked for next.
  func cacheNodeType(for question: DraftQuestion) -> String {
    let types = Self.ladder("cache.r6g.", of: question)
    return types[smallest(types, for: question, by: .cacheMemory) ?? types.count - 1]
  }

  /// The fewest shards that hold the keys and answer for them.
  func shards(for question: DraftQuestion) -> Int {
    guard case .count(let range) = question.field.kind else { return 1 }
    return range.first { shards in
      [.cacheMemory, .cacheOperations].allSatisfy { carries($0, saying: .count(shards), for: question) }
    } ?? range.upperBound
  }

  /// The smallest class that is not too slow and has enough connections; more connections than the largest has are for
  /// a pooler.
  func databaseClass(for question: DraftQuestion) -> String {
    let types = Self.ladder("db.r6g.", of: question)
    let load = smallest(types, for: question, by: .databaseLoad) ?? types.count - 1
    let connections = smallest(types, for: question, by: .databaseConnections) ?? 0
    return types[max(load, connections)]
  }

  /// The fewest that make the database fast enough, of as many as AWS lets a primary have; none where its writes alone are
  /// too much for it.
  func readReplicas(for question: DraftQuestion) -> Int {
    let most = Int(QuotaBook.builtIn.defaultValue(of: "rds_read_replicas"))
    return (0...most).first { carries(.databaseLoad, saying: .count($0), for: question) } ?? 0
  }

  /// Whether the instances would open more connections to PostgreSQL than there are.
  var needsPooler: Bool {
    profile.database?.isPostgreSQL == true && !Self.carries(profile, .databaseConnections)
  }

  /// The index of the first that carries the users by a wall; nil where none does.
  private func smallest(_ types: [String], for question: DraftQuestion, by wall: Wall.ID) -> Int? {
    types.firstIndex { carries(wall, saying: .text($0), for: question) }
  }

  private func carries(_ wall: Wall.ID, saying value: FieldValue, for question: DraftQuestion) -> Bool {
    var changed = profile
    return question.field.set(&changed, value) && Self.carries(changed, wall)
  }

  /// Whether a wall leaves the users through from desired on; one that is not there or does not bind does.
  private static func carries(_ profile: Profile, _ wall: Wall.ID) -> Bool {
    guard let wall = Plan(profile).wall(wall) else { return true }
    let users = Double(profile.demand.concurrentUsers)
    return [.desired, .max].allSatisfy { wall.users[$0].map { $0.reaches(users) } ?? true }
  }

  /// The types of a family whose hardware is known, the smallest first.
  private static func ladder(_ family: String, of question: DraftQuestion) -> [String] {
    let hardware = HardwareBook.builtIn
    let types = KnownWords.examples(of: question.field).filter {
      $0.hasPrefix(family) && hardware[$0] != nil
    }
    return types.sorted { (hardware[$0]?.memoryGiB ?? 0) < (hardware[$1]?.memoryGiB ?? 0) }
  }
}
