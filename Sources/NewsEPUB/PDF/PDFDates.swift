/// The dates in a PDF's information: when it was printed says nothing of the book, and makes two
/// prints of it differ.
enum PDFDates {
  /// Sets them to a moment (`YYYY-MM-DDThh:mm:ssZ`).
  static func set(in bytes: inout [UInt8], to moment: String) {
    let digits = moment.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }
    guard digits.count == 14 else { return }
    for mark in ["/CreationDate (D:", "/ModDate (D:", "/CreationDate(D:", "/ModDate(D:"] {
      let mark = Array(mark.utf8)
      var index = 0
      while index + mark.count <= bytes.count {
        guard bytes[index] == mark[0], bytes[index..<(index + mark.count)].elementsEqual(mark)
        else {
          index += 1
          continue
        }
        index += mark.count
        var place = 0
        while place < 14, index + place < bytes.count, bytes[index + place] >= 0x30,
          bytes[index + place] <= 0x39
        {
          bytes[index + place] = digits[place]
          place += 1
        }
        index += place
      }
    }
  }
}
