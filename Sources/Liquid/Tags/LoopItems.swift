/// What a loop goes through: elements of a list, or numbers, which are made one by one as they are
/// wanted, however many the template asks for.
struct LoopItems {
  private enum Source {
    case list([LiquidValue])
    case numbers(LiquidRange)
  }

  private let source: Source
  private var places: Range<Int>
  /// Whether the last one comes first.
  var isReversed = false

  init(_ list: [LiquidValue]) {
    source = .list(list)
    places = list.indices
  }

  init(_ range: LiquidRange) {
    source = .numbers(range)
    places = 0..<range.count
  }

  /// How many there are.
  var count: Int { places.count }
  var isEmpty: Bool { places.isEmpty }

  /// Some of them.
  subscript(part: Range<Int>) -> LoopItems {
    var items = self
    items.places = part
    return items
  }

  /// The one whose turn it is.
  subscript(turn: Int) -> LiquidValue {
    let place = isReversed ? places.upperBound - 1 - turn : places.lowerBound + turn
    switch source {
    case .list(let list): return list[place]
    case .numbers(let range): return .int(range.first.addingSaturated(place))
    }
  }
}
