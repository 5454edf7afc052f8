/// A kind of file that a stranger may have written.
package enum FileKind: Hashable, Sendable {
  case profile, prices, quotas, traffic

  /// What the AWS CLI prints, what Terraform shows of a plan or a state, and a CloudFormation template.
  case awsAnswer, terraform, cloudFormation

  /// What a load test, a log or CloudWatch says, where it is no stream of rows.
  case measurements

  /// Changes that a session left behind.
  case keptChanges

  /// No file of the kind is larger, in bytes.
  package var sizeLimit: Int {
    switch self {
    case .profile, .prices, .keptChanges: 1 << 20
    // The listing of the largest service is below a quarter of a megabyte; a year of minutes takes less than 12.
    case .quotas, .traffic: 1 << 24
    // A plan of a thousand resources takes 20 MB; a template may have 1 MB where it lies in a bucket, and its escapes.
    case .awsAnswer, .terraform: 1 << 26
    case .cloudFormation: 1 << 22
    // A month of minutes of twenty metrics.
    case .measurements: 1 << 26
    }
  }

  /// Whether it may be UTF-16, as some shells and spreadsheets of Windows write; what is saved in place may not.
  var mayBeUTF16: Bool {
    switch self {
    case .profile, .keptChanges: false
    case .prices, .quotas, .traffic, .awsAnswer, .terraform, .cloudFormation, .measurements: true
    }
  }

  /// What messages call it.
  var noun: String {
    switch self {
    case .profile: "profile"
    case .prices: "price file"
    case .quotas: "listing of quotas"
    case .traffic: "traffic file"
    case .awsAnswer: "JSON answer of the AWS CLI"
    case .terraform: "plan or state as `terraform show -json` prints it"
    case .cloudFormation: "CloudFormation template"
    case .measurements: "result of a load test"
    case .keptChanges: "file of changes"
    }
  }
}
