import Files

/// The smallest profile that can be planned with, and ways to spoil it.
enum Sample {
  static let text = """
    format: headroom/1
    name: Small
    region: us-east-1
    demand: {concurrent_users: 1000, requests_per_user_per_minute: 0.25}
    compute:
      instance_type: c6i.large
      instances: {min: 1, desired: 2, max: 4}
      requests_per_instance_per_minute: 1000
    database: {instance_class: db.r6g.large, connection_limit: 100}
    cache: {node_type: cache.r6g.large}

    """

  /// The messages on these bytes, without the file's name; none where they are a profile.
  static func messages(_ bytes: some Sequence<UInt8>) -> [String] {
    do {
      _ = try LoadedProfile(Array(bytes), name: "f")
      return []
    } catch {
      return error.description.split(separator: "\n").map {
        String($0.hasPrefix("f:") ? $0.dropFirst(2) : $0)
      }
    }
  }

  static func messages(_ text: String) -> [String] { messages(text.utf8) }
}
