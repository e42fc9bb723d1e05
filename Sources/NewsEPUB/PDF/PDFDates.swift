import NewsBytes

/// The dates in a PDF's information: when it was printed says nothing of the book, and makes two
/// prints of it differ.
enum PDFDates {
  /// Sets them to a moment (`YYYY-MM-DDThh:mm:ssZ`).
  static func set(in bytes: inout [UInt8], to moment: String) {
    let digits = moment.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }
    guard digits.count == 14 else { return }
    let mark = Array("(D:".utf8)
    var index = 0
    while let found = bytes.place(of: mark, from: index) {
      index = found + mark.count
      let name = bytes[max(0, found - 14)..<found]
      guard Self.names.contains(where: { name.reversed().starts(with: $0.reversed()) }) else {
        continue
      }
      var place = 0
      while place < 14, index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39 {
        bytes[index] = digits[place]
        place += 1
        index += 1
      }
    }
  }

  private static let names = ["/CreationDate ", "/ModDate ", "/CreationDate", "/ModDate"].map {
    Array($0.utf8)
  }
}
