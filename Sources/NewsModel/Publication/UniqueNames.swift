/// Names of which no two are the same: one that is there already gets a number.
package struct UniqueNames: Sendable {
  private var used: Set<String> = []
  /// The numbers that names which came again have got to: thousands of equal ones are not counted
  /// through each time.
  private var numbers: [String: Int] = [:]

  package init() {}

  /// The name, or the first of its numbered forms that is free.
  ///
  /// - Parameters:
  ///   - key: what of a name tells it from others.
  ///   - numbered: the name with a number, from 2 on.
  package mutating func next(
    _ name: String, key: (String) -> String = { $0 }, numbered: (Int) -> String
  ) -> String {
    let first = key(name)
    if used.insert(first).inserted { return name }
    var number = numbers[first] ?? 2
    while true {
      let candidate = numbered(number)
      number += 1
      if used.insert(key(candidate)).inserted {
        numbers[first] = number
        return candidate
      }
    }
  }

  /// An identifier, an address mostly: the number is a fragment.
  package mutating func next(identifier: String) -> String {
    let mark = identifier.contains("#") ? "-" : "#"
    return next(identifier) { "\(identifier)\(mark)\($0)" }
  }
}
