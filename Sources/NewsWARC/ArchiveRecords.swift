internal import NewsModel
internal import NewsRecords

/// Finds the records of a WARC or ARC file, whatever is wrong with some of them.
///
/// A header says how long its record is. Where what follows is no record, that was wrong: the record
/// ends where the next one begins.
final class ArchiveRecords {
  /// A record as it was found.
  struct Record {
    var header: ArchiveHeader
    /// How many came before it in the file.
    var number: Int
    /// Where it lies in the file.
    var offset: Int
    /// Whether it can be read without what is before it.
    var isAtUnit: Bool
    /// Its content; `nil` where it is larger than the limit.
    var content: ArraySlice<UInt8>?
  }

  private let bytes: RecordBytes
  private let limit: Int
  private let isARC: Bool
  /// The number of the next record.
  private(set) var number: Int
  private var diagnostics: Diagnostics
  /// What a record found is behind its content: taken when the next is asked for, so that contents
  /// need not be copied.
  private var pending = 0

  init(_ bytes: RecordBytes, first: Int, limit: Int, file: String?) throws(ConversionError) {
    self.bytes = bytes
    self.limit = limit
    number = first
    let head = try bytes.peek(Self.margin).drop { $0 <= 0x20 }
    isARC = !ArchiveHeader.isWARC(head) && Self.isARC(head)
    diagnostics = Diagnostics(file: file)
  }

  /// How much behind a content is looked at.
  private static let margin = 1 << 13

  private static func isARC(_ head: ArraySlice<UInt8>) -> Bool {
    ArchiveHeader.isARCFile(head) || ArchiveHeader(arc: head) != nil
  }

  /// What was odd since this was asked last.
  func takeDiagnostics() -> [Diagnostic] {
    defer { diagnostics = Diagnostics(file: diagnostics.file) }
    return diagnostics.all
  }

  /// The next record; `nil` at the end.
  func next() throws(ConversionError) -> Record? {
    try bytes.skip(pending)
    pending = 0
    while true {
      try skipLineEnds()
      let head = try bytes.peek(1 << 10)
      if head.isEmpty {
        guard try goOnBehindFault() else { return nil }
        continue
      }
      let offset = bytes.offset
      guard let header = try header() else {
        try skipToRecord(
          offset, "is no record and is passed over", from: isRecord(head) ? 5 : 0)
        continue
      }
      let isAtUnit = bytes.isAtUnit
      try bytes.skip(header.bytes)
      defer { number += 1 }
      return Record(
        header: header, number: number, offset: offset, isAtUnit: isAtUnit,
        content: try content(of: header, at: offset))
    }
  }

  private func header() throws(ConversionError) -> ArchiveHeader? {
    let window = try bytes.peek(1 << 12)
    if let header = isARC ? ArchiveHeader(arc: window) : ArchiveHeader(warc: window) {
      return header
    }
    guard isRecord(window) else { return nil }
    let larger = try bytes.peek(ArchiveHeader.mostBytes)
    return isARC ? ArchiveHeader(arc: larger) : ArchiveHeader(warc: larger)
  }

  private func isRecord(_ line: ArraySlice<UInt8>) -> Bool {
    isARC ? ArchiveHeader(arc: line.prefix(1 << 12)) != nil : ArchiveHeader.isWARC(line)
  }

  // MARK: Contents

  /// The content of the record that was begun; `nil` where it is larger than the limit.
  private func content(
    of header: ArchiveHeader, at offset: Int
  ) throws(ConversionError) -> ArraySlice<UInt8>? {
    guard let length = header.length else {
      diagnostics.warn(
        .recordRepaired, "the record at offset \(offset) does not tell its length")
      return try contentToNextRecord(from: 0)
    }
    if length > limit {
      try passOver(length, offset)
      return nil
    }
    // Most records end as they should: no more is looked at then, so that what is behind need not be
    // brought beside it.
    if !isARC, case let whole = try bytes.peek(length + Self.ending.count),
      whole.count == length + Self.ending.count, whole.dropFirst(length).elementsEqual(Self.ending)
    {
      pending = whole.count
      return whole.prefix(length)
    }
    let window = try bytes.peek(length + Self.margin)
    let content = window.prefix(length)
    if window.count < length {
      // One that is declared longer than the rest of the file may have others within.
      if let place = recordStart(in: content, from: content.startIndex) {
        warnOfLength(offset)
        return take(window, upTo: place)
      }
      warnOfCut(offset)
      pending = window.count
      return content
    }
    if isEnd(window.dropFirst(length)) {
      pending = length
      return content
    }
    warnOfLength(offset)
    if let place = recordStart(in: content, from: content.startIndex) {
      return take(window, upTo: place)
    }
    return try contentToNextRecord(from: length)
  }

