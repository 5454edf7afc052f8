internal import Planning

extension Infrastructure {
  /// The database with its replicas; a cluster of Aurora is not written.
  var database: [Resource] {
    guard let database = profile.database, !database.isAurora else { return [] }
    let group = database.connectionLimit.map { [parameterGroup(of: database, limit: $0)] } ?? []
    let replicas = (0..<database.readReplicas).map { replica($0 + 1, of: database) }
    return [subnetGroup] + group + [primary(database)] + replicas
  }

  private var subnetGroup: Resource {
    Resource(
      "database_subnets", "AWS::RDS::DBSubnetGroup",
      ["DBSubnetGroupDescription": "Subnets of the database", "SubnetIds": .parameter(.subnets)],
      terraform: "aws_db_subnet_group",
      ["name": .text("\(shortName)-database"), "subnet_ids": .parameter(.subnets)])
  }

  private func parameterGroup(of database: Database, limit: Int) -> Resource {
    let family = database.family
    return Resource(
      "database_parameters", "AWS::RDS::DBParameterGroup",
      [
        "Description": "Connections that the database allows", "Family": family.cloudFormation,
        "Parameters": ["max_connections": .text(String(limit))],
      ],
      terraform: "aws_db_parameter_group",
      [
        "name": .text("\(shortName)-database"), "family": family.terraform,
        "parameter": .block([
          "name": "max_connections", "value": .text(String(limit)), "apply_method": "pending-reboot",
        ]),
      ])
  }

  private func primary(_ database: Database) -> Resource {
    let size = storage(of: database)
    let parameters: Setting? = database.connectionLimit == nil ? nil : .reference(.databaseParameters)
    let isInsightful = database.insights == .advanced
    let mode: Setting? = states("database.insights") ? .text(database.insights.rawValue) : nil
    return Resource(
      "database", "AWS::RDS::DBInstance",
      [
        "Engine": .text(database.awsEngine), "EngineVersion": database.version,
        "DBInstanceClass": .text(database.instanceClass), "MultiAZ": .flag(database.multiAZ),
        "AllocatedStorage": .text(String(database.storageGB)), "StorageType": size.type,
        "Iops": size.iops, "StorageThroughput": size.throughput, "StorageEncrypted": true,
        "MasterUsername": "app", "ManageMasterUserPassword": true, "Port": .text(String(databasePort)),
        "DBSubnetGroupName": .reference(.databaseSubnets), "DBParameterGroupName": parameters,
        "VPCSecurityGroups": [.reference(.securityGroup(.database))], "BackupRetentionPeriod": 7,
        "DatabaseInsightsMode": mode, "EnablePerformanceInsights": isInsightful ? true : nil,
        "PerformanceInsightsRetentionPeriod": isInsightful ? 465 : nil, "CopyTagsToSnapshot": true,
        "PubliclyAccessible": false,
      ], whenRemoved: .snapshot,
      terraform: "aws_db_instance",
      [
        "identifier": .text(shortName), "engine": .text(database.awsEngine),
        "engine_version": database.version, "instance_class": .text(database.instanceClass),
        "multi_az": .flag(database.multiAZ), "allocated_storage": .integer(database.storageGB),
        "storage_type": size.type, "iops": size.iops, "storage_throughput": size.throughput,
        "storage_encrypted": true, "username": "app", "manage_master_user_password": true,
        "port": .integer(databasePort), "db_subnet_group_name": .reference(.databaseSubnets),
        "parameter_group_name": parameters,
        "vpc_security_group_ids": [.reference(.securityGroup(.database))], "backup_retention_period": 7,
        "database_insights_mode": mode, "performance_insights_enabled": isInsightful ? true : nil,
        "performance_insights_retention_period": isInsightful ? 465 : nil, "copy_tags_to_snapshot": true,
        "publicly_accessible": false, "final_snapshot_identifier": .text("\(shortName)-final"),
      ])
  }

  private func replica(_ number: Int, of database: Database) -> Resource {
    let size = storage(of: database)
    let parameters: Setting? = database.connectionLimit == nil ? nil : .reference(.databaseParameters)
    return Resource(
      "database_replica_\(number)", "AWS::RDS::DBInstance",
      [
        "SourceDBInstanceIdentifier": .reference(.database),
        "DBInstanceClass": .text(database.instanceClass), "StorageType": size.type, "Iops": size.iops,
        "StorageThroughput": size.throughput, "DBParameterGroupName": parameters,
        "VPCSecurityGroups": [.reference(.securityGroup(.database))], "PubliclyAccessible": false,
      ], whenRemoved: .delete,
      terraform: "aws_db_instance",
      [
        "identifier": .text("\(shortName)-replica-\(number)"), "replicate_source_db": .reference(.database),
        "instance_class": .text(database.instanceClass), "storage_type": size.type, "iops": size.iops,
        "storage_throughput": size.throughput, "storage_encrypted": true,
        "parameter_group_name": parameters,
        "vpc_security_group_ids": [.reference(.securityGroup(.database))], "publicly_accessible": false,
        "skip_final_snapshot": true,
      ])
  }

  private func storage(of database: Database) -> (type: Setting, iops: Setting?, throughput: Setting?) {
    (
      .text(database.storage.rawValue), database.iops.map { .integer($0) },
      database.mbPerSecond.map { .integer($0) }
    )
  }

  /// The engine's own port, or the one that the profile opens where that is another.
  private var databasePort: Int {
    profile.securityGroups.database.port(usually: profile.usualDatabasePort)
  }
}

extension Database {
  /// The engine as AWS calls it.
  fileprivate var awsEngine: String { engine == "postgresql" ? "postgres" : engine }

  /// What the profile says, else a version of PostgreSQL that AWS makes new databases of, else what a person gives:
  /// docs.aws.amazon.com, Release calendars for Amazon RDS for PostgreSQL, 2026-11-26.
  fileprivate var version: Setting { statedVersion.map { .text($0) } ?? .parameter(.engineVersion) }

  private var statedVersion: String? { engineVersion ?? (isPostgreSQL ? "17.9" : nil) }

  /// What a parameter group is for: `postgres17`, `mysql8.4`.
  fileprivate var family: (cloudFormation: Setting, terraform: Setting) {
    guard let version = statedVersion else {
      let parts: [Setting] = [0, 1].map { part in
        ["Fn::Select": [.integer(part), ["Fn::Split": [".", .parameter(.engineVersion)]]]]
      }
      let variable = "join(\".\", slice(split(\".\", var.\(Parameter.engineVersion.name)), 0, 2))"
      return (
        .joined([.text(awsEngine), .joined(parts, separator: ".")], separator: ""),
        .expression("\"\(HCLText.escaped(awsEngine))${\(variable)}\"")
      )
    }
    let parts = version.split(separator: ".")
    let isMajorAlone = isPostgreSQL && parts.first.flatMap { Int($0) }.map { $0 >= 10 } ?? true
    let family = Setting.text(awsEngine + parts.prefix(isMajorAlone ? 1 : 2).joined(separator: "."))
    return (family, family)
  }
}
