/// What a line says for and against the element that it is in being an article.
struct LineWorth {
  var good = 0
  var bad = 0

  init() {}

  init(_ line: PageOutline.Line) {
    let length = Int(line.length)
    let plain = line.plainLength
    if Int(line.linkLength) * 2 > length {
      bad = Int(line.linkLength)
      return
    }
    switch line.kind {
    case .heading, .caption: break
    case .paragraph, .quote, .code:
      if plain >= 20 || line.endsSentence { good = plain + 8 * Int(line.stops) }
    case .item, .cell, .plain:
      if plain >= 60 || (plain >= 20 && line.endsSentence) {
        good = (plain + 8 * Int(line.stops)) * (line.kind == .plain ? 9 : 7) / 10
      } else {
        bad = length / 2
      }
    }
  }
}
