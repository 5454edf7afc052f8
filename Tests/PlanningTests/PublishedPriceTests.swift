import Files
import Testing

@testable import Planning

/// A month's bill at a price that another project states, and what that project expects it to come to.
///
/// They check the sum, not today's price list. The files are Infracost's own expected results at commit 95ba4f4.
struct PublishedBill: Sendable, CustomTestStringConvertible {
  let id: String
  let price: String
  let quantity: Int
  let expected: String
  let source: String

  init(_ id: String, _ price: String, x quantity: Int, _ expected: String, _ source: String) {
    self.id = id
    self.price = price
    self.quantity = quantity
    self.expected = expected
    self.source = source
  }

  var testDescription: String { "\(id): \(source)" }
}

@Suite struct `Bills that others have published` {
  @Test(arguments: [
    PublishedBill(
      "ASG-1", "0.0464", x: 2 * 730, "67.74", "autoscaling_group_test, asg_lt_basic, 2 x t2.medium"),
    PublishedBill("ASG-3", "0.0464", x: 730, "33.87", "autoscaling_group_test, asg_lt_min_size_zero"),
    PublishedBill("ASG-3 at max", "0.0464", x: 3 * 730, "101.62", "the range that the same group can cost"),
    PublishedBill("ASG-5", "0.0928", x: 3 * 730, "203.23", "6 capacity units at weight 2 are 3 x t2.large"),
    PublishedBill(
      "ASG-7", "0.05", x: 350 * 2 * 2, "70.00", "autoscaling_group_test, CPU credits of 2 x 2 vCPUs"),
    PublishedBill("ASG-9", "0.30", x: 6 * 7, "12.60", "autoscaling_group_test, detailed monitoring"),
    PublishedBill("ASG-11", "0.065", x: 400, "26.00", "autoscaling_group_test, 400 IOPS"),
    PublishedBill("EC2-1", "0.768", x: 730, "560.64", "output_format_json, m5.4xlarge"),
    PublishedBill("RDS-1", "0.136", x: 730, "99.28", "db_instance_test, db.t3.large"),
    PublishedBill("RDS-3", "0.23", x: 30, "6.90", "db_instance_test, Multi-AZ storage"),
    PublishedBill("RDS-5", "0.171", x: 730, "124.83", "db_instance_test, db.m5.large"),
    PublishedBill("RDS-7", "0.02", x: 4000 - 3000, "20.00", "db_instance_test, IOPS above the baseline"),
    PublishedBill("RDS-9", "0.23", x: 400, "92.00", "db_instance_test, gp3 Multi-AZ"),
    PublishedBill("RDS-11", "0.10", x: 1200, "120.00", "db_instance_test, io1"),
    PublishedBill("REDIS-2", "1.724", x: 3 * 730, "3775.56", "elasticache_replication_group_test, 3 nodes"),
    PublishedBill(
      "REDIS-4", "0.156", x: 8 * (1 + 5) * 730, "5466.24", "elasticache_replication_group_test, at min"),
    PublishedBill(
      "REDIS-4 at max", "0.156", x: 13 * (1 + 17) * 730, "26647.92", "the same declaration at max"),
    PublishedBill("ALB-1", "0.0225", x: 730, "16.43", "lb_test: 16.425 rounds half up"),
    PublishedBill("DT-3", "0.01", x: 2 * 1000, "20.00", "data_transfer_test, both directions between zones"),
    PublishedBill("CW-1", "0.50", x: 1000, "500.00", "cloudwatch_log_group_test, ingestion"),
    PublishedBill("CW-3", "0.005", x: 250, "1.25", "cloudwatch_log_group_test, insights"),
    PublishedBill("CW-5", "0.30", x: 1, "0.30", "cloudwatch_metric_alarm_test, high resolution"),
    PublishedBill("CW-7", "3.00", x: 1, "3.00", "cloudwatch_dashboard_test"),
    PublishedBill("NAT-2", "0.045", x: 100, "4.50", "nat_gateway_test"),
    PublishedBill("BAND-2", "0.008", x: 730, "5.84", "terrapod issue 977, least LCU"),
    PublishedBill("BAND-2 at max", "0.008", x: 30_000, "240.00", "terrapod issue 977, most LCU"),
  ])
  func `come to the same cent`(bill: PublishedBill) throws {
    let price = try #require(Price(decimal: bill.price))
    #expect(price.times(bill.quantity).rounded.decimal == bill.expected)
    #expect(price.times(Double(bill.quantity)).rounded.decimal == bill.expected)
  }

