extension Catalog {
  /// What a section holds, as a short noun phrase; empty for a path that is no section.
  package static func title(ofSection path: String) -> String { sectionTitles[path] ?? "" }

  private static let sectionTitles = [
    "demand": "What people ask of the fleet",
    "compute": "The auto scaling group and what runs on each instance",
    "compute.instances": "The sizes that auto scaling moves between, min <= desired <= max",
    "compute.purchase": "How the instances are bought; the rest is On-Demand",
    "compute.gunicorn": "The web server on each instance",
    "scaling": "When the group grows and shrinks",
    "scaling.scale_out": "When the group grows",
    "scaling.scale_in": "When the group shrinks",
    "scaling.emergency": "When the group grows by a quarter at once",
    "load_balancer": "The Application Load Balancer and its health check",
    "database": "The relational database with its replicas and connection pools",
    "database.pgbouncer": "The connection pooler between the instances and the database",
    "database.sqlalchemy": "The connection pool inside each worker process",
    "cache": "The in-memory cache",
    "cdn": "The edge network in front of the load balancer",
    "voice": "Speech sessions with a model that limits how many run at once",
    "waf": "The web application firewall and its rate rule",
    "security_groups": "Which traffic each tier lets in",
    "security_groups.load_balancer": "What the load balancer lets in",
    "security_groups.compute": "What the instances let in",
    "security_groups.database": "What the database lets in",
    "security_groups.cache": "What the cache lets in",
    "monitoring": "Metrics, logs and alarms",
    "quotes": "What somebody was quoted in dollars a month, and for which fleet",
    "quotes.compute": "Quote for EC2 instances",
    "quotes.database": "Quote for the database",
    "quotes.cache": "Quote for the cache",
    "quotes.load_balancer": "Quote for the load balancer",
    "quotes.transfer": "Quote for data transfer",
    "quotes.monitoring": "Quote for monitoring",
    "gates": "What `headroom check` holds this profile to",
  ]
}
