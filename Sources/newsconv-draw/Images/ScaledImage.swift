#if canImport(CGD)
  import CGD

  /// A picture made to fit a box, upright, in a format that every reading system shows.
  ///
  /// JPEG for photographs, PNG for what is transparent or drawn.
  struct ScaledImage {
    /// The picture.
    let bytes: [UInt8]

    /// Reads, scales and writes a picture; `nil` if GD cannot read it.
    init?(_ source: [UInt8], width: Int, height: Int, isGrey: Bool, quality: Int32) {
      guard let original = GDImage(source) else { return nil }
      let turn = Orientation(source)
      let box = turn.isSideways ? (width: height, height: width) : (width: width, height: height)
      guard let scaled = original.fitted(into: box), let upright = scaled.turned(turn) else {
        return nil
      }
      if isGrey { upright.loseColours() }
      let isPhotograph = source.starts(with: [0xFF, 0xD8])
      if isPhotograph {
        guard let jpeg = upright.jpeg(quality: quality) else { return nil }
        bytes = jpeg
        return
      }
      let isOpaque = !upright.hasTransparency
      let drawn = isGrey && isOpaque ? upright.greyPNG() : upright.png(isOpaque: isOpaque)
      guard let png = drawn else { return nil }
      // A photograph in a format for drawings is several times larger.
      if isOpaque, png.count > 30_000, let jpeg = upright.jpeg(quality: quality),
        jpeg.count * 2 < png.count
      {
        bytes = jpeg
      } else {
        bytes = png
      }
    }
  }
#endif
