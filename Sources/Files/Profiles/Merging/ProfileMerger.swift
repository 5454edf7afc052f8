internal import Typography

/// Merges entry by entry, in the frame of the text that is ours.
struct ProfileMerger {
  private let markers: ConflictMarkers
  private(set) var conflicts: [MergeConflict] = []

  init(markers: ConflictMarkers) { self.markers = markers }

  /// A text as each side has it; equal where nothing is in conflict.
  struct Merged {
    let ours: String
    let theirs: String

    init(_ text: String) { self.init(ours: text, theirs: text) }

    init(ours: String, theirs: String) {
      self.ours = ours
      self.theirs = theirs
    }
  }

  /// Whole lines: what is in conflict stands between markers.
  func lines(of merged: Merged) -> String {
    merged.ours == merged.theirs ? merged.ours : markers.lines(merged.ours, merged.theirs)
  }

  /// An entry that all three may have; `hasFrame` where theirs is written as ours is, so that their comments count.
  mutating func merge(
    _ base: EntryText?, _ ours: EntryText?, _ theirs: EntryText?, hasFrame: Bool = true, at path: [String]
  ) -> Merged {
    guard let ours, let theirs else { return mergeWhereOneIsGone(base, ours, theirs, at: path) }
    if hasFrame, theirs.text == base?.text || theirs.text == ours.text { return Merged(ours.text) }
    if hasFrame, ours.text == base?.text { return Merged(theirs.text) }
    let isAlike = ours.isInLines == theirs.isInLines
    var frame = ours
    if hasFrame {
      frame.lead = MergedComments.lines(base?.lead ?? "", ours.lead, theirs.lead)
      if isAlike {
        frame.trail = MergedComments.behind(base?.trail, ours.trail, theirs.trail)
        if ours.head == base?.head { frame.head = theirs.head }
      }
    }
    let value = merge(base, ours, theirs, in: &frame, hasFrame: hasFrame, at: path)
    if frame.isInLines, value.ours == value.theirs, value.ours.lines.allSatisfy(\.isCommentOrEmpty) {
      // A key above no lines would say that it has no value.
      frame.head = frame.head.withNothing
    }
    if value.ours == value.theirs { return Merged(frame.lead + frame.head + value.ours + frame.trail) }
    // Comments above are agreed on, and those behind belong to the values. In braces there are none of either, and the line
    // around them gets the markers.
    var other = frame
    if !isAlike, theirs.value.fitted(to: ours.value) == nil {
      (other.head, other.trail) = (theirs.head, theirs.trail)
    } else {
      other.trail = hasFrame && isAlike ? theirs.trail : ours.trail
    }
    let body = Merged(
      ours: frame.head + value.ours + ours.trail, theirs: other.head + value.theirs + other.trail)
    return frame.lead.isEmpty ? body : Merged(frame.lead + lines(of: body))
  }

  private mutating func mergeWhereOneIsGone(
    _ base: EntryText?, _ ours: EntryText?, _ theirs: EntryText?, at path: [String]
  ) -> Merged {
    guard let kept = ours ?? theirs else { return Merged("") }
    guard let base else { return Merged(kept.text) }
    if kept.value.meaning == base.value.meaning { return Merged("") }
    report(base, ours, theirs, at: path)
    return Merged(ours: ours?.text ?? "", theirs: theirs?.text ?? "")
  }

  private mutating func merge(
    _ base: EntryText?, _ ours: EntryText, _ theirs: EntryText, in frame: inout EntryText, hasFrame: Bool,
    at path: [String]
  ) -> Merged {
    if case .collection(let mine) = ours.value, case .collection(let other) = theirs.value,
      let fitting = theirs.value.fitted(to: ours.value)
    {
      var old: CollectionText?
      if case .collection(let collection)? = base?.value { old = collection }
      if !other.style.isLike(mine.style) {
        let added = other.comments.filter {
          !(old?.comments ?? []).contains($0) && !mine.comments.contains($0)
        }
        frame.lead += MergedComments.above(added, indentedLike: ours.head)
      }
      return merge(
        old.flatMap { $0.fitted(to: mine.style) }, mine, fitting, hasFrame: other.style.isLike(mine.style),
        at: path)
    }
    // A section that one began without a word and the other with some has what is said.
    let old = base?.value.meaning ?? Meaning.nothing
    let (mine, other) = (ours.value.meaning, theirs.value.meaning)
    if other == old || other == mine { return Merged(ours.value.text) }
    if mine == old, hasFrame || theirs.value.isOnOneLine {
      if !theirs.value.isOnOneLine, frame.head != theirs.head {
        if ours.trail.isComment {
          frame.lead += MergedComments.above([ours.trail.trimmed], indentedLike: ours.head)
        }
        (frame.head, frame.trail) = (theirs.head, theirs.trail)
      }
      return Merged(theirs.value.text)
    }
    report(base, ours, theirs, at: path)
    return Merged(ours: ours.value.text, theirs: theirs.value.text)
  }

  /// The entries in our order, each of theirs that we do not have after the one that it stands after there.
  private mutating func merge(
    _ base: CollectionText?, _ ours: CollectionText, _ theirs: CollectionText, hasFrame: Bool,
    at path: [String]
  ) -> Merged {
    var names = ours.entries.map(\.name)
    var last: Int?
    for entry in theirs.entries {
      if let place = names.firstIndex(of: entry.name) {
        last = place
      } else {
        let place = last.map { $0 + 1 } ?? 0
        names.insert(entry.name, at: place)
        last = place
      }
    }
    let merged = names.map { name in
      merge(base?[name], ours[name], theirs[name], hasFrame: hasFrame, at: path + [name])
    }
    switch ours.style {
    case .block:
      let close = hasFrame ? MergedComments.lines(base?.close ?? "", ours.close, theirs.close) : ours.close
      return Merged(ours.open + merged.map(lines).joined() + close)
    case .flow:
      return Merged(
        ours: ours.flow(names, merged.map(\.ours)), theirs: ours.flow(names, merged.map(\.theirs)))
    }
  }

  private mutating func report(
    _ base: EntryText?, _ ours: EntryText?, _ theirs: EntryText?, at path: [String]
  ) {
    conflicts.append(
      MergeConflict(
        key: path.joined(separator: "."), base: base.map(MergeConflict.Value.init),
        ours: ours.map(MergeConflict.Value.init), theirs: theirs.map(MergeConflict.Value.init)))
  }
}

extension String {
  /// The line of a key, with a value that has no entries.
  fileprivate var withNothing: String {
    let key = prefix { $0 != ":" }
    return "\(key): {}\(dropFirst(key.count + 1))"
  }
}

extension CollectionText {
  /// The entries' texts in our brackets, parted as they were where both neighbours were there.
  fileprivate func flow(_ names: [String], _ texts: [String]) -> String {
    var text = open
    var last: Int??
    for (name, entry) in zip(names, texts) where !entry.isEmpty {
      let place = entries.firstIndex { $0.name == name }
      if let last {
        let gap = last.flatMap { last in place == last + 1 ? gaps[safe: last] : nil }
        text += gap ?? ", "
      }
      text += entry
      last = .some(place)
    }
    return text + close
  }
}
