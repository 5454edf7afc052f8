import ArgumentParser
import Files
import Planning

/// Answers that are given as options, in the words of the questions.
struct DraftAnswers: ParsableArguments {
  @Option(help: ArgumentHelp("What people call this fleet.", valueName: "name"))
  var name: String?

  @Option(help: ArgumentHelp("AWS Region.", valueName: "region"))
  var region: String?

  @OptionGroup var demand: DemandAnswers

  @Option(help: ArgumentHelp("EC2 instance type.", valueName: "type"))
  var instanceType: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("Smallest size of the group.", valueName: "count"))
  var min: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("Size that the group starts at.", valueName: "count"))
  var desired: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("Largest size of the group.", valueName: "count"))
  var max: String?

  @Option(help: ArgumentHelp("Gunicorn worker class, or none for another server.", valueName: "class"))
  var workerClass: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Gunicorn workers on each instance.", valueName: "count"))
  var workers: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("Threads in each worker.", valueName: "count"))
  var threads: String?

  @Option(help: ArgumentHelp("Database engine, or none.", valueName: "engine"))
  var databaseEngine: String?

  @Option(help: ArgumentHelp("RDS instance class.", valueName: "class"))
  var databaseClass: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Read replicas of the database.", valueName: "count"))
  var readReplicas: String?

  @Option(help: ArgumentHelp("PgBouncer pool mode, or none.", valueName: "mode"))
  var poolMode: String?

  @Option(help: ArgumentHelp("Cache engine, or none.", valueName: "engine"))
  var cacheEngine: String?

  @Option(help: ArgumentHelp("ElastiCache node type.", valueName: "type"))
  var cacheNodeType: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("Shards of the cache.", valueName: "count"))
  var shards: String?

  private var byPath: [String: (option: String, answer: String?)] {
    let own: [String: (option: String, answer: String?)] = [
      "name": ("name", name), "region": ("region", region),
      "compute.instance_type": ("instance-type", instanceType),
      "compute.instances.min": ("min", min), "compute.instances.desired": ("desired", desired),
      "compute.instances.max": ("max", max),
      "compute.gunicorn.worker_class": ("worker-class", workerClass),
      "compute.gunicorn.workers": ("workers", workers), "compute.gunicorn.threads": ("threads", threads),
      "database.engine": ("database-engine", databaseEngine),
      "database.instance_class": ("database-class", databaseClass),
      "database.read_replicas": ("read-replicas", readReplicas),
      "database.pgbouncer.pool_mode": ("pool-mode", poolMode),
      "cache.engine": ("cache-engine", cacheEngine), "cache.node_type": ("cache-node-type", cacheNodeType),
      "cache.shards": ("shards", shards),
    ]
    return own.merging(demand.byPath) { own, _ in own }
  }

  func give(to draft: inout ProfileDraft) throws {
    for question in DraftQuestion.all {
      guard let (option, answer) = byPath[question.field.path], let answer else { continue }
      do throws(AnswerProblem) {
        try draft.answer(question, answer)
      } catch {
        throw Failure.usage("headroom: --\(option): \(error)")
      }
    }
  }
}
