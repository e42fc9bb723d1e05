package import NewsModel

/// An XML document as a sequence of records: the items of a feed, the posts of an export.
///
/// The document is parsed by libxml2 as records are asked for, so memory is that of one record and of
/// what stands between them. A document that is not well-formed is read as far as it goes, over
/// each fault to what follows.
package struct XMLRecords {
  private let parser: XMLRecordParser

  /// Prepares to read a document.
  ///
  /// - Parameters:
  ///   - text: the document.
  ///   - records: the names of the elements that make a record, as the vocabulary writes them.
  ///   - vocabulary: the prefix that stands for a namespace; an empty one for none.
  package init(
    _ text: XMLText, records: Set<String>, vocabulary: [String: String],
    limits: Limits = .standard
  ) {
    self.init(XMLTextStream(text), records: records, vocabulary: vocabulary, limits: limits)
  }

  /// Prepares to read a document as it comes.
  package init(
    _ text: XMLTextStream, records: Set<String>, vocabulary: [String: String],
    limits: Limits = .standard
  ) {
    parser = XMLRecordParser(text, records: records, vocabulary: vocabulary, limits: limits)
  }

  /// The next record, or `nil` after the last.
  package mutating func next() -> XMLTree? { parser.next() }

  /// What was read so far and is in no record; at the end, all of it.
  package var surroundings: XMLTree { parser.surroundings }

  /// Why the document could not be read to its end, if its bytes could not be had.
  package var failure: ConversionError? { parser.failure }

  /// The first fault of the document, if it is not well-formed as far as it was read.
  package var fault: (message: String, line: Int)? { parser.fault }
}

extension XMLTree {
  /// The whole document as one tree.
  ///
  /// - Parameter fault: the first fault of the document, if it is not well-formed.
  package init(
    parsing text: XMLText, vocabulary: [String: String] = [:], limits: Limits = .standard,
    fault: inout (message: String, line: Int)?
  ) {
    var records = XMLRecords(text, records: [], vocabulary: vocabulary, limits: limits)
    while records.next() != nil {}
    self = records.surroundings
    fault = records.fault
  }
}
