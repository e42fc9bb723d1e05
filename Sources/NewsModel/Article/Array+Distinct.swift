extension Array {
  /// The elements, each once by what tells them apart, in the order in which they first come.
  ///
  /// Linear in their number: how many tags or authors a text has is its writer's to say.
  package func distinct<Key: Hashable>(by key: (Element) -> Key) -> [Element] {
    if count < 2 { return self }
    // A few are sooner compared than hashed.
    if count <= 8 {
      var keys: [Key] = []
      return filter { element in
        let key = key(element)
        if keys.contains(key) { return false }
        keys.append(key)
        return true
      }
    }
    var keys: Set<Key> = []
    return filter { keys.insert(key($0)).inserted }
  }
}

extension [String] {
  /// The texts, each once; compiled for texts, as most of what is asked for is.
  package func distinct() -> [String] { distinct { $0 } }
}

extension Array where Element: Hashable {
  /// The elements, each once, in the order in which they first come; linear in their number.
  package func distinct() -> [Element] { distinct { $0 } }
}
