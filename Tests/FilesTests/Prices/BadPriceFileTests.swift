import Files
import Testing

/// A price file with one mistake below a right head of three lines, and the message that a user reads.
struct BadPriceFile: CustomTestStringConvertible, Sendable {
  let body: String
  let message: String

  init(_ body: String, _ message: String) {
    self.body = body
    self.message = message
  }

  var testDescription: String { message }

  static let head = "format: headroom-prices/1\nsource: a\ncollected: 2026-11-01\n"

  static let all = [
    BadPriceFile("regoin: us-east-1", "4:1: regoin: no such key; did you mean region?"),
    BadPriceFile("currency: EUR", "4:11: currency: EUR is not USD"),
    BadPriceFile(
      "instances: [{type: c6i.large, usd_per_hour: 1}]",
      "1:1: region: missing; prices hold in one Region, such as us-east-1"),
    BadPriceFile("discounts: {ec3: 5}", "4:13: discounts.ec3: no such key; did you mean ec2?"),
    BadPriceFile(
      "discounts: {ec2: 5%}", "4:18: discounts.ec2: 5% has a per cent sign; the key says the unit; write 5"),
    BadPriceFile(
      "discounts: {ec2: 101}", "4:18: discounts.ec2: 101 is out of range; expected a number from 0 to 100"),
    BadPriceFile("discounts: [ec2]", "4:12: discounts: found a list; expected keys such as `ec2:`"),
    BadPriceFile(
      "region: e\ninstances: {c6i.large: 1}", "5:12: instances: found keys with values; expected a list"),
    BadPriceFile(
      "region: e\ninstances: [c6i.large]", "5:13: instances: found c6i.large; expected keys such as `type:`"),
    BadPriceFile(
      "region: e\ninstances: [{usd_per_hour: 1}]",
      "5:13: instances.type: missing; expected what the prices are of"),
    BadPriceFile(
      "region: e\ninstances: [{type: c6i.large}]",
      "5:13: instances.c6i.large.usd_per_hour: missing; expected dollars such as 0.34, at most 5000 and nine decimal places"
    ),
    BadPriceFile(
      "region: e\ninstances: [{type: x9.large, usd_per_hour: 1}]",
      "5:13: instances.x9.large: the built-in price book does not know this type; state its vcpu and memory_gib"
    ),
    BadPriceFile(
      "region: e\ninstances: [{type: c6i.large, usd_per_hour: $1}]",
      "5:45: instances.c6i.large.usd_per_hour: $1 has a unit; the key says it; write 1"),
    BadPriceFile(
      "region: e\ninstances: [{type: c6i.large, usd_per_hour: 0.1234567891}]",
      "5:45: instances.c6i.large.usd_per_hour: 0.1234567891 is not a price; expected dollars such as 0.34, at most 5000 and nine decimal places"
    ),
    BadPriceFile(
      "region: e\ninstances: [{type: c6i.large, usd_per_hour: -1}]",
      "5:45: instances.c6i.large.usd_per_hour: -1 is not a price; expected dollars such as 0.34, at most 5000 and nine decimal places"
    ),
    BadPriceFile(
      "region: e\ninstances: [{type: c6i.large, usd_per_hour: 0.1..0.2}]",
      "5:45: instances.c6i.large.usd_per_hour: 0.1..0.2 is not a price; expected dollars such as 0.34, at most 5000 and nine decimal places"
    ),
    BadPriceFile(
      "region: e\ninstances: [{type: c6i.large, vcpu: 2.5}]",
      "5:37: instances.c6i.large.vcpu: 2.5 is not whole; expected a whole number"),
    BadPriceFile(
      "region: e\ninstances:\n  - {type: c6i.large, usd_per_hour: 1}\n  - {type: c6i.large, usd_per_hour: 2}",
      "7:5: instances.c6i.large: stands here again; it is in line 6 already"),
    BadPriceFile(
      "region: e\ndatabases: [{class: db.x, engine: mysql, single_az: {usd_per_hour: 1}}]",
      "5:13: databases.db.x.multi_az: missing; expected the price with a standby, such as `{usd_per_hour: 1.8}`"
    ),
    BadPriceFile(
      "region: e\ndatabases: [{class: db.x, single_az: {usd_per_hour: 1}, multi_az: {usd_per_hour: 2}}]",
      "5:13: databases.db.x.engine: missing; expected an engine such as postgresql"),
    BadPriceFile(
      "region: e\ndatabases: [{class: db.x, engine: mysql, single_az: 1, multi_az: {usd_per_hour: 2}}]",
      "5:53: databases.db.x.single_az: found 1; expected keys such as `usd_per_hour:`"),
    BadPriceFile(
      "region: e\ncache_nodes: [{node_type: cn, engines: [reddis], usd_per_hour: 1}]",
      "5:41: cache_nodes.cn.engines: reddis is not redis, valkey or memcached; did you mean redis?"),
    BadPriceFile(
      "region: e\ncache_nodes: [{node_type: cn, usd_per_hour: 1}]",
      "5:15: cache_nodes.cn.engines: missing; expected the engines that cost this, such as [redis]"),
    BadPriceFile(
      "region: e\nvoice_models: [{model: m, speech_input: {usd_per_1000_tokens: 1}}]",
      "5:16: voice_models.m.speech_output: missing; expected a price, such as `{usd_per_1000_tokens: 0.003}`"),
    BadPriceFile(
      "region: e\ntariffs: [{id: cdn_tb, steps: [{usd: 1}]}]", "5:16: tariffs.cdn_tb.id: cdn_tb is not"),
    BadPriceFile(
      "region: e\ntariffs: [{id: cdn_gb}]",
      "5:11: tariffs.cdn_gb.steps: missing; expected prices by quantity, such as `[{up_to: 10240, usd: 0.09}, {usd: 0.07}]`"
    ),
    BadPriceFile(
      "region: e\ntariffs: [{id: cdn_gb, steps: []}]",
      "5:31: tariffs.cdn_gb.steps: empty; expected at least one price, such as `[{usd: 0.08}]`"),
    BadPriceFile(
      "region: e\ntariffs: [{id: cdn_gb, steps: [{usd: 1}, {usd: 2}]}]",
      "5:32: tariffs.cdn_gb.steps.up_to: only the last step has no end; expected up_to"),
    BadPriceFile(
      "region: e\ntariffs: [{id: cdn_gb, steps: [{up_to: 5, usd: 1}]}]",
      "5:40: tariffs.cdn_gb.steps.up_to: the last step has no end; leave out up_to"),
    BadPriceFile(
      "region: e\ntariffs: [{id: cdn_gb, steps: [{up_to: 5, usd: 1}, {up_to: 5, usd: 1}, {usd: 1}]}]",
      "5:60: tariffs.cdn_gb.steps.up_to: not above 5, where the step begins"),
    BadPriceFile(
      "region: e\ntariffs: [{id: nat_gateway_gb, area: japan, steps: [{usd: 1}]}]",
      "5:11: tariffs.nat_gateway_gb.area: this tariff is the same for all viewers; leave out area"),
    BadPriceFile(
      "region: e\ntariffs: [{id: cdn_gb, area: japn, steps: [{usd: 1}]}]",
      "5:30: tariffs.cdn_gb.area: japn is not"),
    BadPriceFile("note: \"a\\u0007\"", "4:7: note: holds the control character \\u{7}"),
    BadPriceFile(
      "note: &x a", "4:7: note: an anchor (&) gives a value a second place; write the value where it counts"),
  ]
}

