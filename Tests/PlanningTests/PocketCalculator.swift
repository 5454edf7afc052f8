/// Works out a printed formula as somebody with a pocket calculator does, from the printed figures alone.
///
/// `25 | 50 | 100` are the values at as many columns, of two for three the first counts twice; a word is a unit and counts nothing;
/// `%` is a hundredth; operators stand between spaces. What follows a comma before a word is a remark.
struct PocketCalculator {
  private var tokens: [Token]
  private let columns: Int
  private var position = 0

  private enum Token: Equatable {
    case number([Double])
    case sign(Character)
    case function(String)
  }

  /// The value at each column; nil where the text is no arithmetic.
  static func values(of formula: String, columns: Int = 3) -> [Double]? {
    guard let tokens = tokens(of: formula), !tokens.isEmpty else { return nil }
    var calculator = PocketCalculator(tokens: tokens, columns: columns)
    guard let values = calculator.sum(), calculator.position == tokens.count else { return nil }
    return values
  }

  private init(tokens: [Token], columns: Int) {
    self.tokens = tokens
    self.columns = columns
  }

  private static func tokens(of formula: String) -> [Token]? {
    var tokens: [Token] = []
    var joins = false
    for word in formula.split(separator: " ") {
      var word = word
      if let remark = word.last, remark == ",", word.dropLast().last?.isLetter == true || !tokens.isEmpty {
        word.removeLast()
        append(word, to: &tokens, joins: &joins)
        break
      }
      append(word, to: &tokens, joins: &joins)
    }
    return tokens
  }

  private static func append(_ word: Substring, to tokens: inout [Token], joins: inout Bool) {
    var word = word
    for name in ["floor(", "ceil("] where word.hasPrefix(name) {
      tokens += [.function(String(name.dropLast())), .sign("(")]
      word = word.dropFirst(name.count)
    }
    while word.first == "(" {
      tokens.append(.sign("("))
      word.removeFirst()
    }
    let closing = word.reversed().prefix { $0 == ")" }.count
    word = word.dropLast(closing)
    defer { tokens += Array(repeating: .sign(")"), count: closing) }
    if word == "|" {
      joins = true
    } else if word.count == 1, let sign = word.first, "+-x/".contains(sign) {
      tokens.append(.sign(sign))
    } else if let number = number(word) {
      if joins, case .number(let columns) = tokens.last {
        tokens[tokens.count - 1] = .number(columns + [number])
      } else {
        tokens.append(.number([number]))
      }
      joins = false
    }
  }

  /// `$1,234.5/h` is 1,234.5; a word that does not begin with a digit is none.
  private static func number(_ word: Substring) -> Double? {
    let digits = word.drop { $0 == "$" }.prefix { $0.isNumber || $0 == "," || $0 == "." }
    let rest = word.drop { $0 == "$" }.dropFirst(digits.count)
    guard digits.first?.isNumber == true, rest.first?.isLetter != true, rest.first != "-" else { return nil }
    return Double(digits.filter { $0 != "," }).map { rest.first == "%" ? $0 / 100 : $0 }
  }

  private mutating func next() -> Token? {
    guard position < tokens.count else { return nil }
    position += 1
    return tokens[position - 1]
  }

  private mutating func takes(_ signs: String) -> Character? {
    guard position < tokens.count, case .sign(let sign) = tokens[position], signs.contains(sign) else {
      return nil
    }
    position += 1
    return sign
  }

  private mutating func sum() -> [Double]? {
    guard var left = product() else { return nil }
    while let sign = takes("+-") {
      guard let right = product() else { return nil }
      left = zip(left, right).map { sign == "+" ? $0 + $1 : $0 - $1 }
    }
    return left
  }

  private mutating func product() -> [Double]? {
    guard var left = factor() else { return nil }
    while let sign = takes("x/") {
      guard let right = factor() else { return nil }
      left = zip(left, right).map { sign == "x" ? $0 * $1 : $0 / $1 }
    }
    return left
  }

  private mutating func factor() -> [Double]? {
    switch next() {
    case .number(let numbers):
      if numbers.count == columns { return numbers }
      if numbers.count == 2, columns == 3 { return [numbers[0]] + numbers }
      return numbers.count == 1 ? Array(repeating: numbers[0], count: columns) : nil
    case .sign("("): return closing(sum())
    case .function(let name):
      guard takes("(") != nil, let inner = closing(sum()) else { return nil }
      return inner.map { (name == "floor" ? $0 + 1e-9 : $0 - 1e-9).rounded(name == "floor" ? .down : .up) }
    default: return nil
    }
  }

  private mutating func closing(_ inner: [Double]?) -> [Double]? { takes(")") == nil ? nil : inner }
}