  /// Infracost's data_transfer_test: 10,240 x 0.09 + 40,960 x 0.085 + 5,800 x 0.07 = 4,809.20 for 57,000 GB, with no
  /// free gigabyte. AWS gives 100 of them for nothing, and the steps begin after them.
  @Test func `climb the internet tiers`() throws {
    let tariff = try #require(PriceBook("us-east-1")?[Tariff.ID("internet_gb")])
    #expect(tariff.bill(57_100).rounded.decimal == "4809.20")
    #expect(tariff.bill(100) == .zero)
  }

  /// An invoice of 58,887.163 GB: 100 free, 10,240 x 0.09 + 40,960 x 0.085 + 7,587.163 x 0.07.
  @Test func `begin the steps after the free units`() throws {
    let tariff = try #require(PriceBook("us-east-1")?[Tariff.ID("internet_gb")])
    #expect(tariff.bill(58_887.163).rounded.decimal == "4934.30")
  }

  /// Business support: 10% of 10,000, 7% of 70,000, 5% of 20,000; at least 100 once anything is paid for.
  @Test(arguments: [(0, "0.00"), (0.01, "100.00"), (1000, "100.00"), (1500, "150.00"), (100_000, "6900.00")])
  func `are at least the minimum once there is a quantity`(quantity: Double, bill: String) throws {
    let tariff = try #require(PriceBook("us-east-1")?[Tariff.ID("support_business")])
    #expect(tariff.bill(quantity).rounded.decimal == bill)
  }

  /// terrapod issue 977: a typical balancer is 16.43 + 1,460 LCU-hours x 0.008.
  @Test func `add up line by line`() throws {
    let book = try #require(PriceBook("us-east-1"))
    let hours = try #require(book[Tariff.ID("load_balancer_hour")]).bill(730).rounded
    let units = try #require(book[Tariff.ID("load_balancer_lcu_hour")]).bill(1460).rounded
    #expect((hours + units).decimal == "28.11")
  }

  /// 100 new connections a second of 180 s each keep 18,000 open; 1 MB a second is 3.6 GB an hour.
  /// Source: intl.cloud.tencent.com/document/product/214/41563, with the same thresholds as AWS.
  @Test func `count the largest dimension of a load balancer`() {
    let units = LoadBalancerUnits(newConnections: 100, activeConnections: 100 * 180, gigabytes: 3.6)
    #expect(units.newConnections == 4)
    #expect(units.activeConnections == 6)
    #expect(units.processedBytes == 3.6)
    #expect(units.billed == 6)
  }

  /// A tool that divides by 100 instead of 25 comes to 0.20.
  @Test func `divide new connections by 25`() throws {
    let units = LoadBalancerUnits(newConnections: 2500, activeConnections: 0, gigabytes: 0).billed
    #expect(units == 100)
    let tariff = try #require(PriceBook("us-east-1")?[Tariff.ID("load_balancer_lcu_hour")])
    #expect(tariff.bill(units * 730).rounded.decimal == "584.00")
  }

  /// Diego capacity analyzer, TestGenerateWarnings_BlastRadius: 20 units are 5% each and no warning, 4 are 25%.
  @Test(arguments: [(20, Finding.Severity?.none), (10, nil), (9, .note), (5, .note), (4, .warning)])
  func `draw the blast radius alike`(instances: Int, severity: Finding.Severity?) {
    var profile = Sound.profile
    profile.demand.concurrentUsers = 4000
    profile.compute.instances = InstanceCounts(min: 3, desired: instances, max: 40)
    let found = Review(Plan(profile)).findings.first { $0.id == "HR108" }
    #expect(found?.severity == severity)
  }
}
