internal import Typography

/// A place where a merge left what two people wrote, between markers.
package struct UnresolvedMerge: Hashable, Sendable {
  /// What the markers call the two sides; empty where they say nothing.
  package let ours: String
  package let theirs: String

  /// The keys that the two sides say differently.
  package let keys: [Choice]

  package struct Choice: Hashable, Sendable {
    /// Dotted path of the key.
    package let key: String

    /// As each side writes it, on one line; nil where it does not.
    package let ours: String?
    package let theirs: String?
  }
}

extension SourceText {
  /// Every unresolved merge in a text, and where its first marker stands; none for a text without markers.
  func unresolvedMerges() -> [(offset: Int, merge: UnresolvedMerge)] {
    let regions = conflictRegions()
    return regions.prefix(Rejection.shownLimit).map { region in
      let (mine, other) = (
        values(resolving: region, to: region.ours, of: regions),
        values(resolving: region, to: region.theirs, of: regions)
      )
      let keys = Set(mine.keys).union(other.keys).filter { mine[$0]?.meaning != other[$0]?.meaning }.sorted()
      return (
        region.start,
        UnresolvedMerge(
          ours: region.oursLabel, theirs: region.theirsLabel,
          keys: keys.map { .init(key: $0, ours: mine[$0]?.text, theirs: other[$0]?.text) })
      )
    }
  }

  /// Lines from the first marker to the last, and what stands on either side.
  private struct ConflictRegion {
    let start: Int
    let end: Int
    let ours: Range<Int>
    let theirs: Range<Int>
    let oursLabel: String
    let theirsLabel: String
  }

  private func conflictRegions() -> [ConflictRegion] {
    var regions: [ConflictRegion] = []
    var begun: Range<Int>?
    var base: Int?
    var middle: Range<Int>?
    for line in lines {
      switch (conflictSign(of: line), begun, middle) {
      case (UInt8(ascii: "<"), _, _): (begun, base, middle) = (line, nil, nil)
      case (UInt8(ascii: "|"), _?, nil): base = line.lowerBound
      case (UInt8(ascii: "="), _?, nil): middle = line
      case (UInt8(ascii: ">"), let first?, let parting?):
        regions.append(
          ConflictRegion(
            start: first.lowerBound, end: line.upperBound,
            ours: first.upperBound..<(base ?? parting.lowerBound),
            theirs: parting.upperBound..<line.lowerBound, oursLabel: label(of: first),
            theirsLabel: label(of: line)))
        (begun, base, middle) = (nil, nil, nil)
      default: continue
      }
    }
    return regions
  }

  /// The sign of which a line has seven or more, and then a blank or nothing.
  private func conflictSign(of line: Range<Int>) -> UInt8? {
    guard let sign = bytes[line].first, "<|=>".utf8.contains(sign) else { return nil }
    let rest = bytes[line].drop { $0 == sign }
    guard rest.startIndex - line.lowerBound >= ConflictMarkers.sizeOfGit else { return nil }
    return rest.first.map { $0.isBlank || $0.isLineEnd } ?? true ? sign : nil
  }

  private func label(of line: Range<Int>) -> String {
    String(text(line).drop { $0 != " " }).trimmed
  }

  /// What the text says, key by key, with a region as one side has it and all others as ours has them.
  private func values(
    resolving region: ConflictRegion, to side: Range<Int>, of regions: [ConflictRegion]
  ) -> [String: (text: String, meaning: String)] {
    var resolved: [UInt8] = []
    var place = 0
    for other in regions {
      resolved += bytes[place..<other.start]
      resolved += bytes[other.start == region.start ? side : other.ours]
      place = other.end
    }
    resolved += bytes[place...]
    let source = SourceText(resolved)
    guard let root = YAMLDocument(parsing: source).root else { return [:] }
    var values: [String: (text: String, meaning: String)] = [:]
    source.collect(root, at: "", into: &values)
    return values
  }

  /// The values below a node that are no mappings.
  private func collect(
    _ node: YAMLNode, at path: String, into values: inout [String: (text: String, meaning: String)]
  ) {
    if case .mapping(let entries, _) = node.content, !entries.isEmpty {
      for entry in entries {
        collect(entry.value, at: path.isEmpty ? entry.key : "\(path).\(entry.key)", into: &values)
      }
    } else {
      values[path] = (text(node.range).onOneLine, node.content.meaning)
    }
  }
}
