package import Planning
internal import Typography

/// Whether auto scaling keeps up with a scenario: the course of it, the results, and what happened in words.
package struct SimulationReport: Report {
  let source: ReportSource
  let simulation: Simulation

  package init(_ source: ReportSource, _ simulation: Simulation) {
    self.source = source
    self.simulation = simulation
  }

  package var title: String { "Simulation: \(source.plan.profile.name)" }
}
