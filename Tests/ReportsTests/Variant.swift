import Planning
import Testing

/// The guide changed in one way that a report has to cope with.
struct Variant: Sendable, CustomTestStringConvertible {
  let name: String
  let change: @Sendable (inout Profile) -> Void

  var testDescription: String { name }

  static let all = [
    Variant(name: "as it is") { _ in },
    Variant(name: "nothing quoted") { $0.quotes = Quotes() },
    Variant(name: "an unknown instance type") { $0.compute.instanceType = "c99.huge" },
    Variant(name: "an unknown region") { $0.region = "me-west-1" },
    Variant(name: "no voice, firewall, monitoring or CDN") {
      $0.voice = nil
      $0.firewall = nil
      $0.monitoring = nil
      $0.cdn.enabled = false
    },
    Variant(name: "the largest fleet and the most users that the format takes") {
      $0.demand.concurrentUsers = 10_000_000_000
      $0.compute.instances = InstanceCounts(min: 99_998, desired: 99_999, max: 100_000)
    },
    Variant(name: "one instance and one user") {
      $0.demand.concurrentUsers = 1
      $0.compute.instances = InstanceCounts(min: 1, desired: 1, max: 1)
    },
    Variant(name: "hostile names") {
      $0.name = Hostile.text
      $0.region = Hostile.text
      $0.compute.instanceType = Hostile.text
      $0.database?.instanceClass = Hostile.text
      $0.database?.engine = Hostile.text
      $0.cache?.nodeType = Hostile.text
      $0.voice?.model = Hostile.text
    },
  ]
}

/// Text that would act on whatever opens it, if it were let.
enum Hostile {
  static let text =
    "=cmd|' /C calc'!A0;-1\t\u{1B}]0;title\u{7}\u{9B}31m\u{202E}\u{200B}\n<script>alert(1)</script>"
    + "<img src=x onerror=alert(1)>\"' `rm -rf /` $(reboot) | **bold** [x](javascript:1) @team #1 www.a.example"
}
