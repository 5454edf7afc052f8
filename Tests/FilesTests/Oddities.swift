import Testing

/// The same small profile in ways that people and their editors really write it.
enum Oddities {
  struct File: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    var bytes: [UInt8] { Array(text.utf8) }
  }

  static let all = [
    File(testDescription: "plain", text: Sample.text),
    File(testDescription: "no line end at the end", text: String(Sample.text.dropLast())),
    File(testDescription: "CRLF", text: Sample.text.replacing("\n", with: "\r\n")),
    File(testDescription: "byte order mark", text: "\u{FEFF}" + Sample.text),
    File(testDescription: "all in braces", text: braces),
    File(testDescription: "JSON", text: json),
    File(testDescription: "four columns, quotes and comments", text: commented),
    File(
      testDescription: "CRLF, byte order mark and comments",
      text: "\u{FEFF}" + commented.replacing("\n", with: "\r\n")),
    File(testDescription: "every section there and empty", text: emptySections),
    File(testDescription: "markers and lines between everything", text: airy),
  ]

  private static let braces = """
    {format: headroom/1, name: Small, region: us-east-1,
     demand: {concurrent_users: 1000, requests_per_user_per_minute: 0.25}, # asked
     compute: {instance_type: c6i.large, instances: {min: 1, desired: 2, max: 4},
       requests_per_instance_per_minute: 1000},
     database: {instance_class: db.r6g.large, connection_limit: 100},
     cache: {node_type: cache.r6g.large}}

    """

  private static let json = """
    {"format":"headroom/1","name":"Small","region":"us-east-1",
     "demand":{"concurrent_users":1000,"requests_per_user_per_minute":0.25},
     "compute":{"instance_type":"c6i.large","instances":{"min":1,"desired":2,"max":4},
     "requests_per_instance_per_minute":1000},
     "database":{"instance_class":"db.r6g.large","connection_limit":100},"cache":{"node_type":"cache.r6g.large"}}
    """

  private static let commented = """
    # The fleet of the tests: it's {small}.
    format: 'headroom/1'   # the first version
    name:    "Small"
    region:
        us-east-1
    demand:            # what people ask
        # the target
        concurrent_users: 1000     # "measured", not guessed: 2026-11
        requests_per_user_per_minute:\t0.25 # R
        # response_kb: 5..10..20
    compute :
        'instance_type': c6i.large#1
        instances:
            min: 1   # never less
            desired: 2
            max: 4

        requests_per_instance_per_minute: 1000
    # stores
    database:
        instance_class: >-
            db.r6g.large
        connection_limit: 100
    cache: {   # one shard
        node_type: cache.r6g.large, # small

        hit_percent: 80
    }
    accepted:
        HR001: it's known
        # and this too
        HR002: "known: \\"too\\""
    security_groups:
        cache: {ports: [ 6379,6380 ], from: [compute, ]}
    monitoring:
        alarms:
        - metric: cpu_percent
          above: 80   # as the guide says
        # the second one
        -   {metric: error_percent, above: 5}
    # end of file
    """

  private static let emptySections =
    Sample.text + """
      scaling:
      load_balancer: {}
      cdn: # off
      voice:
      waf:
        # nothing yet
      security_groups:
      monitoring: {}
      quotes:
      gates: {   }
      quotas: {}
      accepted: {}

      """

  private static let airy = "---\n\n" + Sample.text.replacing("\n", with: "\n\n") + "\n...\n"
}
