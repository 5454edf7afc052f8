import ArgumentParser
import Files
import Glibc
import Planning
import Reports
import Typography

/// Which profile a command reads.
struct ProfileOptions: ParsableArguments {
  @Argument(
    help: "A profile, or - for standard input. Without one: the production scaling guide, which is built in.",
    completion: .file(extensions: ["yaml", "yml"]))
  var profile: String?

  @OptionGroup var facts: FactOptions

  func load() throws -> LoadedProfile {
    try profile.map(Profiles.read) ?? BuiltInGuide.loaded
  }

  /// The plan of the profile, and what a report says about the file.
  func source() throws -> ReportSource {
    try facts.source(of: load())
  }
}

/// Prices of one's own.
struct PriceOptions: ParsableArguments {
  @Option(
    name: .customLong("prices"),
    help: ArgumentHelp(
      "Prices that you really pay, format \(PriceFile.format); repeatable, a later file wins.",
      valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var files: [String] = []

  func overlays() throws -> [PriceOverlay] { try files.map { try InputFiles.read($0, by: PriceFile.read) } }
}

/// What a command knows besides the profile.
struct FactOptions: ParsableArguments {
  @Option(
    name: .customLong("quotas"),
    help: ArgumentHelp(
      "The account's own limits, as `aws service-quotas list-service-quotas --output json` prints them; repeatable.",
      valueName: "file"),
    completion: .file(extensions: ["json"]))
  var quotaFiles: [String] = []

  @OptionGroup var prices: PriceOptions

  func facts() throws -> Facts {
    var facts = Facts(overlays: try prices.overlays())
    for path in quotaFiles { facts.quotas.applied.merge(try InputFiles.read(path, by: QuotaFile.read)) }
    return facts
  }

  /// The facts with what the profile itself names; options win.
  func facts(for loaded: LoadedProfile) throws -> Facts {
    let stated = try facts()
    do throws(InputFileError) {
      return try stated.adding(sourcesOf: loaded)
    } catch {
      throw Failure(error)
    }
  }

  func source(of loaded: LoadedProfile) throws -> ReportSource {
    let facts = try facts(for: loaded)
    for overlay in facts.overlays(notFor: loaded.profile.region) {
      StandardError.write(
        "headroom: \(overlay.identity.file.printable): no price is used, since they are for"
          + " \(overlay.region?.printable ?? "") and the profile is for \(loaded.profile.region.printable)")
    }
    let plan = Plan(loaded.profile, provenance: loaded.provenance, facts: facts)
    return ReportSource(plan, name: loaded.name, sha256: loaded.sha256)
  }
}

extension Facts {
  /// The facts with those of the files that a profile names; what was there before wins.
  func adding(sourcesOf loaded: LoadedProfile) throws(InputFileError) -> Facts {
    guard !loaded.profile.sources.isEmpty else { return self }
    let named = NamedSources(of: loaded)
    for remark in named.remarks { StandardError.write("headroom: \(remark)") }
    var own: [PriceOverlay] = []
    for path in named.prices {
      InputFiles.note(path)
      own.append(try PriceFile.read(path))
    }
    var listed = AppliedQuotas()
    for path in named.quotas {
      InputFiles.note(path)
      listed.merge(try QuotaFile.read(path))
    }
    listed.merge(quotas.applied)
    var facts = Facts(quotas: quotas, overlays: own + overlays)
    facts.quotas.applied = listed
    return facts
  }
}

/// Reading profiles for a command: every way to fail ends in a message and an exit code.
enum Profiles {
  static func read(_ path: String) throws -> LoadedProfile {
    do throws(InputFileError) {
      return try load(path)
    } catch {
      throw Failure(error)
    }
  }

  /// What reports call a file that could not be read: its path, without the middle of one that no system opens.
  static func name(_ path: String) -> String {
    path.utf8.count < Int(PATH_MAX) ? path : path.quotedPath
  }

  static func load(_ path: String) throws(InputFileError) -> LoadedProfile {
    InputFiles.note(path)
    do throws(InputFileError) {
      let loaded = try ProfileFile.read(path)
      for base in loaded.layers.dropFirst() { InputFiles.note(base.path ?? base.name) }
      return loaded
    } catch {
      // What a wrong profile extends is no less somebody's file.
      if case .wrong(let rejection) = error { rejection.chain.dropFirst().forEach(InputFiles.note) }
      throw error
    }
  }
}

extension Failure {
  init(_ error: InputFileError) {
    switch error {
    case .wrong: self = .wrongInput(error.description)
    case .cannotRead: self = .noInput(error.description)
    }
  }
}
