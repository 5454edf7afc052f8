internal import Planning

/// Walks through one file of AWS's price list and hands over the offers in it.
struct PriceListReader {
  /// Opens the file; a second time where prices stand before what they are of.
  private let open: () throws(InputFileError) -> JSONStream
  private var stream: JSONStream

  /// Days on which what was read was published.
  private(set) var days: Set<String> = []

  /// Products of an offer file that a fleet may have, by SKU; their prices stand apart from them.
  private var products: [String: OfferedProduct] = [:]
  private var isList = false
  private var isFound = false

  init(_ open: @escaping () throws(InputFileError) -> JSONStream) throws(InputFileError) {
    self.open = open
    stream = try open()
  }

  mutating func read(_ take: (Offer) throws(InputFileError) -> Void) throws(InputFileError) {
    let start = stream.place
    guard try stream.peekValue() == UInt8(ascii: "{") else {
      throw PriceListMistake.noList.refusal(at: start)
    }
    let isOrdered = try readOnce(take)
    if !isList { throw PriceListMistake.noList.refusal(at: start) }
    if !isOrdered {
      stream = try open()
      _ = try readOnce(take)
    }
    if isFound, days.isEmpty { throw PriceListMistake.noDay.refusal(at: start) }
  }

  /// - Returns: whether products came before their prices, which else are read when the products are known.
  private mutating func readOnce(_ take: (Offer) throws(InputFileError) -> Void) throws(InputFileError)
    -> Bool
  {
    var isOrdered = true
    var sawTerms = false
    let stream = stream
    try stream.object { key throws(InputFileError) in
      let first = try stream.peekValue()
      switch key {
      case "PriceList" where first == UInt8(ascii: "["):
        isList = true
        try stream.array { () throws(InputFileError) in try readProduct(take) }
      case "products" where first == UInt8(ascii: "{"):
        isList = true
        if sawTerms, products.isEmpty { isOrdered = false }
        try readProducts()
      case "terms" where first == UInt8(ascii: "{"):
        sawTerms = true
        try readTerms(take)
      case "publicationDate":
        if case .text(let day) = try stream.value(of: stream.take()).content {
          days.insert(String(day.prefix(10)))
        }
      default: try stream.skip()
      }
    }
    try stream.expectEnd()
    return isOrdered
  }

  /// An element of a page: an object, or one as text.
  private mutating func readProduct(_ take: (Offer) throws(InputFileError) -> Void) throws(InputFileError) {
    let taken = try stream.take()
    var node = try stream.value(of: taken)
    if case .text(let text) = node.content {
      node = try stream.value(of: (Array(text.utf8), taken.place))
    }
    guard let product = OfferedProduct(node["product"], service: node["serviceCode"]?.word, at: taken.place),
      let terms = node["terms"]?["OnDemand"], let offer = try product.offer(terms)
    else { return }
    if let day = node["publicationDate"]?.word { days.insert(String(day.prefix(10))) }
    isFound = true
    try take(offer)
  }

  private mutating func readProducts() throws(InputFileError) {
    let stream = stream
    try stream.object { sku throws(InputFileError) in
      let taken = try stream.take()
      let node = try stream.value(of: taken)
      products[sku] = OfferedProduct(node, service: node["attributes"]?["servicecode"]?.word, at: taken.place)
    }
  }

  private mutating func readTerms(_ take: (Offer) throws(InputFileError) -> Void) throws(InputFileError) {
    let stream = stream
    try stream.object { kind throws(InputFileError) in
      guard kind == "OnDemand", try stream.peekValue() == UInt8(ascii: "{") else { return try stream.skip() }
      try stream.object { sku throws(InputFileError) in
        guard let product = products[sku] else { return try stream.skip() }
        if let offer = try product.offer(stream.value(of: stream.take())) {
          isFound = true
          try take(offer)
        }
      }
    }
  }
}

extension JSONNode {
  /// The values of an object.
  var values: [JSONNode] { if case .object(let members) = content { members.map(\.value) } else { [] } }
}
