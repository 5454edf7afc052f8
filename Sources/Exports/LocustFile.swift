package import Planning
internal import Typography

/// The stages of a load test as a file that Locust runs: `locust -f FILE --headless --host https://staging.example`.
///
/// One of Locust's users stands for a number of real ones and sends as often as all of them, since 250,000 mostly
/// idle users would be the hardest part of the test. Of the profile only numbers enter the code.
package struct LocustFile {
  private let plan: Plan

  package init(_ plan: Plan) { self.plan = plan }

  package var text: String {
    let stages = Ramp(plan).stages.map { "    (\($0.climbMinutes), \($0.holdMinutes), \($0.users))," }
    let requests = Numbers.plain(plan.demand.requestsPerUser.likely)
    return """
      # A load test in stages: \(plan.profile.name.printable)
      #
      #   locust -f this-file.py --headless --host https://staging.example
      #
      # HEADROOM_USERS_PER_LOCUST   real users that one of Locust's users stands for
      # HEADROOM_SECONDS_PER_MINUTE length of a minute; 1 rehearses the whole ramp
      # HEADROOM_PATH               path to ask for; better, give Visitor tasks that do what your users do

      import os

      from locust import HttpUser, LoadTestShape, constant_throughput, task

      REQUESTS_PER_USER_PER_MINUTE = \(requests)
      USERS_PER_LOCUST = float(os.environ.get("HEADROOM_USERS_PER_LOCUST", "\(usersPerLocust)"))
      SECONDS_PER_MINUTE = float(os.environ.get("HEADROOM_SECONDS_PER_MINUTE", "60"))
      PATH = os.environ.get("HEADROOM_PATH", "/")

      # Minutes to climb, minutes to hold, users.
      STAGES = [
      \(stages.joined(separator: "\n"))
      ]


      class Visitor(HttpUser):
          wait_time = constant_throughput(REQUESTS_PER_USER_PER_MINUTE * USERS_PER_LOCUST / 60)

          @task
          def visit(self):
              self.client.get(PATH)


      class Ramp(LoadTestShape):
          def tick(self):
              minute = self.get_run_time() / SECONDS_PER_MINUTE
              before = 0
              for climb, hold, users in STAGES:
                  if minute < climb + hold:
                      locusts = max(1, round(users / USERS_PER_LOCUST))
                      rise = abs(users - before) / USERS_PER_LOCUST
                      return locusts, max(0.1, rise / (climb * SECONDS_PER_MINUTE))
                  minute -= climb + hold
                  before = users
              return None

      """
  }

  /// So many that a thousand of Locust's users make the target, which one machine can run.
  private var usersPerLocust: Int { max(1, plan.demand.users / 1000) }
}
