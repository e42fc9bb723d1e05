/// A colour, from 0 to 1 each.
struct Colour {
  var red: Double
  var green: Double
  var blue: Double

  /// What is printed on a coloured ground.
  static let paper = Colour(red: 0.98, green: 0.97, blue: 0.94)

  /// The same, further back.
  var faded: Colour { Colour(red: red * 0.86, green: green * 0.86, blue: blue * 0.86) }

  /// The grey that is as bright.
  var grey: Colour {
    let light = 0.299 * red + 0.587 * green + 0.114 * blue
    return Colour(red: light, green: light, blue: light)
  }

  init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// A colour of the wheel.
  init(hue: Int, saturation: Double, lightness: Double) {
    let chroma = (1 - abs(2 * lightness - 1)) * saturation
    func part(_ shift: Double) -> Double {
      let place = (shift + Double(hue) / 30).truncatingRemainder(dividingBy: 12)
      return lightness - chroma / 2 * max(-1, min(place - 3, 9 - place, 1))
    }
    red = part(0)
    green = part(8)
    blue = part(4)
  }
}
