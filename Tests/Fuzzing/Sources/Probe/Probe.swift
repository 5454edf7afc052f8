internal import Files
internal import Planning
internal import Reports
internal import Typography

/// The promises that hold for any bytes that a stranger may hand to the program: an answer or a message, and nothing in
/// either that instructs a terminal.
///
/// The fuzzer tries them on bytes that it makes; a test tries them on every file of the corpus.
public enum Probe {
  /// Reads the bytes as each kind of file in turn, and does with what it says what the program does.
  ///
  /// A broken promise traps.
  public static func check(_ bytes: [UInt8]) {
    checkProfile(bytes)
    checkPrices(bytes)
    checkQuotas(bytes)
    checkTraffic(bytes)
    checkAccount(bytes)
    checkMeasurements(bytes)
    checkPriceList(bytes)
    checkMerges(bytes)
  }

  /// The plan of the guide, which many kinds of files are laid beside.
  private static let guide = Plan(BuiltInGuide.loaded.profile, provenance: BuiltInGuide.loaded.provenance)

  private static func checkPriceList(_ bytes: [UInt8]) {
    var list = PriceList()
    do throws(InputFileError) {
      try list.read(bytes, name: "f")
      expectHarmless(list.regions.joined())
    } catch {
      expectHarmless("\(error)")
    }
  }

  /// Merges the bytes as each of the three; where nothing is in conflict, the result reads as its sides did.
  private static func checkMerges(_ bytes: [UInt8]) {
    let (guide, other) = (BuiltInGuide.loaded.source.bytes, Array("format: headroom/1\nname: Other\n".utf8))
    for (base, ours, theirs) in [(guide, bytes, other), (guide, other, bytes), (bytes, guide, other)] {
      guard let merge = ProfileMerge(base: base, ours: ours, theirs: theirs) else { continue }
      for conflict in merge.conflicts { expectHarmless("\(conflict)") }
      precondition(
        !merge.conflicts.isEmpty || ProfileMerge(base: [], ours: merge.text, theirs: other) != nil,
        "a merge of what reads does not read")
    }
  }

  private static func checkProfile(_ bytes: [UInt8]) {
    do throws(Rejection) {
      let loaded = try LoadedProfile(bytes, name: "f")
      checkReports(of: loaded, facts: .builtIn)
      checkEdits(of: loaded)
    } catch {
      expectHarmless(error.description)
    }
  }

  private static func checkPrices(_ bytes: [UInt8]) {
    do {
      let overlay = try PriceFile.overlay(bytes, name: "f")
      checkReports(
        of: BuiltInGuide.loaded,
        facts: Facts(overlays: [overlay]))
    } catch {
      expectHarmless("\(error)")
    }
  }

  private static func checkQuotas(_ bytes: [UInt8]) {
    do {
      var facts = Facts.builtIn
      facts.quotas.applied.merge(try QuotaFile.quotas(bytes, name: "f"))
      checkReports(of: BuiltInGuide.loaded, facts: facts)
    } catch {
      expectHarmless("\(error)")
    }
  }

  private static func checkTraffic(_ bytes: [UInt8]) {
    do {
      let points = try TrafficFile.points(bytes, name: "f")
      let simulation = Simulation(guide, .points(points, minutes: 60))
      precondition(
        simulation.totals.turnedAway <= simulation.totals.requests, "more is turned away than asked")
    } catch {
      expectHarmless("\(error)")
    }
  }

  /// Reads the bytes as an answer of the AWS CLI, a plan, a state or a template.
  private static func checkAccount(_ bytes: [UInt8]) {
    do {
      let fleet = try AWSFiles.account(bytes, name: "f").fleet()
      expectHarmless(fleet.text)
      expectHarmless(fleet.json.text())
      let guide = BuiltInGuide.loaded
      let drift = Drift(guide.profile, guide.provenance, against: fleet)
      let report = DriftReport(drift, of: guide.profile, file: "f")
      for format in ReportFormat.allCases { expectHarmless(report.rendered(as: format)) }
      let merged = guide.profile.taking(drift.differences + drift.moves)
      guard merged.conflicts.isEmpty else { return }
      let text = try ProfileText.edited(guide, to: merged)[0]
      let reread = try LoadedProfile(text, name: "f")
      precondition(reread.profile == merged, "a merge says something else")
    } catch {
      expectHarmless("\(error)")
    }
  }

