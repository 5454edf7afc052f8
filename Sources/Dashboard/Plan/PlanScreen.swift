import Canvas
import Planning

extension Screen {
  static let plan = Screen(
    title: "Plan", bindings: [KeyMap.lift],
    derive: { derived, state in
      derived.compareEdits(of: state)
      if PlanScreen.showsRemarks(of: state) {
        derived.tellBill(of: state.plan)
      } else if state.size.height >= State.airyHeight {
        derived.tellWhatCostRestsOn(state)
      }
      if PlanScreen.showsDay(in: state.size) { derived.play(.minutes, of: state) }
    },
    paint: { PlanScreen(state: $0).paint(on: &$1, in: $2) })
}

/// Everything essential at once: what one asks for, whether it holds, what it costs, what to request.
struct PlanScreen {
  let state: State
  private let cost: CostPanel

  init(state: State) {
    self.state = state
    cost = CostPanel(state: state)
  }

  /// Rows that a screen of two columns keeps for what the sliders change.
  private static let rowsBelowSliders = 20

  /// Whether there may be room for the simulated day on a terminal of a size.
  static func showsDay(in size: Size) -> Bool { size.width >= 160 && size.height >= 35 }

  /// Whether what is said beside the total has a row: that of an event, or one where rows are left over.
  static func showsRemarks(of state: State) -> Bool {
    state.plan.profile.event != nil || showsDay(in: state.size)
  }

  func paint(on frame: inout Frame, in area: Rect) {
    if area.width >= 160, area.height >= 35 {
      paintThreeColumns(on: &frame, in: area)
    } else if area.width >= 110, area.height >= State.airyHeight - 1 {
      paintTwoColumns(on: &frame, in: area)
    } else if area.width >= 76 {
      paintCompact(on: &frame, in: area)
    } else {
      paintNarrow(on: &frame, in: area)
    }
  }

  private var verdict: VerdictPanel { VerdictPanel(state: state) }
  private var fleet: FleetPanel { FleetPanel(state: state) }
  private var capacity: CapacityPanel { CapacityPanel(state: state) }
  private var change: ChangePanel { ChangePanel(state: state) }
  private var requests: RequestsPanel { RequestsPanel(state: state) }
  private var findings: FindingsPanel { FindingsPanel(state: state) }
  private var about: AboutPanel { AboutPanel(state: state) }
  private var ladder: LadderPanel { LadderPanel(state: state) }

  /// 80 columns: the verdict, sliders beside what is carried and the lowest walls, then cost and requests across.
  private func paintCompact(on frame: inout Frame, in area: Rect) {
    var area = area
    verdict.paint(on: &frame, in: area.takeTop(1))
    let last = area.takeBottom(1)
    let areas = Stack.areas(
      of: [
        Stack.Part(least: 6, good: 8, ideal: 2 + state.screenControls.count, rank: 0),
        Stack.Part(least: 3, good: 9, ideal: cost.height, rank: 1),
        Stack.Part(
          least: min(2, requests.height), good: min(3, requests.height), ideal: requests.height, rank: 2),
        Stack.Part(least: 0, good: 3, ideal: findings.height, rank: 3),
      ], in: area)
    var top = areas[0]
    fleet.paint(on: &frame, in: top.takeLeft(area.width * 47 / 100))
    _ = top.takeLeft(2)
    paintWalls(on: &frame, in: top)
    cost.paint(on: &frame, in: areas[1])
    requests.paint(on: &frame, in: areas[2])
    findings.paint(on: &frame, in: areas[3])
    // What a step did is worth more than what is wrong anyway.
    if state.differsFromBaseline {
      change.paint(on: &frame, in: last, isTitled: false)
    } else if areas[3].height < 2 {
      findings.paint(on: &frame, in: last)
    }
  }

  /// What is carried at each size above every wall, as far as they fit.
  private func paintWalls(on frame: inout Frame, in area: Rect) {
    var area = area
    let isTall = area.height >= CapacityPanel.tallHeight + 4
    capacity.paint(on: &frame, in: area.takeTop(isTall ? CapacityPanel.tallHeight : CapacityPanel.height))
    if isTall, area.height > 5 { _ = area.takeTop(1) }
    ladder.paint(on: &frame, in: area)
  }

