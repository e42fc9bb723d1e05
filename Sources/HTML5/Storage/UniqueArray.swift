/// A growing array with one owner: no reference counting and no check for other owners.
struct UniqueArray<Element: BitwiseCopyable>: ~Copyable {
  private(set) var count = 0
  private var capacity: Int
  private var base: UnsafeMutablePointer<Element>

  /// An array with room for so many; one for none takes no memory before it gets an element.
  init(capacity: Int = 0) {
    self.capacity = max(capacity, 0)
    base = capacity > 0 ? .allocate(capacity: capacity) : Self.nowhere
  }

  /// Where an array is that has no memory.
  private static var nowhere: UnsafeMutablePointer<Element> {
    // An address that is aligned and never used.
    UnsafeMutablePointer(bitPattern: MemoryLayout<Element>.alignment).unsafelyUnwrapped
  }

  deinit { if capacity > 0 { base.deallocate() } }

  /// Where the elements are, until the array grows or ends.
  var start: UnsafePointer<Element> { UnsafePointer(base) }

  var isEmpty: Bool { @inline(__always) get { count == 0 } }

  /// An element; an index out of range traps.
  subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      return base[index]
    }
    @inline(__always) _modify {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      yield &base[index]
    }
  }

  /// An element by a number as nodes hold it.
  subscript(index: Int32) -> Element {
    @inline(__always) get { self[Int(index)] }
    @inline(__always) _modify { yield &self[Int(index)] }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(to: count &+ 1) }
    (base + count).initialize(to: element)
    count &+= 1
  }

  @inline(__always)
  @discardableResult
  mutating func removeLast() -> Element {
    precondition(count > 0)
    count &-= 1
    return base[count]
  }

  /// Drops all elements from an index on.
  @inline(__always)
  mutating func truncate(to count: Int) {
    precondition(count >= 0 && count <= self.count)
    self.count = count
  }

  mutating func insert(_ element: Element, at index: Int) {
    precondition(index >= 0 && index <= count)
    append(element)
    var place = count - 1
    while place > index {
      base[place] = base[place - 1]
      place -= 1
    }
    base[index] = element
  }

  mutating func remove(at index: Int) {
    precondition(index >= 0 && index < count)
    for place in index..<(count - 1) { base[place] = base[place + 1] }
    count -= 1
  }

  /// Appends as many copies of an element as it takes to have so many.
  mutating func fill(to count: Int, with element: Element) {
    guard self.count < count else { return }
    if count > capacity { grow(to: count) }
    (base + self.count).initialize(repeating: element, count: count &- self.count)
    self.count = count
  }

  @inline(never)
  private mutating func grow(to needed: Int) {
    let larger = max(needed, capacity * 2, 4)
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    if capacity > 0 {
      moved.moveInitialize(from: base, count: count)
      base.deallocate()
    }
    base = moved
    capacity = larger
  }

  /// A copy.
  var array: [Element] { Array(UnsafeBufferPointer(start: base, count: count)) }

  /// The elements.
  var span: Span<Element> {
    @_lifetime(borrow self)
    get { _overrideLifetime(Span(_unsafeStart: base, count: count), borrowing: self) }
  }
}

extension UniqueArray<UInt8> {
  /// Appends bytes of a text.
  @inline(__always)
  mutating func append(_ bytes: borrowing RawSpan, from start: Int, to end: Int) {
    let length = end &- start
    guard length > 0 else { return }
    precondition(start >= 0 && end <= bytes.byteCount)
    if count &+ length > capacity { grow(to: count &+ length) }
    let target = UnsafeMutableRawPointer(base + count)
    bytes.withUnsafeBytes { source in
      target.copyMemory(from: source.baseAddress! + start, byteCount: length)
    }
    count &+= length
  }

  /// Appends a part of itself.
  mutating func appendOwn(from start: Int, to end: Int) {
    precondition(start >= 0 && start <= end && end <= count)
    let length = end - start
    if count + length > capacity { grow(to: count + length) }
    (base + count).initialize(from: base + start, count: length)
    count += length
  }

  /// Appends a character in UTF-8.
  mutating func append(_ scalar: Unicode.Scalar) {
    for unit in UTF8.encode(scalar).unsafelyUnwrapped { append(unit) }
  }
}