@Suite("A wrong price file")
struct BadPriceFileTests {
  private func messages(_ text: String) -> [String] {
    do {
      _ = try PriceFile.overlay(Array(text.utf8), name: "f")
      return []
    } catch {
      return error.description.split(separator: "\n").map { String($0.dropFirst(2)) }
    }
  }

  @Test(arguments: BadPriceFile.all)
  func `is refused with the place, what was found and what was expected`(file: BadPriceFile) throws {
    let messages = messages(BadPriceFile.head + file.body + "\n")
    #expect(messages.count == 1)
    #expect(messages.first?.hasPrefix(file.message) == true, "\(messages)")
  }

  @Test(arguments: [
    ("", "1:1: empty; a price file begins with `format: headroom-prices/1`"),
    ("- a\n", "1:1: found a list; expected keys such as `format:`"),
    (
      "format: headroom/1\nname: x\n",
      "1:9: format: headroom/1 is not a price file; expected headroom-prices/1"
    ),
    ("\u{0}", "1:1: the character \\u{0} may not stand in a profile"),
  ])
  func `of another kind is refused`(text: String, message: String) {
    #expect(messages(text).contains(message))
  }

  @Test func `that lacks its head is told all of it`() {
    #expect(
      messages("discounts: {}\n") == [
        "1:1: format: missing; expected headroom-prices/1",
        "1:1: source: missing; expected who says so, such as an agreement",
        "1:1: collected: missing; expected the day on which the prices were read, such as 2026-11-23",
      ])
  }

  @Test func `with a day that does not exist is refused`() {
    #expect(
      messages("format: headroom-prices/1\nsource: a\ncollected: 2026-02-30\n")
        == ["3:12: collected: 2026-02-30 is not a day; expected one such as 2026-11-23"])
  }

  @Test func `that is too large is not read`() {
    let text = "note: " + String(repeating: "x", count: 1 << 20)
    #expect(messages(text) == ["1:1: larger than 1,048,576 bytes; no price file is"])
  }
}
