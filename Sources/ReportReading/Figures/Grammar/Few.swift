/// A list that mostly has one element, for which it needs no memory of its own.
enum Few<Element>: RandomAccessCollection {
  case none
  case one(Element)
  /// Of any number.
  case many([Element])

  init(_ elements: [Element]) { self = .many(elements) }

  @inline(__always)
  var startIndex: Int { 0 }

  @inline(__always)
  var endIndex: Int {
    switch self {
    case .none: 0
    case .one: 1
    case .many(let elements): elements.count
    }
  }

  @inline(__always)
  subscript(position: Int) -> Element {
    switch self {
    case .one(let element):
      precondition(position == 0, "an element of the list")
      return element
    case .many(let elements): return elements[position]
    case .none: preconditionFailure("an element of the list")
    }
  }

  /// Adds an element at the end.
  mutating func append(_ element: Element) {
    switch self {
    case .none: self = .one(element)
    case .one(let first): self = .many([first, element])
    case .many(var elements):
      self = .none
      elements.append(element)
      self = .many(elements)
    }
  }

  /// Changes each element in its place.
  @inline(__always)
  mutating func update(_ body: (inout Element) -> Void) {
    switch self {
    case .none: break
    case .one(var element):
      body(&element)
      self = .one(element)
    case .many(var elements):
      self = .none
      for i in elements.indices { body(&elements[i]) }
      self = .many(elements)
    }
  }
}

extension Few: Sendable where Element: Sendable {}

extension Few<Words> {
  func joined(separator: StaticString) -> Words {
    switch self {
    case .none: Words()
    case .one(let words): words
    case .many(let all): all.joined(separator: separator)
    }
  }
}

extension Array {
  /// Takes all elements away and keeps their room: in fewer steps than `removeAll(keepingCapacity:)`, where there are few.
  @inline(__always)
  mutating func removeEach() {
    while popLast() != nil {}
  }
}
