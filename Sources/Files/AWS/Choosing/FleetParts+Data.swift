/// Where the data is: databases and caches, and what each is to another.
extension FleetParts {
  /// Databases that a profile can tell of: neither replicas nor members of clusters.
  var databases: [Resource] {
    inventory[.database].filter { !$0.isReplica && !$0.isInCluster && $0.profileEngine != nil }
  }

  /// Replication groups, and clusters that stand alone.
  var caches: [Resource] {
    inventory[.cacheGroup]
      + inventory[.cacheCluster].filter { $0["ReplicationGroupId"].links.isEmpty }
  }
}

extension Resource {
  var isReplica: Bool { !sourceLinks.isEmpty }

  /// Names of the database that this one is a replica of.
  var sourceLinks: [String] {
    let links = self[
      Key(
        "ReadReplicaSourceDBInstanceIdentifier", terraform: "replicate_source_db",
        cloudFormation: "SourceDBInstanceIdentifier")
    ].links
    return links.filter { !$0.isEmpty }
  }

  var isInCluster: Bool {
    !self[Key("DBClusterIdentifier", terraform: "cluster_identifier")].links.isEmpty
      || self["Engine"].text?.value.hasPrefix("aurora") == true
  }

  /// The engine in the words of a profile; nil for one that it does not know.
  var profileEngine: String? {
    switch self["Engine"].text?.value {
    case "postgres": "postgresql"
    case "mysql": "mysql"
    case "mariadb": "mariadb"
    default: nil
    }
  }
}
