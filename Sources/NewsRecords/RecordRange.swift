package import NewsModel

/// Which records of a file are wanted: `--records 0-999`, counted from 0 in the file's order.
package struct RecordRange: Sendable, Hashable {
  /// The first that is wanted.
  package var first: Int
  /// The last that is wanted.
  package var last: Int

  /// All of them.
  package static let all = RecordRange(first: 0, last: .max)

  /// The option that collections of records take.
  package static let option = FormatOption(
    "records", .value("RANGE"),
    help: "Read these records alone, counted from 0: 0-999, 1000-, 42.")

  /// The option that says where in the file a record begins: a line of an index (`newsconv index`).
  package static let startOption = FormatOption(
    "start", .value("NUMBER@OFFSET"),
    help: "Begin with the record of this number at this offset of the file ('newsconv index').")

  /// What the option for the start says.
  package static func start(
    _ options: FormatOptions
  ) throws(ConversionError) -> (number: Int, offset: Int) {
    guard let text = options.value(startOption.name) else { return (0, 0) }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let offset = parts[1], number >= 0, offset >= 0
    else {
      throw ConversionError(
        .badOption, "--start takes a record's number and offset, as 1000@52428800, not '\(text)'")
    }
    return (number, offset)
  }

  package init(first: Int, last: Int) { (self.first, self.last) = (first, last) }

  /// What the option says; all records without it.
  package init(_ options: FormatOptions) throws(ConversionError) {
    guard let text = options.value(Self.option.name) else {
      self = .all
      return
    }
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    let isOpen = text.utf8.last == UInt8(ascii: "-")
    switch (ends.count, ends.first ?? nil, ends.last ?? nil) {
    case (1, let number?, _): self.init(first: number, last: number)
    case (2, let first?, let last?) where first <= last: self.init(first: first, last: last)
    case (2, let first?, nil) where isOpen: self.init(first: first, last: .max)
    default:
      throw ConversionError(
        .badOption, "--records takes a range such as 0-999, 1000- or 42, not '\(text)'")
    }
  }

  package func contains(_ number: Int) -> Bool { first <= number && number <= last }
}
