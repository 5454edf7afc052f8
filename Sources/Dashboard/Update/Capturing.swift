import Planning
import Typography

extension State {
  /// Asks for the folder of a fresh capture; nothing runs before it is given.
  mutating func askWhereToCapture() {
    overlays.append(Prompt(purpose: .capture, text: captureFolder))
  }

  /// What is told while a folder is asked for: exactly what Enter then runs.
  var wordsOfCapture: String {
    "Enter runs \(readsOfCapture), for \(plan.profile.region.printable); it changes nothing, and Esc runs nothing."
  }

  /// A folder beside the profile, of its name: `fleets/web.yaml` has `fleets/web-now`.
  private var captureFolder: String {
    guard let path else { return "now" }
    let endings = [".yaml", ".yml"]
    let stem = endings.first { path.hasSuffix($0) }.map { String(path.dropLast($0.count)) } ?? path
    return stem + "-now"
  }
}