  /// What is measured is printed in every format, and a profile takes it or says why not.
  private static func checkMeasurements(_ bytes: [UInt8]) {
    do throws(Rejection) {
      var reader = MeasuredFileReader()
      try reader.read(bytes, name: "f")
      let measurements = try reader.measurements(users: 100_000, instances: 10)
      let loaded = BuiltInGuide.loaded
      let source = ReportSource(guide, name: "f", sha256: loaded.sha256)
      let calibration = Calibration(guide, measurements)
      // What to measure next is searched when the report is made, which takes longer than all of its formats.
      let reports: [any Report] = [
        CalibrationReport(source, calibration), BacktestReport(source, Backtest(guide, measurements)),
      ]
      for report in reports {
        for format in ReportFormat.allCases { expectHarmless(report.rendered(as: format)) }
      }
      checkSaving(calibration, in: loaded)
    } catch {
      expectHarmless(error.description)
    }
  }

  private static func checkSaving(_ calibration: Calibration, in loaded: LoadedProfile) {
    do {
      let edited = try ProfileText.edited(loaded, with: calibration.measured)[0]
      let reread = try LoadedProfile(edited, name: "f")
      precondition(reread.profile == calibration.profile, "the file says something else than was measured")
      precondition(
        Set(calibration.measured.map(\.key)).isSubset(of: reread.provenance.measured.keys),
        "what was measured is not known for it")
    } catch {
      preconditionFailure("what was measured cannot be saved: \(error)")
    }
  }

  private static func checkReports(of loaded: LoadedProfile, facts: Facts) {
    let plan = Plan(loaded.profile, provenance: loaded.provenance, facts: facts)
    for column in plan.list.total.stated {
      let sum = plan.list.lines.reduce(0) { $0 &+ ($1.cost[column]?.cents ?? 0) }
      precondition(sum == plan.list.total[column]?.cents, "the rows do not add up")
    }
    let source = ReportSource(plan, name: loaded.name, sha256: loaded.sha256)
    let reports: [any Report] = [SummaryReport(source), ReviewReport(source), QuotaReport(source)]
    for report in reports {
      for format in ReportFormat.allCases { expectHarmless(report.rendered(as: format)) }
    }
  }

  /// A saved value is read again as it was meant, and nothing else has changed.
  private static func checkEdits(of loaded: LoadedProfile) {
    var profile = loaded.profile
    profile.compute.instances.max = profile.compute.instances.max == 100_000 ? 99_999 : 100_000
    profile.demand.requestsPerUserPerMinute = Estimate(low: 0.1, likely: 0.2, high: 0.4)
    profile.database?.multiAZ.toggle()
    guard profile.conflicts.isEmpty else { return }
    do {
      let edited = try ProfileText.edited(loaded, to: profile)[0]
      let reread = try LoadedProfile(edited, name: "f")
      precondition(reread.profile == profile, "the file says something else than was saved")
      let back = try LoadedProfile(ProfileText.edited(reread, to: loaded.profile)[0], name: "f")
      precondition(back.profile == loaded.profile, "there is no way back")
      let whole = try LoadedProfile(ProfileText.complete(profile), name: "f")
      precondition(whole.profile == profile, "a profile written whole says something else")
    } catch {
      preconditionFailure("an ordinary change cannot be saved: \(error)")
    }
  }

  private static func expectHarmless(_ text: String) {
    for scalar in text.unicodeScalars where !scalar.isPlain {
      precondition(scalar == "\n" || scalar == "\r", "U+\(String(scalar.value, radix: 16)) comes out raw")
    }
  }
}
