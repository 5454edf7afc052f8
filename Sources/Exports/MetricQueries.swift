package import Planning
internal import Typography

/// The metrics that `calibrate` and `backtest` read, as `aws cloudwatch get-metric-data --metric-data-queries` takes
/// them; names in capitals stand for the account's own.
package struct MetricQueries {
  private let profile: Profile

  package init(_ profile: Profile) { self.profile = profile }

  package var text: String { JSONValue.array(queries).text() }

  private static let period = 300

  private var queries: [JSONValue] {
    let balancer = ["LoadBalancer": "app/NAME/ID"]
    let group = ["AutoScalingGroupName": "GROUP"]
    var all = [
      query("requests", "AWS/ApplicationELB", .requestCount, balancer),
      query(
        "per_target", "AWS/ApplicationELB", .requestCountPerTarget, ["TargetGroup": "targetgroup/NAME/ID"]),
      query("errors", "AWS/ApplicationELB", .targetErrors, balancer),
      query("latency", "AWS/ApplicationELB", .targetResponseTime, balancer),
      query("new", "AWS/ApplicationELB", .newConnectionCount, balancer),
      query("active", "AWS/ApplicationELB", .activeConnectionCount, balancer),
      query("bytes", "AWS/ApplicationELB", .processedBytes, balancer),
      query("lcu", "AWS/ApplicationELB", .consumedLCUs, balancer),
      query("cpu", "AWS/EC2", .cpuUtilization, group),
      query("desired", "AWS/AutoScaling", .groupDesiredCapacity, group),
      query("serving", "AWS/AutoScaling", .groupInServiceInstances, group),
    ]
    if let database = profile.database {
      for node in 0...database.readReplicas {
        let name = ["DBInstanceIdentifier": node == 0 ? "PRIMARY" : "REPLICA-\(node)"]
        all.append(query("db\(node)", "AWS/RDS", .dbLoad, name))
        all.append(query("conns\(node)", "AWS/RDS", .databaseConnections, name))
      }
    }
    if let cache = profile.cache {
      for node in 1...max(1, cache.shards) {
        let name = ["CacheClusterId": "NODE-\(node)"]
        all.append(query("hits\(node)", "AWS/ElastiCache", .cacheHits, name))
        all.append(query("misses\(node)", "AWS/ElastiCache", .cacheMisses, name))
      }
    }
    return all
  }

  private func query(
    _ id: String, _ namespace: String, _ metric: Metric, _ dimensions: [String: String]
  ) -> JSONValue {
    [
      "Id": .string(id),
      "MetricStat": [
        "Metric": [
          "Namespace": .string(namespace), "MetricName": .string(metric.rawValue),
          "Dimensions": .array(
            dimensions.sorted { $0.key < $1.key }.map {
              ["Name": .string($0.key), "Value": .string($0.value)]
            }),
        ],
        "Period": .integer(Self.period), "Stat": .string(metric.statistic.rawValue),
      ],
    ]
  }
}