  /// 40 columns: one panel below the other, as many as fit.
  private func paintNarrow(on frame: inout Frame, in area: Rect) {
    var area = area
    verdict.paint(on: &frame, in: area.takeTop(1))
    let areas = Stack.areas(
      of: [
        Stack.Part(least: 4, good: 5, ideal: 1 + state.screenControls.count, rank: 0),
        Stack.Part(least: 4, good: 4, ideal: 5, rank: 1),
        Stack.Part(least: 1, good: 2, ideal: 3, rank: 2),
        Stack.Part(least: 3, good: 9, ideal: cost.height, rank: 3),
        Stack.Part(
          least: min(2, requests.height), good: min(3, requests.height), ideal: requests.height, rank: 4),
      ], in: area)
    fleet.paint(on: &frame, in: areas[0])
    capacity.paint(on: &frame, in: areas[1])
    change.paint(on: &frame, in: areas[2], isTitled: false)
    cost.paint(on: &frame, in: areas[3])
    requests.paint(on: &frame, in: areas[4])
  }

  private func paintTwoColumns(on frame: inout Frame, in area: Rect) {
    var area = area
    verdict.paint(on: &frame, in: area.takeTop(1))
    _ = area.takeTop(1)
    let fleetHeight = 1 + min(state.screenControls.count, max(11, area.height - Self.rowsBelowSliders))
    let areas = Stack.areas(
      of: [
        Stack.Part(least: fleetHeight + 4, good: fleetHeight + 5, ideal: fleetHeight + 7, rank: 0),
        Stack.Part(least: 3, good: 10, ideal: cost.height, rank: 1),
        Stack.Part(least: 3, good: 5, ideal: max(requests.height, findings.height), rank: 2),
      ], in: area, isAiry: true)
    var top = areas[0]
    var left = top.takeLeft(area.width * 47 / 100)
    _ = top.takeLeft(4)
    fleet.paint(on: &frame, in: left.takeTop(fleetHeight))
    _ = left.takeTop(1)
    change.paint(on: &frame, in: left, isTitled: true)
    paintWalls(on: &frame, in: top)
    cost.paint(on: &frame, in: areas[1])
    var bottom = areas[2]
    requests.paint(on: &frame, in: bottom.takeLeft(area.width * 47 / 100))
    _ = bottom.takeLeft(4)
    findings.paint(on: &frame, in: bottom)
  }

  private func paintThreeColumns(on frame: inout Frame, in area: Rect) {
    var area = area
    verdict.paint(on: &frame, in: area.takeTop(1))
    _ = area.takeTop(1)
    var left = area.takeLeft(62)
    _ = area.takeLeft(4)
    fleet.paint(on: &frame, in: left.takeTop(1 + state.screenControls.count))
    _ = left.takeTop(1)
    change.paint(on: &frame, in: left.takeTop(state.differsFromBaseline ? 7 : 2), isTitled: true)
    _ = left.takeTop(1)
    about.paint(on: &frame, in: left)
    let walls = 1 + state.plan.walls.count
    let areas = Stack.areas(
      of: [
        Stack.Part(least: 8, good: 8, ideal: max(walls + 1, 10), rank: 0),
        Stack.Part(least: 3, good: 10, ideal: cost.height, rank: 1),
        Stack.Part(least: 3, good: 3, ideal: max(requests.height, findings.height), rank: 2),
      ], in: area, isAiry: true)
    var top = areas[0]
    var carried = top.takeLeft(area.width * 42 / 100)
    _ = top.takeLeft(4)
    capacity.paint(on: &frame, in: carried.takeTop(CapacityPanel.tallHeight))
    _ = carried.takeTop(1)
    requests.paint(on: &frame, in: carried)
    ladder.paint(on: &frame, in: top)
    cost.paint(on: &frame, in: areas[1])
    var bottom = areas[2]
    let day = bottom.takeLeft(area.width * 47 / 100)
    _ = bottom.takeLeft(4)
    findings.paint(on: &frame, in: bottom)
    paintDay(on: &frame, in: day)
  }

  private func paintDay(on frame: inout Frame, in area: Rect) {
    guard area.height >= 9 else { return }
    DayChart(state: state)?.paint(on: &frame, in: area)
  }
}
