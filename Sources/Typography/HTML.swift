/// A piece of an HTML page; interpolated text is safe between tags and in quoted attributes.
package typealias HTML = Markup<HTMLLanguage>

package enum HTMLLanguage: MarkupLanguage {
  package static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text.printable {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
