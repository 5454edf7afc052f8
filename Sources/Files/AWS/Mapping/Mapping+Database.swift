internal import Planning
internal import Typography

extension Mapping {
  static let database = [
    Mapping("database.engine") { parts in
      guard let database = parts.database, let engine = database.profileEngine else { return nil }
      let source = database["Engine"].text
      return source.map { source in
        Mapped(source, how: source.value == engine ? nil : source.value) { _ in .text(engine) }
      }
    },
    Mapping("database.instance_class") {
      $0.database?[Key("DBInstanceClass", terraform: "instance_class")].text?.mapped
    },
    Mapping("database.multi_az") { parts in
      guard let database = parts.database else { return nil }
      if let flag = database["MultiAZ"].flag { return flag.mapped }
      return database["MultiAZ"].exists ? nil : database.item.mapped(.flag(false), how: "AWS default")
    },
    Mapping("database.read_replicas") { parts in
      guard let database = parts.database else { return nil }
      let replicas = parts.replicas.filter(\.isServing)
      let names = replicas.map(\.title) + parts.replicasOnlyNamed
      return database.item.mapped(
        .count(names.count), how: names.isEmpty ? "no replica" : names.joined(separator: ", "))
    },
    Mapping("database.connection_limit") { parts in
      guard let limit = parts.connectionLimit else { return nil }
      if let number = Int(limit.value), number > 0 { return Mapped(limit) { _ in .count(number) } }
      return parts.limit(byFormula: limit)
    },
    Mapping("database.storage_gb") { $0.database?["AllocatedStorage"].positiveCount?.mapped },
    .further("database.engine_version") { $0.database?["EngineVersion"].text?.mapped },
    .further("database.storage_type") { $0.database?["StorageType"].text?.mapped },
    .further("database.iops") { $0.database?["Iops"].positiveCount?.mapped },
    .further("database.mb_per_second") { $0.database?["StorageThroughput"].positiveCount?.mapped },
    .further("database.backup_gb", \.databaseBackups),
    .unusual("database.proxy", \.databaseProxy),
    .further("database.insights") {
      $0.database?[Key("DatabaseInsightsMode", terraform: "database_insights_mode")].text?.mapped
    },
  ]

  static func databaseNotes(_ parts: FleetParts) -> [FoundNote] {
    var notes: [FoundNote] = []
    for other in parts.inventory[.database] where !other.isReplica {
      let engine = other["Engine"].text?.value ?? "its engine"
      if other.isInCluster {
        notes.append(
          engine.hasPrefix("aurora")
            ? FoundNote("aurora", other.title, "an Aurora cluster is not read")
            : FoundNote("multi_az_cluster", other.title, "a Multi-AZ cluster is not read"))
      } else if other.profileEngine == nil {
        notes.append(FoundNote("database_engine", other.title, "\(engine) is no engine that a profile knows"))
      }
    }
    guard let database = parts.database else { return notes }
    if let type = database["StorageType"].text?.value, type != "gp3" {
      notes.append(FoundNote("storage_type", database.title, "its storage is \(type), not gp3"))
    }
    if database["PendingModifiedValues"].keys.isEmpty == false {
      let keys = database["PendingModifiedValues"].keys.joined(separator: ", ")
      notes.append(FoundNote("pending_change", database.title, "a change waits for its window: \(keys)"))
    }
    if let limit = parts.connectionLimit, Int(limit.value) == nil, parts.limit(byFormula: limit) == nil {
      notes.append(
        FoundNote(
          "max_connections_formula", database.title,
          "max_connections is \(limit.value); ask the database: SHOW max_connections"))
    }
    return notes + parts.replicaNotes(of: database)
  }
}

// MARK: - Replicas

extension FleetParts {
  fileprivate var replicas: [Resource] {
    guard let database else { return [] }
    return inventory[.database].filter { $0.isReplica && database.isNamed(by: $0.sourceLinks) }
  }

  /// Replicas that the database names and no file tells more of, those in other Regions left out.
  fileprivate var replicasOnlyNamed: [String] {
    guard let database else { return [] }
    let told = inventory[.database]
    return database["ReadReplicaDBInstanceIdentifiers"].links.filter { link in
      ARN.region(of: link) == nil && !told.contain([link])
    }
  }

  fileprivate func replicaNotes(of database: Resource) -> [FoundNote] {
    var notes: [FoundNote] = []
    for replica in replicas {
      guard replica.isServing else {
        let status = replica["DBInstanceStatus"].text?.value ?? "gone"
        notes.append(FoundNote("replica_not_available", replica.title, "it is \(status) and not counted"))
        continue
      }
      let key = Key("DBInstanceClass", terraform: "instance_class")
      if let own = replica[key].text?.value, let other = database[key].text?.value, own != other {
        notes.append(
          FoundNote("replica_class", replica.title, "it runs on \(own) and is counted as \(other)"))
      }
      if replica["MultiAZ"].flag?.value == true {
        notes.append(
          FoundNote("replica_multi_az", replica.title, "it has a standby of its own, which is not counted"))
      }
    }
    let far = database["ReadReplicaDBInstanceIdentifiers"].links.filter { ARN.region(of: $0) != nil }
    return notes
      + far.map {
        FoundNote("replica_other_region", ARN.name(of: $0), "it is in another Region and not counted")
      }
  }
}

