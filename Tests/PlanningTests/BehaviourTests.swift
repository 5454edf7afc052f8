import Files
import Foundation
import Testing

@testable import Planning

@Suite struct `What is published of the parts` {
  /// The file as it is written, so that nothing in it can be left over.
  private let file: [String: [[String: Any]]]

  init() throws {
    let text = try SourceFiles.text(of: "Sources/Planning/Behaviour/behaviour.json")
    file = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: [[String: Any]]])
  }

  private func ids(_ section: String) -> [String] {
    file[section, default: []].compactMap { $0["id"] as? String }
  }

  @Test func `is said by somebody, on a day`() {
    let families: [InstanceFamilies] = [.standard, .burstable, .arm]
    let cited =
      Figure.allCases.map(\.source) + Rule.all.map(\.source) + Rule.all.flatMap(\.thresholds).map(\.source)
      + families.map(\.source) + EndOfLife.known.map(\.source)
    for source in Set(cited) {
      #expect(!source.title.isEmpty)
      #expect(Day(source.collected) != nil, "\(source.title)")
      #expect(source.address.map { $0.hasPrefix("https://") } ?? true, "\(source.title)")
    }
    let titles = file["sources", default: []].compactMap { $0["title"] as? String }
    #expect(Set(titles) == Set(cited.map(\.title)), "a source that nothing cites")
    #expect(Set(ids("sources")).count == titles.count && Set(titles).count == titles.count)
  }

  @Test func `is known to the program, and nothing else is`() {
    #expect(Set(ids("figures")) == Set(Figure.allCases.map(\.rawValue)))
    #expect(ids("figures").count == Figure.allCases.count)
    for figure in Figure.allCases {
      #expect(!figure.unit.isEmpty && !figure.meaning.isEmpty && figure.values == figure.values.sorted())
    }
    let drawn = Set(Rule.all.flatMap(\.thresholds).map(\.name))
    #expect(Set(file["thresholds", default: []].compactMap { $0["name"] as? String }) == drawn)
  }

  @Test(arguments: [
    ("c7g.large", true), ("c7gd.large", true), ("im4gn.large", true), ("g5g.xlarge", true),
    ("a1.large", true), ("g5.xlarge", false), ("m7i.large", false), ("gr6.4xlarge", false),
  ])
  func `tells families on Arm by their names`(type: String, isArm: Bool) {
    #expect(InstanceType.isArm(type) == isArm)
  }

  @Test(arguments: [
    ("t3.large", true), ("t4g.nano", true), ("db.t4g.large", true), ("cache.t3.micro", true),
    ("trn1.2xlarge", false), ("m7g.large", false), ("db.r6g.large", false),
  ])
  func `tells burstable families by their names`(type: String, isBurstable: Bool) {
    #expect(InstanceFamilies.burstable.contains(type) == isBurstable)
  }

  @Test func `is written into no sentence of a rule`() throws {
    let names = SourceFiles.names(in: "Sources/Planning/Findings/Rules")
    #expect(names.contains("CacheRules.swift"))
    for name in names {
      let text = try SourceFiles.text(of: "Sources/Planning/Findings/Rules/\(name)")
      for line in text.split(separator: "\n") where !line.contains("///") {
        #expect(Self.figures(in: String(line)) == [], "\(name): \(line)")
      }
    }
  }

  @Test func `would be found in a sentence`() {
    #expect(Self.figures(in: #"check: "max against 65,000 clients a node.","#) == ["65,000"])
    #expect(Self.figures(in: #"check: "\(whole(most / max(1, 2))) at 0.7 of it","#) == ["0.7"])
    #expect(Self.figures(in: "let jitter = limit / 12") == ["12"])
    #expect(Self.figures(in: #""HR503", "a 502 over \(60 * wait) s","#) == [])
  }

  /// Figures of a line of a rule that are neither names, nor the least that a key can be, nor units of time and shares.
  private static func figures(in line: String) -> [String] {
    let code = withoutInterpolations(line)
    let sentences = code.matches(of: /"[^"]*"/).map { String($0.output) }
    let names = /HR\d{3}|gp3|p9[59]|0\.0\.0\.0\/0|::\/0|\b50[24]\b|arm64|zones - 1|\b100%|\b(of|to) [01]\b/
    let inSentences = sentences.flatMap {
      $0.replacing(names, with: "").matches(of: /\d[\d.,]*\d|\d/).map { String($0.output) }
    }
    let units: Set = ["0", "1", "2", "10", "60", "100", "1000", "1024", "1.0", "1e6", "1e12"]
    let inCode = code.replacing(/"[^"]*"/, with: "").matches(of: /[\w.$]*\d[\w.]*/).map { String($0.output) }
    return inSentences + inCode.filter { $0.first?.isNumber == true && !units.contains($0) }
  }

  private static func withoutInterpolations(_ line: String) -> String {
    var (kept, rest, depth) = ("", Substring(line), 0)
    while let character = rest.first {
      if depth == 0, rest.hasPrefix("\\(") {
        (depth, rest) = (1, rest.dropFirst(2))
        continue
      }
      if depth == 0 {
        kept.append(character)
      } else {
        depth += character == "(" ? 1 : character == ")" ? -1 : 0
      }
      rest.removeFirst()
    }
    return kept
  }
}

@Suite struct `A price or a quota of the program` {
  @Test func `names who says it wherever that is known`() {
    let origins = PriceTable.origins.compactMap { FactOrigin.table($0, 0) }
    #expect(origins.count > 100)
    for origin in origins {
      #expect(!origin.source.isEmpty && !origin.source.contains("a public copy"), "\(origin.source)")
      #expect(origin.firstDay != nil, "\(origin.collected)")
    }
    for (_, fact) in QuotaBook.builtIn.entries {
      #expect(!fact.source.isEmpty && !fact.source.contains("a public copy"), "\(fact.source)")
    }
    #expect(Day(QuotaBook.builtIn.collected) != nil)
  }
}
