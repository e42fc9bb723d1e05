/// What names mean, remembered by their address.
///
/// libxml2 keeps one copy of each name of a page, so its address stands for it: looking it up by
/// its bytes happens once.
struct HTMLNameCache<Value> {
  private var entries: [(key: UnsafePointer<UInt8>, value: Value)?]

  init() { entries = Array(repeating: nil, count: 512) }

  mutating func value(
    of name: UnsafePointer<UInt8>, _ lookUp: (String) -> Value
  ) -> Value {
    let address = UInt(bitPattern: name)
    let slot = Int(truncatingIfNeeded: (address ^ (address >> 9)) & 511)
    if let entry = entries[slot], entry.key == name { return entry.value }
    let value = lookUp(String(cString: name))
    entries[slot] = (name, value)
    return value
  }
}
