import Files
import Foundation
import FoundationXML
import Planning
import Reports
import Testing

@Suite struct `Pages` {
  /// Every page of every variant, made and read once for all tests.
  private static let pages = Dictionary(
    uniqueKeysWithValues: Variant.all.map { variant in (variant.name, Result { try read(variant) }) })

  private func elements(of variant: Variant) throws -> [PageReader.Element] {
    let elements = try #require(Self.pages[variant.name]).get()
    try #require(elements.count > 100)
    return elements
  }

  private static func read(_ variant: Variant) throws -> [PageReader.Element] {
    let source = Guide.source(variant.change)
    let sizing = Sizing(source.plan.profile, for: SizingTarget(users: 250_000))
    let reports: [any Report] = [
      SummaryReport(source), QuotaReport(source), ReviewReport(source), RampReport(source),
      ComparisonReport(from: Guide.source, to: source), SizingReport(source, sizing),
      SimulationReport(source, Simulation(source.plan, .launch(source.plan.profile.demand))),
      UncertaintyReport(source, UncertaintyRun(source.plan, samples: 100, seed: 1).finished()),
      CheckReport([CheckedProfile(source.name, Check(source.plan, gates: source.plan.profile.gates))]),
    ]
    return try reports.flatMap { try PageReader.elements(of: $0.rendered(as: .html)) }
  }

  @Test(arguments: Variant.all)
  func `are well formed and have no element that runs or loads anything`(variant: Variant) throws {
    let allowed: Set = [
      "html", "head", "meta", "title", "style", "body", "main", "header", "footer", "section", "div", "h1",
      "h2", "p", "ul", "li", "b", "span", "code", "pre", "figure", "figcaption", "details", "summary",
      "table", "thead",
      "tbody", "tr", "th", "td", "svg", "text", "rect", "line", "circle",
    ]
    #expect(Set(try elements(of: variant).map(\.name)).subtracting(allowed) == [])
  }

  @Test(arguments: Variant.all)
  func `have no attribute that runs or loads anything`(variant: Variant) throws {
    let allowed: Set = [
      "lang", "charset", "http-equiv", "content", "name", "class", "viewBox", "role", "aria-label", "x", "y",
      "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "width", "height", "text-anchor",
    ]
    #expect(Set(try elements(of: variant).flatMap(\.attributes.keys)).subtracting(allowed) == [])
  }

  @Test(arguments: Variant.all)
  func `allow nothing but their own style sheet, which loads nothing`(variant: Variant) throws {
    let page = SummaryReport(Guide.source(variant.change)).rendered(as: .html)
    let policy = try elements(of: variant).first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
    #expect(policy?.attributes["content"]?.hasPrefix("default-src 'none'; style-src 'unsafe-inline'") == true)
    #expect(!page.contains("url("))
    #expect(!page.contains("@import"))
  }

  @Test(arguments: Variant.all)
  func `draw nothing outside their pictures`(variant: Variant) throws {
    for element in try elements(of: variant) {
      for key in ["x", "x1", "x2", "cx"] {
        guard let value = element.attributes[key] else { continue }
        #expect((0...760).contains(try #require(Double(value))), "\(element.name) \(key)=\(value)")
      }
    }
  }
}

/// The elements of a page, read by an XML parser.
private final class PageReader: NSObject, XMLParserDelegate {
  struct Element: Sendable {
    let name: String
    let attributes: [String: String]
  }

  private var elements: [Element] = []

  static func elements(of page: String) throws -> [Element] {
    let reader = PageReader()
    let parser = XMLParser(data: Data(page.utf8))
    parser.delegate = reader
    guard parser.parse() else { throw try #require(parser.parserError) }
    return reader.elements
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.append(Element(name: name, attributes: attributes))
  }
}
