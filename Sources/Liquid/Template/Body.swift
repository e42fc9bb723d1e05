/// What stands in a template or in a block of it, ready to be rendered.
public struct Body: Sendable {
  enum Piece: Sendable {
    case text(ArraySlice<UInt8>)
    case output(FilteredExpression, line: Int)
    case tag(any LiquidNode, line: Int)
  }

  private(set) var pieces: [Piece] = []
  /// Whether there is nothing in it that prints, white space aside.
  public private(set) var isBlank = true

  mutating func append(text: ArraySlice<UInt8>) {
    if text.isEmpty { return }
    pieces.append(.text(text))
    if isBlank { isBlank = text.allSatisfy(\.isLiquidSpace) }
  }

  mutating func append(_ piece: Piece, isBlank blank: Bool) {
    pieces.append(piece)
    isBlank = isBlank && blank
  }

  /// Drops the white space of a block that prints nothing else.
  mutating func dropText() {
    pieces.removeAll { if case .text = $0 { true } else { false } }
  }
}
