package import Planning
internal import Typography

/// The stages of a load test as a script that k6 runs: `k6 run --out csv=points.csv FILE`.
///
/// It sends at the rate of the stages whatever the responses take, so that a slow server is not spared and its response
/// times are those of users. Of the profile only numbers enter the code.
package struct K6File {
  private let plan: Plan

  package init(_ plan: Plan) { self.plan = plan }

  package var text: String {
    let stages = Ramp(plan).stages.map {
      "  [\($0.climbMinutes), \($0.holdMinutes), \(requests(of: $0.users))],"
    }
    return """
      // A load test in stages: \(plan.profile.name.printable)
      //
      //   k6 run --out csv=points.csv -e HEADROOM_HOST=https://staging.example this-file.js
      //   headroom calibrate fleet.yaml points.csv cpu.json
      //
      // HEADROOM_SHARE              part of the load to send; 0.01 is for one instance of a hundred
      // HEADROOM_SECONDS_PER_MINUTE length of a minute; 1 rehearses the whole ramp
      // HEADROOM_PATH               path to ask for; better, let visit do what your users do

      import http from 'k6/http';

      const SHARE = Number(__ENV.HEADROOM_SHARE || 1);
      const SECONDS_PER_MINUTE = Number(__ENV.HEADROOM_SECONDS_PER_MINUTE || 60);
      const HOST = __ENV.HEADROOM_HOST || 'http://localhost:8000';
      const PATH = __ENV.HEADROOM_PATH || '/';

      // Minutes to climb, minutes to hold, requests a minute.
      const STAGES = [
      \(stages.joined(separator: "\n"))
      ];

      const rate = (requests) => Math.max(1, Math.round(requests * SHARE));
      const seconds = (minutes) => `${minutes * SECONDS_PER_MINUTE}s`;
      const busiest = Math.max(...STAGES.map(([, , requests]) => rate(requests)));

      export const options = {
        scenarios: {
          visit: {
            executor: 'ramping-arrival-rate',
            exec: 'visit',
            timeUnit: '1m',
            startRate: 1,
            // Workers for responses of \(Numbers.plain(slow)) s, which the profile calls slow, and twice as many at most.
            preAllocatedVUs: Math.ceil(busiest / 60 * \(Numbers.plain(slow))),
            maxVUs: Math.ceil(busiest / 60 * \(Numbers.plain(slow))) * 2,
            stages: STAGES.flatMap(([climb, hold, requests]) => [
              { duration: seconds(climb), target: rate(requests) },
              { duration: seconds(hold), target: rate(requests) },
            ]),
          },
        },
      };

      export function visit() {
        http.get(HOST + PATH);
      }

      """
  }

  private func requests(of users: Int) -> Int {
    Int(saturating: (Double(users) * plan.demand.requestsPerUser.likely).rounded())
  }

  /// Seconds of a slow response.
  private var slow: Double { plan.profile.demand.responseTimeMs.high / 1000 }
}
