/// What a property is called in the three languages in which AWS is described.
struct Key: ExpressibleByStringLiteral {
  let cli: String
  let terraform: String
  let cloudFormation: String

  init(stringLiteral name: String) { self.init(name) }

  /// Terraform's name is the CLI's in snake case, and CloudFormation's the same, unless they are said.
  init(_ cli: String, terraform: String? = nil, cloudFormation: String? = nil) {
    self.cli = cli
    self.terraform = terraform ?? cli.snakeCased
    self.cloudFormation = cloudFormation ?? cli
  }
}

extension String {
  /// `DBInstanceClass` as `db_instance_class`.
  fileprivate var snakeCased: String {
    let letters = Array(utf8)
    var words: [UInt8] = []
    for (index, letter) in letters.enumerated() {
      let isCapital = letter.isCapital
      let follows = index > 0 && !letters[index - 1].isCapital
      let leads = index > 0 && letters[safe: index + 1].map { !$0.isCapital && !$0.isDigit } == true
      if isCapital, follows || leads { words.append(UInt8(ascii: "_")) }
      words.append(isCapital ? letter | 0x20 : letter)
    }
    return String(decoding: words, as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var isCapital: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
}
