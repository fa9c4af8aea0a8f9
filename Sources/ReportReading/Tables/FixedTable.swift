/// Elements that are made once and live as long as the program, so that reading one counts no references.
@safe
struct FixedTable<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  // Unchecked because this memory is written in `init` only.
  private let elements: UnsafePointer<Element>
  let count: Int

  init(_ elements: [Element]) {
    // Unsafe because the memory is unmanaged: as many elements as the array has, never freed.
    let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(elements.count, 1))
    _ = unsafe memory.initialize(fromContentsOf: elements)
    unsafe self.elements = UnsafePointer(memory.baseAddress!)
    count = elements.count
  }

  /// The element of an index that is there.
  @unsafe
  @inline(__always)
  subscript(unchecked index: Int) -> Element { unsafe elements[index] }

  @inline(__always)
  subscript(index: Int) -> Element {
    precondition(index >= 0 && index < count, "no such element")
    // Unsafe because the pointer is read unchecked: the line above has checked.
    return unsafe elements[index]
  }
}
