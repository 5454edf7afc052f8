import Canvas

extension State {
  /// Says where a key works that means nothing here.
  mutating func tellPlace(of key: Key) {
    let places = Screen.allCases.filter { other in
      other != screen && other.bindings.contains { $0.message(for: key) != nil }
    }
    guard let first = places.first, let binding = first.bindings.first(where: { $0.message(for: key) != nil })
    else { return }
    let names = places.map(\.title).joined(separator: " and ")
    notice = Notice(text: "\(binding.label): \(binding.help), on \(names)", kind: .caution)
  }

  /// Shows the next theme, or one by its name, and asks for it to be kept.
  mutating func changeTheme(to name: Theme.Name? = nil) -> [Effect] {
    let theme = look.theme.named(name ?? look.theme.name.next)
    look.theme = theme
    notice = Notice(text: "theme \(theme.name.rawValue), also at the next start")
    return [.remember(theme.name)]
  }
}
