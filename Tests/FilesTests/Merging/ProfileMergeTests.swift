import Files
import Planning
import Testing

@Suite("Merging two people's changes")
struct ProfileMergeTests {
  private func merged(_ base: String, _ ours: String, _ theirs: String) throws -> (text: String, [String]) {
    let merge = try #require(
      ProfileMerge(base: Array(base.utf8), ours: Array(ours.utf8), theirs: Array(theirs.utf8)))
    return (String(decoding: merge.text, as: UTF8.self), merge.conflicts.map { "\($0)" })
  }

  @Test func `on one line takes both`() throws {
    let base = Sample.text
    let ours = base.replacing("desired: 2", with: "desired: 3")
    let theirs = base.replacing("max: 4", with: "max: 8").replacing(
      "region: us-east-1", with: "region: eu-west-1")
    let (text, conflicts) = try merged(base, ours, theirs)
    #expect(conflicts.isEmpty)
    #expect(text == theirs.replacing("desired: 2", with: "desired: 3"))
  }

  @Test func `keeps the comments of both, also on the same line`() throws {
    let base = "# The shop\nformat: headroom/1\ncompute:\n  instances: {min: 1, max: 4}   # sizes\n"
    let ours =
      "# The shop\n# Ours since May.\nformat: headroom/1\ncompute:\n  instances: {min: 2, max: 4}   # sizes; min for the night\n"
    let theirs =
      "# The shop\n# Ask Ann.\nformat: headroom/1\ncompute:\n  instances: {min: 1, max: 9}   # sizes of May\n"
    let (text, conflicts) = try merged(base, ours, theirs)
    #expect(conflicts.isEmpty)
    #expect(
      text == """
        # The shop
        # Ours since May.
        # Ask Ann.
        format: headroom/1
        compute:
          instances: {min: 2, max: 9}   # sizes; min for the night; sizes of May

        """)
  }

  @Test func `differently leaves both between markers and says why they differ`() throws {
    let base = "compute:\n  target_cpu_percent: 70\n  boot_seconds: 120\n"
    let ours = "compute:\n  target_cpu_percent: 60   # slow starts\n  boot_seconds: 90\n"
    let theirs = "compute:\n  target_cpu_percent: 80   # too dear\n  boot_seconds: 120\n"
    let (text, conflicts) = try merged(base, ours, theirs)
    #expect(
      text == """
        compute:
        <<<<<<< ours
          target_cpu_percent: 60   # slow starts
        =======
          target_cpu_percent: 80   # too dear
        >>>>>>> theirs
          boot_seconds: 90

        """)
    #expect(
      conflicts == [
        "compute.target_cpu_percent: 70, now 60 in ours (# slow starts) and 80 in theirs (# too dear)"
      ])
  }

  @Test func `in braces marks the line, with what does not conflict merged on both sides`() throws {
    let base = "compute:\n  instances: {min: 1, desired: 2, max: 4}\n"
    let ours = base.replacing("desired: 2", with: "desired: 3").replacing("min: 1", with: "min: 2")
    let theirs = base.replacing("desired: 2", with: "desired: 4").replacing("max: 4", with: "max: 9")
    let (text, conflicts) = try merged(base, ours, theirs)
    #expect(
      text == """
        compute:
        <<<<<<< ours
          instances: {min: 2, desired: 3, max: 9}
        =======
          instances: {min: 2, desired: 4, max: 9}
        >>>>>>> theirs

        """)
    #expect(conflicts == ["compute.instances.desired: 2, now 3 in ours and 4 in theirs"])
  }

  @Test func `puts a section that one added where it stands there`() throws {
    let base = "format: headroom/1\nregion: us-east-1\n\ncompute:\n    boot_seconds: 120\n"
    let ours = base.replacing("120", with: "90")
    let theirs = """
      format: headroom/1
      region: us-east-1

      # What people ask.
      demand:
        concurrent_users: 1000

      compute:
        boot_seconds: 120
        root_volume_gb: 30   # logs

      """
    let (text, conflicts) = try merged(base, ours, theirs)
    #expect(conflicts.isEmpty)
    #expect(
      text == """
        format: headroom/1
        region: us-east-1

        # What people ask.
        demand:
          concurrent_users: 1000

        compute:
            boot_seconds: 90
            root_volume_gb: 30   # logs

        """)
  }

  @Test func `follows one who wrote the lines in braces, or the braces in lines`() throws {
    let braces = "compute:\n  instances: {min: 1, desired: 2, max: 4}\n"
    let lines = "compute:\n  instances:\n    min: 1   # the night\n    desired: 2\n    max: 4\n"
    let change = { (text: String) in text.replacing("max: 4", with: "max: 9") }
    let (first, second) = (
      try merged(braces, change(braces), lines), try merged(braces, lines, change(braces))
    )
    let third = try merged(lines, change(lines), braces)
    #expect(first.text == "compute:\n  # the night\n  instances: {min: 1, desired: 2, max: 9}\n", "\(first)")
    #expect(second.text == change(lines), "\(second)")
    #expect(third.text == change(lines), "\(third)")
  }

  @Test func `adds what both added to a list, and tells its items by their first key`() throws {
    let base =
      "monitoring:\n  alarms:\n    - {metric: cpu_percent, above: 80}\n    - {metric: error_percent, above: 5}\n"
    let ours = base + "    - {metric: memory_percent, above: 85}   # swaps\n"
    let theirs = base.replacing("above: 80", with: "above: 75")
      .replacing(
        "    - {metric: error", with: "    - {metric: response_seconds, above: 2}\n    - {metric: error")
    let (text, conflicts) = try merged(base, ours, theirs)
    #expect(conflicts.isEmpty)
    #expect(
      text == """
        monitoring:
          alarms:
            - {metric: cpu_percent, above: 75}
            - {metric: response_seconds, above: 2}
            - {metric: error_percent, above: 5}
            - {metric: memory_percent, above: 85}   # swaps

        """)
    let third = base.replacing("above: 80", with: "above: 70")
    #expect(
      try merged(base, theirs, third).1 == [
        "monitoring.alarms.\"cpu_percent\".above: 80, now 75 in ours and 70 in theirs"
      ])
  }

  @Test func `deletes what one deleted, unless the other changed it`() throws {
    let base =
      "format: headroom/1\ncache:\n  node_type: cache.r6g.large\n  shards: 2\nvoice:\n  caching: true\n"
    let ours = base.replacing("caching: true", with: "caching: false")
    let theirs = base.replacing("cache:\n  node_type: cache.r6g.large\n  shards: 2\n", with: "")
    #expect(try merged(base, ours, theirs).text == "format: headroom/1\nvoice:\n  caching: false\n")
    let (text, conflicts) = try merged(base, base.replacing("shards: 2", with: "shards: 3"), theirs)
    #expect(
      text == """
        format: headroom/1
        <<<<<<< ours
        cache:
          node_type: cache.r6g.large
          shards: 3
        =======
        >>>>>>> theirs
        voice:
          caching: true

        """)
    #expect(conflicts.count == 1 && conflicts[0].hasSuffix("shards: 3\" in ours and deleted in theirs"))
  }

  @Test func `of a file that both began merges as onto nothing`() throws {
    let (text, conflicts) = try merged("", "a: 1\nb: 2\n", "a: 1\nc: 3\nb: 4\n")
    #expect(text == "a: 1\nc: 3\n<<<<<<< ours\nb: 2\n=======\nb: 4\n>>>>>>> theirs\n")
    #expect(conflicts == ["b: 2 in ours and 4 in theirs"])
  }

  @Test func `is nothing where a file is no YAML`() {
    let good = Array("a: 1\n".utf8)
    #expect(ProfileMerge(base: good, ours: Array("a: 2\n".utf8), theirs: Array("a: [\n".utf8)) == nil)
    #expect(ProfileMerge(base: good, ours: Array("- 2\n".utf8), theirs: Array("a: 3\n".utf8)) == nil)
  }

  // MARK: - Laws

  @Test(arguments: 0..<200)
  func `with who changed nothing is what the other has, to the byte`(seed: Int) throws {
    var writer = YAMLWriter(seed: UInt64(seed))
    let (base, other) = (Array(writer.document().utf8), Array(writer.document().utf8))
    #expect(try #require(ProfileMerge(base: base, ours: other, theirs: base)).text == other)
    #expect(try #require(ProfileMerge(base: base, ours: base, theirs: other)).text == other)
    #expect(try #require(ProfileMerge(base: base, ours: other, theirs: other)).text == other)
  }

  /// Each changes some keys of its own, in files of every kind of spelling.
  @Test(arguments: Oddities.all, 0..<12)
  func `of different keys has both, and no line changes that neither touched`(file: Oddities.File, seed: Int)
    throws
  {
    let base = try LoadedProfile(file.bytes, name: "f")
    var random = SeededGenerator(state: UInt64(seed))
    let fields = Catalog.fields.filter {
      !$0.path.hasPrefix("compute.instances") && !$0.path.hasPrefix("cdn.viewers")
    }
    .shuffled(using: &random)
    let values = fields.prefix(8).compactMap { field in
      Variations.values(of: field, besides: base.profile).randomElement(using: &random).map { (field, $0) }
    }
    let (mine, other) = (Array(values.prefix(4)), Array(values.dropFirst(4)))
    guard let ours = try edited(base, mine), let theirs = try edited(base, other) else { return }
    var both = ours.profile
    for (field, value) in other { try #require(field.set(&both, value)) }
    guard both.conflicts.isEmpty, changed(base, ours).isDisjoint(with: changed(base, theirs)) else { return }
    let merge = try #require(
      ProfileMerge(base: file.bytes, ours: ours.source.bytes, theirs: theirs.source.bytes))
    #expect(merge.conflicts == [], "\(mine.map(\.0.path)) \(other.map(\.0.path))")
    let text = String(decoding: merge.text, as: UTF8.self)
    #expect(try LoadedProfile(merge.text, name: "f").profile == both, "\(text)")
    for line in file.text.split(whereSeparator: \.isNewline) where line.contains("#") {
      let isTouched = ![ours, theirs].allSatisfy {
        String(decoding: $0.source.bytes, as: UTF8.self).contains(line)
      }
      #expect(isTouched || text.contains(line), "\(line)")
    }
  }

  @Test(arguments: Oddities.all, 0..<12)
  func `of the same key is a conflict of that key, and each side is whole between its markers`(
    file: Oddities.File, seed: Int
  ) throws {
    let base = try LoadedProfile(file.bytes, name: "f")
    var random = SeededGenerator(state: UInt64(seed))
    let field = try #require(
      Catalog.fields.filter {
        $0.kind.isMergedAsWhole && Set(Variations.values(of: $0, besides: base.profile)).count > 1
          && !$0.path.hasPrefix("compute.instances")
      }.randomElement(using: &random))
    let all = Variations.values(of: field, besides: base.profile)
    let values = [all[0], try #require(all.first { $0 != all[0] })]
    guard let ours = try edited(base, [(field, values[0])]),
      let theirs = try edited(base, [(field, values[1])]),
      ![ours.source.bytes, theirs.source.bytes].contains(file.bytes),
      [ours, theirs].allSatisfy({ $0.provenance.places[field.path] != nil })
    else { return }
    let merge = try #require(
      ProfileMerge(base: file.bytes, ours: ours.source.bytes, theirs: theirs.source.bytes))
    #expect(
      merge.conflicts.map(\.key).allSatisfy { field.path.hasPrefix($0) || $0 == field.path },
      "\(merge.conflicts)")
    #expect(merge.conflicts.count == 1, "\(field.path): \(values)")
    #expect(try LoadedProfile(resolved(merge.text, toOurs: true), name: "f").profile == ours.profile)
    #expect(try LoadedProfile(resolved(merge.text, toOurs: false), name: "f").profile == theirs.profile)
    let messages = Sample.messages(merge.text)
    #expect(messages.count == 1 && messages[0].contains("a merge that nobody resolved"), "\(messages)")
  }

  /// The file with some values changed; nil where they cannot hold together.
  private func edited(_ base: LoadedProfile, _ values: [(Field, FieldValue)]) throws -> LoadedProfile? {
    var profile = base.profile
    for (field, value) in values { try #require(field.set(&profile, value), "\(field.path)") }
    guard profile.conflicts.isEmpty else { return nil }
    return try LoadedProfile(ProfileText.edited(base, to: profile)[0], name: "f")
  }

  /// The keys that a change wrote, among them those that a section may not be without.
  private func changed(_ base: LoadedProfile, _ edited: LoadedProfile) -> Set<String> {
    Set(Catalog.fields.filter { $0.value(base.profile) != $0.value(edited.profile) }.map(\.path))
  }

  /// The text as one who keeps one side everywhere leaves it.
  private func resolved(_ text: [UInt8], toOurs isOurs: Bool) -> [UInt8] {
    var side: Bool?
    let lines = String(decoding: text, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let kept = lines.filter { line in
      if line.hasPrefix("<<<<<<< ") {
        side = true
      } else if line.hasPrefix(">>>>>>> ") {
        side = nil
      } else if line == "=======" {
        side = false
      } else {
        return side == nil || side == isOurs
      }
      return false
    }
    return Array(kept.joined(separator: "\n").utf8)
  }
}

extension Field.Kind {
  /// Whether two different values cannot both be kept.
  fileprivate var isMergedAsWhole: Bool {
    switch self {
    case .text, .version, .choice, .openChoice, .flag, .time, .month, .count, .number, .estimate, .money,
      .moneyRange,
      .countRange:
      true
    case .ports, .texts, .records, .numbers, .numbersOf, .estimatesByMonth, .shares, .reasons: false
    }
  }
}
