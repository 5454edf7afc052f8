package import Planning
internal import Typography

/// One thing that a profile must say, or a part that it may have, as a person is asked for it.
package struct DraftQuestion: Sendable {
  /// The key that the answer is the value of.
  package let field: Field

  /// How to find the answer, as a sentence; empty where the title says it all.
  package let advice: String

  /// Whether `none` is an answer: it leaves out the key, and with the first key of a part the whole part.
  package let mayBeNone: Bool

  /// The section that the answer opens or, as `none`, closes; nil where it does neither.
  let part: String?

  /// What leaves out a part.
  package static let none = "none"

  /// Every required key and every part that walls stand on, each after those that its offer follows from.
  package static let all = [
    DraftQuestion("name"),
    DraftQuestion(
      "region", "As AWS writes it, such as eu-west-1; `headroom regions` lists those whose prices are known."),
    DraftQuestion("demand.concurrent_users", "The peak to survive, not the mean of a day."),
    DraftQuestion(
      "demand.requests_per_user_per_minute",
      "Measured: the requests of the busiest minute, divided by the users at that minute."),
    DraftQuestion("compute.instance_type"),
    DraftQuestion(
      "compute.requests_per_instance_per_minute",
      "Measured: load one instance until it reaches the CPU target. The guide has 1,000 on 8 vCPUs."),
    DraftQuestion("compute.instances.min", "What runs in the quietest hour."),
    DraftQuestion("compute.instances.desired", "What carries the users before auto scaling helps."),
    DraftQuestion("compute.instances.max", "As far as the vCPU quota and the budget allow."),
    DraftQuestion(
      opening: "compute.gunicorn", with: "compute.gunicorn.worker_class",
      "sync, gthread, gevent, eventlet or tornado; none for a server that is not gunicorn."),
    DraftQuestion("compute.gunicorn.workers"),
    DraftQuestion("compute.gunicorn.threads"),
    DraftQuestion(
      opening: "cache", with: "cache.engine", "redis, valkey or memcached; none for a fleet without a cache."),
    DraftQuestion("cache.node_type"),
    DraftQuestion("cache.shards", "Each holds its share of the keys and answers for it."),
    DraftQuestion(
      opening: "database", with: "database.engine",
      "postgresql, mysql, mariadb, aurora-postgresql or aurora-mysql; none for a fleet without a database."),
    DraftQuestion("database.instance_class"),
    DraftQuestion(
      "database.read_replicas", "Each answers a share of the reads, and costs what the first node costs."),
    DraftQuestion(
      "database.connection_limit", mayBeNone: true,
      "As `SHOW max_connections` says; none for what the class allows by itself."),
    DraftQuestion(
      opening: "database.pgbouncer", with: "database.pgbouncer.pool_mode",
      "session, transaction or statement; none where the instances connect to PostgreSQL directly."),
  ]

  private init(_ path: String, mayBeNone: Bool = false, _ advice: String = "") {
    field = Catalog[path]
    self.advice = advice
    self.mayBeNone = mayBeNone
    part = nil
  }

  private init(opening part: String, with path: String, _ advice: String) {
    field = Catalog[path]
    self.advice = advice
    mayBeNone = true
    self.part = part
  }

  /// The value that an answer stands for.
  package func value(of answer: String) throws(AnswerProblem) -> FieldValue { try field.read(answer) }

  /// What an answer that is allowed brings with it: a type or a Region without a price.
  package func remark(on value: FieldValue) -> String? {
    let known = KnownWords.examples(of: field)
    guard case .text(let word) = value, !known.isEmpty, !known.contains(word) else { return nil }
    let guess = Nearest.word(to: word, among: known).map { ", which knows \($0)" } ?? ""
    return
      "\(word.excerpt) is not in the price book\(guess); what it costs is unknown until a price file says"
  }
}

extension Field {
  /// Reads a value as a person types it, without quotes.
  package func read(_ answer: String) throws(AnswerProblem) -> FieldValue {
    let style: YAMLNode.ScalarStyle =
      switch kind {
      case .text, .version, .openChoice: .doubleQuoted
      default: .plain
      }
    do throws(Refusal) {
      return try ScalarReader(kind: kind, style: style).read(answer)
    } catch {
      throw AnswerProblem(path, error.mistake)
    }
  }
}

/// Why an answer is refused, in words.
package struct AnswerProblem: Error, Hashable, CustomStringConvertible {
  package let description: String

  init(_ path: String, _ mistake: Mistake.What) {
    let nowhere = Provenance.Place(file: "", line: 1, column: 1)
    description = Mistake(place: nowhere, key: path, what: mistake).text
  }

  /// An answer about a part that an earlier answer left out.
  init(_ path: String, without part: String) { description = "\(path) is asked for, and there is no \(part)" }
}
