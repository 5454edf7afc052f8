/// A large value that whoever holds it keeps at arm's length: a copy costs a reference until one of the two changes.
@propertyWrapper
struct Boxed<Value: Sendable>: @unchecked Sendable {
  private final class Box {
    var value: Value

    init(_ value: Value) { self.value = value }
  }

  private var box: Box

  init(wrappedValue: Value) { box = Box(wrappedValue) }

  /// No box is changed that somebody else holds, which is what makes it safe to send.
  var wrappedValue: Value {
    get { box.value }
    _modify {
      if !isKnownUniquelyReferenced(&box) { box = Box(box.value) }
      yield &box.value
    }
  }
}

extension Boxed: Equatable where Value: Equatable {
  static func == (one: Boxed, other: Boxed) -> Bool {
    one.box === other.box || one.box.value == other.box.value
  }
}
