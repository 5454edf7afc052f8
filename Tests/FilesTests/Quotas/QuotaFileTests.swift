import Files
import Planning
import Testing

@Suite("A listing of quotas")
struct QuotaFileTests {
  /// As `aws service-quotas list-service-quotas --service-code ec2 --output json` prints it, shortened.
  static let listing = """
    {
        "Quotas": [
            {
                "ServiceCode": "ec2",
                "ServiceName": "Amazon Elastic Compute Cloud (Amazon EC2)",
                "QuotaArn": "arn:aws:servicequotas:us-east-1:123456789012:ec2/L-1216C47A",
                "QuotaCode": "L-1216C47A",
                "QuotaName": "Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances",
                "Value": 640.0,
                "Unit": "None",
                "Adjustable": true,
                "GlobalQuota": false,
                "UsageMetric": {"MetricNamespace": "AWS/Usage", "MetricDimensions": {"Class": "Standard/OnDemand"}}
            },
            {"ServiceCode": "ec2", "QuotaCode": "L-34B43A08", "ErrorReason": {"ErrorCode": "SERVICE_QUOTA_NOT_AVAILABLE_ERROR"}}
        ]
    }
    """

  static func messages(_ bytes: [UInt8]) -> [String] {
    do {
      _ = try QuotaFile.quotas(bytes, name: "f")
      return []
    } catch {
      return error.description.split(separator: "\n").map {
        String($0.hasPrefix("f:") ? $0.dropFirst(2) : $0)
      }
    }
  }

  private func quotas(_ bytes: [UInt8]) throws -> [String: Double] {
    let applied = try QuotaFile.quotas(bytes, name: "f")
    return Dictionary(uniqueKeysWithValues: applied.values.map { ($0.key.text, $0.value) })
  }

  private func quotas(_ text: String) throws -> [String: Double] { try quotas(Array(text.utf8)) }

  @Test func `is read as the AWS command line prints it`() throws {
    #expect(try quotas(Self.listing) == ["ec2/L-1216C47A": 640])
  }

  @Test func `may be one quota or a bare list as well`() throws {
    let quota = #"{"ServiceCode": "ec2", "QuotaCode": "L-1216C47A", "Value": 32}"#
    #expect(try quotas(#"{"Quota": \#(quota)}"#) == ["ec2/L-1216C47A": 32])
    #expect(try quotas("[\(quota)]") == ["ec2/L-1216C47A": 32])
    #expect(try quotas(#"{"Quotas": []}"#) == [:])
  }

  @Test func `may be written by any system`() throws {
    let expected = ["ec2/L-1216C47A": 640.0]
    #expect(try quotas(EncodingTests.byteOrderMark + Self.listing.utf8) == expected)
    #expect(try quotas(Self.listing.replacing("\n", with: "\r\n")) == expected)
    for mark in [[0xFF, 0xFE], [0xFE, 0xFF], []] as [[UInt8]] {
      let isBigEndian = mark.first == 0xFE
      let bytes = Self.listing.utf16.flatMap { unit in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return isBigEndian ? [high, low] : [low, high]
      }
      #expect(try quotas(mark + bytes) == expected)
    }
  }

  @Test func `says where an end of UTF-16 is missing`() {
    // The mark, `[`, `1` and the first half of a pair, which the byte 6 begins.
    #expect(
      Self.messages([0xFF, 0xFE, 0x5B, 0, 0x31, 0, 0x3D, 0xD8]) == ["1:3: byte 6 is not UTF-16 text"])
    #expect(Self.messages([0xFF, 0xFE, 0x5B, 0, 0x5D]) == ["1:2: byte 4 is not UTF-16 text"])
    #expect(Self.messages([0x7B, 0xFF, 0x7D]) == ["1:2: byte 1 is not UTF-8 text"])
  }

  @Test(arguments: [
    ("", "1:1: no JSON: the text ends here; expected a value"),
    ("Quotas: []", "1:1: no JSON: found Quotas; expected a value"),
    (#"{"Quotas": ["#, "1:13: Quotas[0]: no JSON: the text ends here; expected a value"),
    (
      "{}",
      "1:1: found keys with values, which lists no quotas; expected what"
        + " `aws service-quotas list-service-quotas --output json` prints: an object with Quotas"
    ),
    (
      "null",
      "1:1: found null, which means nothing, which lists no quotas; expected what"
        + " `aws service-quotas list-service-quotas --output json` prints: an object with Quotas"
    ),
    ("[1, []]", "1:2: [0]: found 1; expected a quota in braces"),
    (#"{"Quotas": 3}"#, "1:12: Quotas: found 3; expected a list"),
    (
      #"{"Quotas": [{"ServiceCode": "ec2", "QuotaCode": "L-1", "Value": -1}]}"#,
      "1:65: Quotas[0].Value: found -1; expected a number of zero or more"
    ),
    (#"[{"Value": 1e999}]"#, "1:12: [0].Value: found 1e999; expected a number of zero or more"),
    (#"[{"QuotaCode": true}]"#, "1:16: [0].QuotaCode: found true; expected text in double quotes"),
  ])
  func `is refused with the place of what is none`(text: String, message: String) {
    #expect(Self.messages(Array(text.utf8)).first == message)
  }

  @Test func `tells all mistakes at once, and the first fifty of many`() {
    let quotas = (1...80).map { #"{"Value": "\#($0)"}"# }.joined(separator: ",\n")
    let messages = Self.messages(Array("[\(quotas)]".utf8))
    #expect(messages.count == 51)
    #expect(messages[1] == "2:11: [1].Value: found 2; expected a number of zero or more")
    #expect(messages.last == "and 30 more")
  }

  @Test func `is at most sixteen mebibytes`() {
    let text = "[" + String(repeating: " ", count: 1 << 24) + "]"
    #expect(Self.messages(Array(text.utf8)) == ["1:1: larger than 16,777,216 bytes; no listing of quotas is"])
  }

  @Test func `of any bytes never traps`() {
    for seed in 0..<200 {
      let bytes = (0..<64).map { UInt8(truncatingIfNeeded: ($0 + 1) &* (seed &* 2_654_435_761 + 97) >> 5) }
      #expect(!Self.messages(bytes).isEmpty)
    }
  }
}
