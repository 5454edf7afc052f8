import Canvas
import Planning
import Typography

extension Screen {
  static let day = Screen(
    title: "Day",
    bindings: [KeyMap.zoom, KeyMap.loseZone, KeyMap.hold, KeyMap.nextRemedy, KeyMap.nextMoment],
    ownControls: { $0.day.controls(of: $0.profile) }, firstFocus: .minute, showsDraws: true,
    derive: {
      $0.play(DayScreen.detail(in: $1.size), of: $1)
      $0.readLatency(of: $1)
    },
    paint: { DayScreen(state: $0).paint(on: &$1, in: $2) })
}

/// A day, a launch or the loss of a zone, minute by minute, and how sure the cost is.
struct DayScreen {
  let state: State

  /// How much of the day there may be room for on a terminal of a size.
  static func detail(in size: Size) -> PlayedDay.Detail {
    size.width < 76 ? .minutes : size.height < State.airyHeight ? .totals : .story
  }

  func paint(on frame: inout Frame, in area: Rect) {
    var area = area
    if area.width >= 160, area.height >= 35 {
      var left = area.takeLeft(62)
      _ = area.takeLeft(4)
      controls.paint(on: &frame, in: left.takeTop(1 + controls.rowCount))
      _ = left.takeTop(1)
      totals?.paint(on: &frame, in: left.takeTop(DayTotalsPanel.height))
      about.paint(on: &frame, in: left)
      chart?.paint(on: &frame, in: area.takeTop(area.height * 55 / 100))
      _ = area.takeTop(1)
      paintRemedies(on: &frame, in: &area, isAiry: true)
      draws.paint(on: &frame, in: area)
      return
    }
    let isAiry = area.height >= State.airyHeight - 1
    chart?.paint(on: &frame, in: area.takeTop(max(5, isAiry ? area.height / 2 : area.height - 9)))
    if isAiry { _ = area.takeTop(1) }
    guard area.width >= 76 else { return controls.paint(on: &frame, in: area) }
    controls.paint(on: &frame, in: area.takeLeft(area.width * 47 / 100))
    _ = area.takeLeft(area.width >= 100 ? 4 : 2)
    totals?.paint(on: &frame, in: area.takeTop(isAiry ? DayTotalsPanel.height : 5))
    if isAiry { _ = area.takeTop(1) }
    paintRemedies(on: &frame, in: &area, isAiry: isAiry)
    draws.paint(on: &frame, in: area)
  }

  /// What would hold goes before how sure the cost is, which has to do with what is left.
  private func paintRemedies(on frame: inout Frame, in area: inout Rect, isAiry: Bool) {
    guard let remedies = RemediesPanel(state: state) else { return }
    let height = isAiry ? min(remedies.height(width: area.width), area.height) : area.height
    remedies.paint(on: &frame, in: area.takeTop(height))
    if isAiry { _ = area.takeTop(1) }
  }

  private var chart: DayChart? { DayChart(state: state) }
  private var controls: FleetPanel { FleetPanel(state: state) }
  private var totals: DayTotalsPanel? { state.derived.day.map(DayTotalsPanel.init) }
  private var about: AboutPanel { AboutPanel(state: state) }
  private var draws: DrawsPanel { DrawsPanel(state: state) }
}