extension Resource {
  fileprivate var isServing: Bool {
    let status = self["DBInstanceStatus"].text?.value ?? "available"
    return status != "deleting" && !status.contains("fail")
  }

  /// Whether it is a replica of a database in another Region.
  var isFarReplica: Bool {
    guard kind == .database, let own = region?.value else { return false }
    return sourceLinks.contains { link in ARN.region(of: link).map { $0 != own } ?? false }
  }
}

// MARK: - Backups and proxy

extension FleetParts {
  /// Nothing, where nothing is kept: how large a backup is, AWS tells nowhere but on the bill.
  fileprivate var databaseBackups: Mapped? {
    guard let database, let days = database["BackupRetentionPeriod"].count, days.value == 0 else {
      return nil
    }
    if database.isAnswered, !inventory.given.contains(.databaseSnapshot) { return nil }
    let key = Key("DBInstanceIdentifier", terraform: "db_instance_identifier")
    guard !inventory[.databaseSnapshot].contains(where: { database.isNamed(by: $0[key].links) }) else {
      return nil
    }
    return Mapped(days, how: "backups are off, and there is no snapshot") { _ in .count(0) }
  }

  /// Whether a proxy has the database as its target; a plan and a template may leave their proxy to others.
  fileprivate var databaseProxy: Mapped? {
    guard let database else { return nil }
    let key = Key(
      "RdsResourceId", terraform: "db_instance_identifier", cloudFormation: "DBInstanceIdentifiers")
    let target = inventory[.proxyTarget].first { database.isNamed(by: $0[key].links) }
    if let target { return target[key].mapped(.flag(true), how: "the target of a proxy") }
    guard let answer = inventory.answers[.proxy],
      inventory[.proxy].isEmpty || inventory.answers[.proxyTarget] != nil
    else { return nil }
    return answer.mapped(.flag(false), how: "no proxy has it as its target")
  }
}

// MARK: - Connections

extension FleetParts {
  /// `max_connections` as the parameter group has it.
  fileprivate var connectionLimit: Sourced<String>? {
    guard let database else { return nil }
    let groups = inventory[.parameterGroup]
    switch database.item.file.dialect {
    case .cli:
      let links = database["DBParameterGroups"].links
      let own =
        groups.first { $0.subject.map(links.contains) == true }
        ?? (groups.count == 1 && groups[0].subject == nil ? groups[0] : nil)
      return own?.item.items.first { $0["ParameterName"].text?.value == Self.limitName }?["ParameterValue"]
        .text
    case .terraform:
      let own = groups.named(by: database[named: "parameter_group_name"].links).first
      return own?[named: "parameter"].items.first { $0[named: "name"].text?.value == Self.limitName }?[
        named: "value"
      ].text
    case .cloudFormation:
      return groups.named(by: database["DBParameterGroupName"].links).first?["Parameters"][
        named: Self.limitName
      ]
      .text
    }
  }

  private static let limitName = "max_connections"

  /// The upper end of `LEAST({DBInstanceClassMemory/9531392},5000)`, where the memory of the class surely reaches it.
  ///
  /// RDS counts what the operating system leaves, which is more than 92% of the class's memory.
  fileprivate func limit(byFormula formula: Sourced<String>) -> Mapped? {
    let text = formula.value.filter { !$0.isWhitespace }
    let (head, middle) = ("LEAST({DBInstanceClassMemory/", "},")
    guard text.hasPrefix(head), text.hasSuffix(")"), let split = text.firstRange(of: middle),
      let divisor = Double(text[text.index(text.startIndex, offsetBy: head.count)..<split.lowerBound]),
      let limit = Int(text[split.upperBound...].dropLast()), divisor > 0, limit > 0,
      let type = database?[Key("DBInstanceClass", terraform: "instance_class")].text?.value,
      let memory = HardwareBook.builtIn.databaseMemoryGiB(of: type)
    else { return nil }
    let connections = 0.92 * memory * 1_073_741_824 / divisor
    guard connections >= Double(limit) else { return nil }
    let how = "\(Numbers.readable(memory)) GiB allow \(Numbers.grouped(Int(connections))) or more"
    return Mapped(formula, how: how) { _ in .count(limit) }
  }
}

extension ARN {
  /// The last part: of `arn:aws:rds:eu-west-1:…:db:shop-dr` it is `shop-dr`.
  static func name(of text: String) -> String { text.split(separator: ":").last.map(String.init) ?? text }
}
