/// The variables of a rendering that are all there.
final class MapObject: LiquidObject {
  private let map: LiquidMap

  init(_ map: LiquidMap) { self.map = map }

  subscript(key: String) -> LiquidValue? { map[key] }
  var keys: [String] { map.keys }
}