  /// Passes over a content that is too large to be kept, but over no record: where the length is
  /// wrong, those behind are still there.
  private func passOver(_ length: Int, _ offset: Int) throws(ConversionError) {
    var left = length
    while left > 0 {
      let size = min(left, 1 << 16)
      let window = try bytes.peek(size)
      if let place = recordStart(in: window, from: window.startIndex) {
        warnOfLength(offset)
        try bytes.skip(place - window.startIndex)
        return
      }
      if window.count < size {
        warnOfCut(offset)
        try bytes.skip(window.count)
        return
      }
      // A header that the window cuts is looked at again.
      left -= try bytes.skip(size == left ? size : size - Self.margin)
    }
  }

  /// What stands behind a WARC record. What follows that is no part of it, whatever it is.
  private static let ending: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]

  /// Whether a record may end before these bytes.
  private func isEnd(_ rest: ArraySlice<UInt8>) -> Bool {
    let behind = rest.drop { $0 == 0x0D || $0 == 0x0A }
    return behind.isEmpty || isRecord(behind)
  }

  /// What is up to the next record, as far as the limit goes.
  private func contentToNextRecord(
    from start: Int
  ) throws(ConversionError) -> ArraySlice<UInt8>? {
    var looked = start
    var size = max(start * 2, 1 << 16)
    while true {
      let window = try bytes.peek(size)
      if let place = recordStart(in: window, from: window.startIndex + max(0, looked - 1)) {
        return take(window, upTo: place)
      }
      if window.count < size {
        pending = window.count
        return Self.withoutLineEnds(window)
      }
      if size > limit { return nil }
      // A header that the window cuts is looked at again.
      looked = max(start, size - Self.margin)
      size *= 2
    }
  }

  private func take(_ window: ArraySlice<UInt8>, upTo place: Int) -> ArraySlice<UInt8> {
    pending = place - window.startIndex
    return Self.withoutLineEnds(window[..<place])
  }

  private static func withoutLineEnds(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var content = content
    while let last = content.last, last == 0x0A || last == 0x0D { content.removeLast() }
    return content
  }

  /// Where the first line from a place on is that begins a record.
  private func recordStart(in window: ArraySlice<UInt8>, from start: Int) -> Int? {
    var place = start
    while let end = window[place...].firstIndex(of: 0x0A) {
      place = end + 1
      if isRecord(window[place...]) { return place }
    }
    return nil
  }

  private func warnOfLength(_ offset: Int) {
    diagnostics.warn(
      .recordRepaired,
      "the record at offset \(offset) is not as long as it says; it ends where the next begins")
  }

  private func warnOfCut(_ offset: Int) {
    diagnostics.warn(.recordRepaired, "the record at offset \(offset) is cut off")
  }

  // MARK: Between records

  private func skipLineEnds() throws(ConversionError) {
    while true {
      let window = try bytes.peek(1 << 10)
      let count = window.prefix { $0 == 0x0D || $0 == 0x0A }.count
      if count == 0 { return }
      try bytes.skip(count)
    }
  }

  /// Goes on behind bytes that cannot be decompressed; whether there is something.
  private func goOnBehindFault() throws(ConversionError) -> Bool {
    guard let fault = bytes.fault else { return false }
    diagnostics.warn(
      .recordRepaired, "what is compressed at offset \(fault.offset) is lost: \(fault.message)")
    return try bytes.resume()
  }

  private func skipToRecord(
    _ offset: Int, _ message: String, from start: Int
  ) throws(ConversionError) {
    diagnostics.warn(.recordRepaired, "what is at offset \(offset) \(message)")
    try bytes.skip(start)
    while true {
      let window = try bytes.peek(1 << 16)
      if let place = recordStart(in: window, from: window.startIndex) {
        try bytes.skip(place - window.startIndex)
        return
      }
      if window.count < 1 << 16 {
        try bytes.skip(window.count)
        return
      }
      try bytes.skip(window.count - Self.margin)
    }
  }
}
