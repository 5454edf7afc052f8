import Files
import Planning
import Testing

@Suite("Sources that a profile names")
struct NamedSourcesTests {
  private func folder(_ sources: String, captured: String? = "2026-11-24") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let guide = String(decoding: BuiltInGuide.loaded.source.bytes, as: UTF8.self)
    try folder.write("\(guide)\nsources: \(sources)\n", to: "fleet/web.yaml")
    try folder.write("", to: "fleet/own.yaml")
    try folder.write("", to: "outside.yaml")
    try folder.write(#"{"Quotas": []}"#, to: "fleet/now/list-service-quotas.ec2.json")
    let day = captured.map { #""captured": "\#($0)", "# } ?? ""
    try folder.write(
      #"{"format": "headroom-capture/1", \#(day)"commands": []}"#, to: "fleet/now/capture.json")
    return folder
  }

  private func sources(_ folder: TemporaryFolder) throws -> NamedSources {
    NamedSources(of: try ProfileFile.read(folder["fleet/web.yaml"]))
  }

  @Test func `are files and captures beside it`() throws {
    let folder = try folder("{prices: [own.yaml, missing.yaml], quotas: [now], live: now}")
    let sources = try sources(folder)
    #expect(sources.prices.count == 1 && sources.prices[0].hasSuffix("/fleet/own.yaml"))
    #expect(sources.quotas.count == 1 && sources.quotas[0].hasSuffix("/now/list-service-quotas.ec2.json"))
    #expect(sources.live?.hasSuffix("/fleet/now") == true)
    #expect(sources.remarks == [])
  }

  @Test func `are not read outside of its folder`() throws {
    let folder = try folder("{prices: [../outside.yaml, /etc/passwd, link.yaml]}")
    try folder.link("fleet/link.yaml", to: "../outside.yaml")
    let sources = try sources(folder)
    #expect(sources.prices == [] && sources.remarks.count == 3)
    #expect(
      sources.remarks[0].contains("sources.prices: ../outside.yaml is not inside the profile's folder"))
  }

  @Test func `are not read where nothing says of which day they are`() throws {
    let sources = try sources(try folder("{quotas: [now], live: now}", captured: nil))
    #expect(sources.quotas == [] && sources.live == nil && sources.remarks.count == 2)
  }
}
