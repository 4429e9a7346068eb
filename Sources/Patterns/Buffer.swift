internal import CMemory

/// Memory that grows, for one owner: unlike an array, it need not ask at each change whether it is
/// shared.
@safe struct Buffer<Element: BitwiseCopyable>: ~Copyable {
  private var memory: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 16) {
    self.capacity = max(1, capacity)
    unsafe memory = Self.allocate(self.capacity)
  }

  deinit { unsafe memory.deallocate() }

  @inline(__always) subscript(index: Int) -> Element {
    get {
      precondition(index >= 0 && index < count)
      return unsafe memory[index]
    }
    set {
      precondition(index >= 0 && index < count)
      unsafe memory[index] = newValue
    }
  }

  /// Says that the element at `index` is asked for soon.
  @inline(__always) func prefetch(_ index: Int) { unsafe cmemory_prefetch(memory + index) }

  @inline(__always) mutating func append(_ element: Element) {
    if count == capacity { grow(by: 1) }
    unsafe (memory + count).initialize(to: element)
    count &+= 1
  }

  mutating func append(repeating element: Element, count more: Int) {
    if more > capacity - count { grow(by: more) }
    unsafe (memory + count).initialize(repeating: element, count: more)
    count += more
  }

  @inline(__always) mutating func removeAll() { count = 0 }

  @inline(__always) mutating func removeLast(_ less: Int) {
    precondition(less >= 0 && less <= count)
    count &-= less
  }

  /// Room for `capacity` elements, which begins with a line of a cache, so that an element lies in as few
  /// of them as it can.
  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<Element> {
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: capacity * MemoryLayout<Element>.stride, alignment: 64)
    return unsafe memory.bindMemory(to: Element.self, capacity: capacity)
  }

  @inline(never) private mutating func grow(by more: Int) {
    let size = max(2 * capacity, count + more)
    let larger = unsafe Self.allocate(size)
    unsafe larger.initialize(from: memory, count: count)
    unsafe memory.deallocate()
    unsafe memory = larger
    capacity = size
  }
}
