internal import Glibc
internal import Planning

/// Files that a profile names as its sources, as far as they are inside its folder, there and dated.
package struct NamedSources: Sendable {
  package private(set) var prices: [String] = []
  package private(set) var quotas: [String] = []
  package private(set) var live: String?

  /// Why a file that is there is not read, a sentence each.
  package private(set) var remarks: [String] = []

  package init(of loaded: LoadedProfile) {
    let sources = loaded.profile.sources
    prices = sources.prices.compactMap { find($0, "sources.prices", of: loaded) }
    quotas = sources.quotas.flatMap { name -> [String] in
      guard let path = find(name, "sources.quotas", of: loaded), isDated(path, "sources.quotas") else {
        return []
      }
      return AWSFiles.listingsOfQuotas(at: path)
    }
    if let name = sources.live, let path = find(name, "sources.live", of: loaded),
      isDated(path, "sources.live")
    {
      live = path
    }
  }

  /// The path of what is there; nothing outside of the folder of the file that names it is touched.
  private mutating func find(_ name: String, _ key: String, of loaded: LoadedProfile) -> String? {
    let place = loaded.provenance.places[key]?.file
    let layer = loaded.layers.first { $0.name == place } ?? loaded.layers[0]
    guard let folder = layer.path?.folder.resolved else { return nil }
    let isInside = name.utf8.first != UInt8(ascii: "/") && !name.components.contains("..")
    let path = "\(folder)/\(name)"
    guard isInside, let resolved = path.resolved ?? (isInside ? path : nil),
      resolved.utf8.starts(with: (folder == "/" ? "/" : folder + "/").utf8)
    else {
      remarks.append("\(key): \(name.excerpt) is not inside the profile's folder and is not read")
      return nil
    }
    return resolved.withSystemPath { access($0, F_OK) } == 0 ? resolved : nil
  }

  /// Whether a capture says when it was made.
  private mutating func isDated(_ path: String, _ key: String) -> Bool {
    if AWSFiles.dayOfCapture(at: path) != nil { return true }
    remarks.append(
      "\(key): \(path.quotedPath) is not read: no \(CaptureFile.name) beside it says when it was captured")
    return false
  }
}
