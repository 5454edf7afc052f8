import ArgumentParser
import Planning

/// What really came, to be shown beside what is simulated.
struct ActualOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Requests that really came, by CloudWatch, a log or a load test; repeatable. The busiest whole day is shown.",
      valueName: "file"),
    completion: .file())
  var actual: [String] = []

  /// Nil where no file is given.
  func requests() throws -> ActualRequests? {
    guard !actual.isEmpty else { return nil }
    guard let requests = ActualRequests(try EvidenceOptions.measurements(actual)) else {
      throw Failure.wrongInput(
        "headroom: --actual: no file says how many requests came when; expected RequestCount or a log")
    }
    return requests
  }
}
