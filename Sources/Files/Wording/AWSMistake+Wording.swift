extension AWSMistake {
  var text: String {
    switch self {
    case .wrongNode(let found, let expected): "found \(found.text); expected \(expected)"
    case .noPlan(let found):
      "found \(found.text); expected what `terraform show -json` prints of a plan or a state"
    case .noTemplate(let found):
      "found \(found.text); expected a CloudFormation template with Resources, or what `get-template` prints"
    }
  }
}
