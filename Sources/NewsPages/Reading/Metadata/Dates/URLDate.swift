internal import NewsBlocks
internal import NewsModel
internal import NewsText

/// The date in an address, `/2020/02/19/`, `2020-02-19` or `/2020/feb/19/`.
enum URLDate {
  static func date(in address: String) -> Timestamp? {
    let path = withNumbers(URLReference.path(of: address))
    var numbers: [(value: Int, digits: Int, end: Int, start: Int)] = []
    var index = 0
    while index < path.count {
      guard path[index] >= 0x30, path[index] <= 0x39 else {
        index += 1
        continue
      }
      let start = index
      var value = 0
      while index < path.count, path[index] >= 0x30, path[index] <= 0x39, index - start < 12 {
        value = value * 10 + Int(path[index] - 0x30)
        index += 1
      }
      numbers.append((value, index - start, index, start))
    }
    for (place, number) in numbers.enumerated() {
      if number.digits == 8, (1995...2100).contains(number.value / 10_000),
        let date = Timestamp(
          year: number.value / 10_000, month: number.value / 100 % 100, day: number.value % 100)
      {
        return date
      }
      if number.digits == 4, (1995...2100).contains(number.value), place >= 2 {
        let month = numbers[place - 1]
        let day = numbers[place - 2]
        if number.start == month.end + 1, month.start == day.end + 1, month.digits <= 2,
          day.digits <= 2,
          let date = Timestamp(year: number.value, month: month.value, day: day.value)
        {
          return date
        }
      }
      guard number.digits == 4, (1995...2100).contains(number.value), place + 2 < numbers.count
      else {
        continue
      }
      let month = numbers[place + 1]
      let day = numbers[place + 2]
      guard month.start == number.end + 1, day.start == month.end + 1, month.digits <= 2,
        day.digits <= 2
      else { continue }
      if let date = Timestamp(year: number.value, month: month.value, day: day.value) {
        return date
      }
    }
    return nil
  }

  /// A path with its months as numbers.
  private static func withNumbers(_ path: String) -> [UInt8] {
    guard path.utf8.count < 2000 else { return [] }
    return path.split(separator: "/", omittingEmptySubsequences: false).map { part in
      guard (3...9).contains(part.utf8.count), part.allSatisfy(\.isLetter),
        let month = MonthNames.month(part.lowercased())
      else { return Array(part.utf8) }
      return Array(String(month).utf8)
    }.joined(separator: [UInt8(ascii: "/")]).map(\.self)
  }
}
