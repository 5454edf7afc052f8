/// The programs that Headroom is measured beside.
struct Peers {
  let folder: String

  private var python: String { "\(folder)/venv/bin/python" }

  func numpyDraws(_ draws: Int) throws -> Child {
    try Child([python, "\(folder)/uncertainty.py", String(draws)])
  }

  func simPyMinutes(_ minutes: Int) throws -> Child {
    try Child([python, "\(folder)/simulation_simpy.py", String(minutes)])
  }

  /// The C program as the optimizer makes it at one of its levels.
  func cMinutes(_ minutes: Int, level: String) throws -> Child {
    try Child(["\(folder)/simulation\(level)", String(minutes), "50"])
  }

  struct ServiceCapacity {
    let secondsPerPlanOfOneShape: Double
    let secondsPerPlan: Double
    let shapes: Int
    let plans: Int
  }

  /// Netflix service-capacity-modeling: one certain plan, and a plan over ranges, which plans many times.
  func serviceCapacity() throws -> ServiceCapacity {
    let numbers = try Child([python, "\(folder)/service_capacity.py"]).numbers
    guard numbers.count == 4 else { throw ChildError(command: "service_capacity.py") }
    return ServiceCapacity(
      secondsPerPlanOfOneShape: numbers[0] / numbers[1], secondsPerPlan: numbers[2] / numbers[3],
      shapes: Int(numbers[1]), plans: Int(numbers[3]))
  }
}
