import NewsFrontMatter
import NewsModel

/// A table in text: CSV (RFC 4180) or TSV, its first row naming the columns.
struct DelimitedText {
  /// Each row as a mapping from column to text; an empty field is null.
  let rows: MetadataValue

  /// Reads a table in one pass.
  init(_ text: String, separator: UInt8) {
    var records: [[MetadataValue]] = []
    var record: [MetadataValue] = []
    var field: [UInt8] = []
    var isQuoted = false
    var wasQuoted = false
    func endField() {
      record.append(
        field.isEmpty && !wasQuoted ? .null : .string(String(decoding: field, as: UTF8.self)))
      field.removeAll(keepingCapacity: true)
      wasQuoted = false
    }
    func endRecord() {
      // A blank line is no record.
      if record.isEmpty, field.isEmpty, !wasQuoted { return }
      endField()
      records.append(record)
      record.removeAll()
    }
    let bytes = Array(text.utf8)
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if isQuoted {
        if byte != 0x22 {
          field.append(byte)
        } else if position < bytes.count, bytes[position] == 0x22 {
          field.append(0x22)
          position += 1
        } else {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case 0x22 where field.isEmpty:
        isQuoted = true
        wasQuoted = true
      case separator: endField()
      case 0x0A: endRecord()
      case 0x0D where position < bytes.count && bytes[position] == 0x0A: break
      default: field.append(byte)
      }
    }
    endRecord()
    guard let header = records.first?.map(\.rubyText) else {
      rows = .list([])
      return
    }
    rows = .list(
      records.dropFirst().map { record in
        .map(
          MetadataMap(
            entries: header.enumerated().map { index, name in
              .init(key: name, value: index < record.count ? record[index] : .null)
            }))
      })
  }
}
