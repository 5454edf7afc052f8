import Planning

extension State {
  /// Puts the changes made here onto what somebody else saved meanwhile, and asks about every key that both changed.
  mutating func merge(onto document: Document) {
    let mine = ProfileDifference(from: saved.profile, to: profile)
    let before = profile
    adopt(document, showing: before)
    let clashes = mine.clashes(with: document.profile).map { change in
      KeyClash(
        path: change.path, base: change.old, mine: change.new, theirs: change.field.value(document.profile))
    }
    let edit = mine.applied(onto: document.profile).edit
    if edit.profile != before { replace(with: edit.profile, summary: "merged with what somebody else saved") }
    notice = Notice(text: edit.consequence ?? "merged onto what somebody else saved; s saves it")
    if !clashes.isEmpty { overlays.append(Asked(.clash(KeyClashes(clashes)))) }
  }

  /// Takes the value of somebody else for some keys, and asks about those that are left.
  mutating func settle(_ clashes: KeyClashes, takingTheirs: Bool, everywhere: Bool) {
    let settled = everywhere ? clashes.open : [clashes.first]
    if takingTheirs {
      let theirs = ProfileDifference(settled.map { KeyChange($0.path, from: $0.mine, to: $0.theirs) })
      let edit = theirs.applied(onto: profile).edit
      if edit.profile != profile {
        replace(with: edit.profile, summary: settled.count == 1 ? "theirs: \(settled[0].path)" : "theirs")
      }
      edit.consequence.map { notice = Notice(text: $0) }
    }
    if let rest = clashes.rest, !everywhere { overlays.append(Asked(.clash(rest))) }
  }
}

/// A key that two people gave different values.
struct KeyClash: Equatable, Sendable {
  let path: String

  /// Nil where nobody says the value.
  let base: FieldValue?
  let mine: FieldValue?
  let theirs: FieldValue?
}

/// The keys that a merge has to ask about, one after the other.
struct KeyClashes: Equatable, Sendable {
  let count: Int

  /// Those that are not settled, never none.
  let open: [KeyClash]

  init(_ clashes: [KeyClash]) { self.init(clashes, of: clashes.count) }

  private init(_ open: [KeyClash], of count: Int) {
    self.count = count
    self.open = open
  }

  var first: KeyClash { open[0] }
  var place: Int { count - open.count + 1 }
  var rest: KeyClashes? { open.count > 1 ? KeyClashes(Array(open.dropFirst()), of: count) : nil }
}
