package import NewsModel

/// What a file is compressed with as a whole, by its first bytes.
package enum Compression: Sendable {
  case gzip, zstandard

  /// `nil` for bytes that are not compressed by either.
  package init?(head: ArraySlice<UInt8>) {
    let magic = Array(head.prefix(4))
    if magic.prefix(3) == [0x1F, 0x8B, 0x08] {
      self = .gzip
    } else if magic == [0x28, 0xB5, 0x2F, 0xFD] || magic == ZstandardDictionary.magic {
      self = .zstandard
    } else {
      return nil
    }
  }

  /// The first bytes of what is compressed, as far as the head of the file has them.
  package func beginning(of head: ArraySlice<UInt8>, count: Int) -> [UInt8] {
    let stream = CompressedStream(ByteReader(bytes: Array(head)), self)
    var result: [UInt8] = []
    while result.count < count {
      guard let portion = try? stream.next() else { break }
      result += portion
    }
    return Array(result.prefix(count))
  }

  /// What a unit begins with.
  fileprivate var magic: [UInt8] {
    switch self {
    case .gzip: [0x1F, 0x8B, 0x08]
    case .zstandard: [0x28, 0xB5, 0x2F, 0xFD]
    }
  }
}

/// The decompressed bytes of a stream of gzip members or Zstandard frames, one after the other, with
/// where each unit begins.
///
/// Where the bytes are damaged or end too early, the stream ends with a ``fault``; ``resume()`` goes
/// on at the next unit, so that one damaged record of an archive costs no other.
package final class CompressedStream: ByteStream {
  /// The beginning of a unit.
  package struct Unit: Sendable, Hashable {
    /// Where it begins among the compressed bytes.
    package var offset: Int
    /// Where its contents begin among the decompressed bytes.
    package var position: Int
  }

  /// What is damaged.
  package struct Fault: Sendable, Hashable {
    /// Where the damaged unit begins among the compressed bytes.
    package var offset: Int
    /// What is wrong with it.
    package var message: String
  }

  /// The units begun so far that were not forgotten, in order.
  package private(set) var units: [Unit] = []
  /// Why the stream has ended, unless it has ended well.
  package private(set) var fault: Fault?
  /// How many bytes were decompressed so far.
  package private(set) var position = 0

  private let bytes: ByteReader
  private let compression: Compression
  private var decompressor: (any Decompressor)?
  private var isWithinUnit = false
  /// Reads members that are at hand.
  private var members = WholeMember()

  /// How many bytes of the unit were decompressed that are still kept: should it be damaged, the next
  /// one may begin among them.
  private var consumed = 0
  private static let wholeAtMost = 1 << 18
  private static let mostKept = 4 << 20
  private static let portion = 1 << 17
  private static let mostInput = 1 << 16

  /// Decompresses what a reader has, from where it is.
  package init(_ bytes: ByteReader, _ compression: Compression) {
    self.bytes = bytes
    self.compression = compression
  }

  /// Forgets units before a position among the decompressed bytes, but for the one it lies in.
  package func forgetUnits(before position: Int) {
    guard let last = units.lastIndex(where: { $0.position <= position }), last > 0 else { return }
    units.removeFirst(last)
  }

  /// The next decompressed bytes; never bytes of two units at once.
  package func next() throws(ConversionError) -> [UInt8]? {
    while fault == nil {
      if !isWithinUnit {
        guard try beginUnit() else { return nil }
        if compression == .gzip, let whole = members.inflate(try bytes.peek(Self.wholeAtMost)) {
          try bytes.skip(whole.length)
          position += whole.contents.count
          isWithinUnit = false
          if !whole.contents.isEmpty { return whole.contents }
          continue
        }
      }
      let decompressor = try opened()
      let input = try bytes.peek(consumed + Self.mostInput).dropFirst(consumed)
      if input.isEmpty {
        fault = Fault(offset: units.last?.offset ?? 0, message: "the file ends within it")
        return nil
      }
      var step = DecompressionStep(state: .fails, consumed: 0, produced: 0)
      let output = [UInt8](unsafeUninitializedCapacity: Self.portion) { buffer, count in
        step = input.withUnsafeBufferPointer { decompressor.step($0, into: buffer) }
        count = step.produced
      }
      consumed += step.consumed
      position += step.produced
      if step.state == .ends || consumed > Self.mostKept {
        try bytes.skip(consumed)
        consumed = 0
      }
      switch step.state {
      case .goesOn where step.consumed == 0 && step.produced == 0:
        fault = Fault(offset: units.last?.offset ?? 0, message: "its bytes lead nowhere")
      case .goesOn: break
      case .ends: isWithinUnit = false
      case .fails: fault = Fault(offset: units.last?.offset ?? 0, message: "its bytes are damaged")
      }
      if !output.isEmpty { return output }
    }
    return nil
  }

  /// Goes on behind a fault, at the next bytes that look like a unit's beginning; whether there are
  /// such.
  package func resume() throws(ConversionError) -> Bool {
    fault = nil
    isWithinUnit = false
    if consumed > 0 {
      consumed = 0
      try bytes.skip(1)
    }
    let magic = compression.magic
    while true {
      let window = try bytes.peek(Self.mostInput)
      if window.count < magic.count { return false }
      var place = window.startIndex
      while let found = window[place...].firstIndex(of: magic[0]) {
        if window.endIndex - found < magic.count { break }
        if window[found...].starts(with: magic) {
          try bytes.skip(found - window.startIndex)
          return true
        }
        place = found + 1
      }
      try bytes.skip(window.count - magic.count + 1)
    }
  }

  private func beginUnit() throws(ConversionError) -> Bool {
    while true {
      let head = try bytes.peek(ZstandardDictionary.headerBytes)
      guard let first = head.first else { return false }
      if first == 0 {
        // Zero bytes behind the last member are padding, as gzip(1) takes them.
        try bytes.skip(head.prefix { $0 == 0 }.count)
      } else if compression == .zstandard, ZstandardDictionary.isSkippable(head) {
        try takeSkippable(head)
      } else if head.starts(with: compression.magic) {
        return begin(at: bytes.position)
      } else {
        fault = Fault(
          offset: bytes.position, message: "what follows is not compressed as the rest is")
        return false
      }
    }
  }

  private func begin(at offset: Int) -> Bool {
    decompressor?.reset()
    isWithinUnit = true
    units.append(Unit(offset: offset, position: position))
    return true
  }

  private func opened() throws(ConversionError) -> any Decompressor {
    if let decompressor { return decompressor }
    let new: any Decompressor =
      switch compression {
      case .gzip: try Inflater(.gzip)
      case .zstandard: try ZstandardDecompressor(window: .file)
      }
    decompressor = new
    return new
  }

  /// Takes a frame that is no content; the first of a WARC file may be a dictionary for all others.
  private func takeSkippable(_ head: ArraySlice<UInt8>) throws(ConversionError) {
    let length = ZstandardDictionary.length(ofSkippable: head)
    try bytes.skip(ZstandardDictionary.headerBytes)
    guard head.starts(with: ZstandardDictionary.magic), units.isEmpty,
      length <= ZstandardDictionary.largest
    else {
      try bytes.skip(length)
      return
    }
    let stored = try bytes.read(length)
    let dictionary = try ZstandardDictionary.contents(of: stored)
    guard let decompressor = try opened() as? ZstandardDecompressor,
      decompressor.load(dictionary)
    else { throw ConversionError(.badInput, "its Zstandard dictionary is damaged") }
  }
}
