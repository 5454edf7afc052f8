import Canvas
import Planning
import Typography

/// One thing that the palette runs or goes to.
struct Command: Equatable, Sendable {
  /// Where it belongs, or what it is: `Quotas`, `slider`, `wall`.
  var kind: String
  var title: String

  /// What is to be seen of it now.
  var remark = ""

  /// The keys that do the same.
  var keys = ""

  /// Other words by which it is found.
  var synonyms = ""
  var action: Action

  /// How far before others that fit as well.
  var weight = 0

  enum Action: Equatable, Sendable {
    case send(Message)
    case open(Screen)
    case focus(Control.ID)
    case wall(Wall.ID)
    case cost(CostLine.ID)
    case quota(QuotaFact.ID)
    case rule(String)
    case take(Control.ID, text: String)
    case choose(Control.ID, word: String)
    case theme(Theme.Name)
  }

  /// How well the words fit, the more the better; nil where one of them is not in it.
  func fit(_ words: [Substring]) -> Int? {
    let names = self.title.lowercased().split { !$0.isLetter && !$0.isNumber }
    let (title, others) = (title.lowercased(), "\(kind) \(keys) \(synonyms) \(remark)".lowercased())
    var sum = weight
    for word in words {
      if title.hasPrefix(word) {
        sum += 100
      } else if names.contains(where: { $0.hasPrefix(word) }) {
        sum += 80
      } else if title.contains(word) {
        sum += 60
      } else if others.contains(word) {
        sum += 40
      } else if word.isSubsequence(of: title) {
        sum += 10
      } else {
        return nil
      }
    }
    return sum
  }
}

extension Substring {
  /// Whether its characters come in the text in their order.
  fileprivate func isSubsequence(of text: String) -> Bool {
    var rest = self[...]
    for character in text where character == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }
}

extension State {
  /// Runs a command or goes to what it names.
  mutating func run(_ action: Command.Action) -> [Effect] {
    switch action {
    case .send(let message): return answer(message)
    case .open(let screen): open(screen)
    case .focus(let id):
      let inSight = screen.list == nil ? screenControls : screen.ownControls(self)
      if !inSight.contains(where: { $0.id == id }) {
        open(Screen.day.ownControls(self).contains { $0.id == id } ? .day : .plan)
      }
      focus(id)
    case .wall(let id): go(to: .walls) { $0.wallRows.firstIndex { $0.id == id } }
    case .cost(let id): go(to: .cost) { $0.costRows.firstIndex { $0.line == id } }
    case .quota(let id): go(to: .quotas) { $0.quotaRows.firstIndex { $0.fact.id == id } }
    case .rule(let id):
      guard review.findings.contains(where: { $0.id == id }) else {
        overlays.append(ShownRule(id: id))
        return []
      }
      go(to: .findings) { $0.findingRows.firstIndex { $0.finding.id == id } }
    case .take(let id, let text):
      guard let control = screenControls.first(where: { $0.id == id }),
        case .text(let take) = control.entering
      else { return [] }
      focus(id)
      if let error = take(&self, text) { notice = Notice(text: "\(control.name): \(error)", kind: .caution) }
    case .choose(let id, let word):
      focus(id)
      screenControls.first { $0.id == id }?.turn(&self, .word(word))
    case .theme(let name): return changeTheme(to: name)
    }
    return []
  }

  /// Opens a screen at one of its rows.
  mutating func go(to screen: Screen, _ row: (State) -> Int?) {
    open(screen)
    if let row = row(self) { selectedRows[screen] = row }
  }
}
