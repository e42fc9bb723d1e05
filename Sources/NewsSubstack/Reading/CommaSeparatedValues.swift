/// A table as RFC 4180 has it: values parted by commas, in quotation marks where they hold any.
struct CommaSeparatedValues {
  /// Rows of values, the first with the columns' names.
  private(set) var rows: [[String]] = []

  init(_ bytes: [UInt8]) {
    var row: [String] = []
    var value: [UInt8] = []
    var isQuoted = false
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    func text(_ value: [UInt8]) -> String { String(decoding: value, as: UTF8.self) }
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\"") where isQuoted:
        if index + 1 < bytes.count, bytes[index + 1] == byte {
          value.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
      case UInt8(ascii: "\"") where value.isEmpty: isQuoted = true
      case UInt8(ascii: ",") where !isQuoted:
        row.append(text(value))
        value = []
      case 0x0D where !isQuoted: break
      case 0x0A where !isQuoted:
        row.append(text(value))
        if row != [""] { rows.append(row) }
        row = []
        value = []
      default: value.append(byte)
      }
      index += 1
    }
    row.append(text(value))
    if row != [""] { rows.append(row) }
  }

  /// The rows after the first, by the columns' names.
  var records: [[String: String]] {
    guard let names = rows.first else { return [] }
    return rows.dropFirst().map { row in
      Dictionary(
        zip(names, row).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
    }
  }
}
