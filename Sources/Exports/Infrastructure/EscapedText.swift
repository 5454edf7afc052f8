internal import Typography

extension String {
  /// As it stands between double quotes in YAML and in HCL, with everything as an escape that is not plainly itself.
  var escapedForDoubleQuotes: String {
    var escaped = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      case "\t": escaped += "\\t"
      case _ where scalar.isPlain: escaped.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        escaped += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      }
    }
    return escaped
  }
}
