#if canImport(CGD)
  import CGD

  /// A picture of GD's, owned.
  struct GDImage: ~Copyable {
    private let image: gdImagePtr

    private init?(owning image: gdImagePtr?) {
      guard let image else { return nil }
      self.image = image
      gdImageAlphaBlending(image, 0)
      gdImageSaveAlpha(image, 1)
    }

    deinit { gdImageDestroy(image) }

    /// Reads a picture, by what its bytes are.
    init?(_ source: [UInt8]) {
      guard source.count > 16, source.count < Int(Int32.max) else { return nil }
      var bytes = source
      let count = Int32(source.count)
      let image = bytes.withUnsafeMutableBytes { buffer -> gdImagePtr? in
        let data = buffer.baseAddress
        switch (buffer[0], buffer[1], buffer[2]) {
        case (0xFF, 0xD8, _): return gdImageCreateFromJpegPtr(count, data)
        case (0x89, 0x50, _): return gdImageCreateFromPngPtr(count, data)
        case (0x47, 0x49, 0x46): return gdImageCreateFromGifPtr(count, data)
        case (0x52, 0x49, 0x46): return gdImageCreateFromWebpPtr(count, data)
        case (0x42, 0x4D, _): return gdImageCreateFromBmpPtr(count, data)
        case (0x49, 0x49, _), (0x4D, 0x4D, _): return gdImageCreateFromTiffPtr(count, data)
        default:
          return buffer[4..<8].elementsEqual("ftyp".utf8)
            ? gdImageCreateFromAvifPtr(count, data) : nil
        }
      }
      self.init(owning: image)
    }

    /// A picture of true colours that is no larger than a box.
    consuming func fitted(into box: (width: Int, height: Int)) -> GDImage? {
      gdImagePaletteToTrueColor(image)
      let width = Int(image.pointee.sx)
      let height = Int(image.pointee.sy)
      guard width > 0, height > 0, box.width > 0, box.height > 0 else { return nil }
      let scale = min(1, Double(box.width) / Double(width), Double(box.height) / Double(height))
      if scale == 1 { return self }
      let newWidth = Int32(max(1, (Double(width) * scale).rounded()))
      let newHeight = Int32(max(1, (Double(height) * scale).rounded()))
      guard let result = GDImage(owning: gdImageCreateTrueColor(newWidth, newHeight)) else {
        return nil
      }
      gdImageCopyResampled(
        result.image, image, 0, 0, 0, 0, newWidth, newHeight, Int32(width), Int32(height))
      return result
    }

    /// The picture turned and mirrored until it is upright.
    consuming func turned(_ turn: Orientation) -> GDImage? {
      if turn.isUpright { return self }
      let width = image.pointee.sx
      let height = image.pointee.sy
      let size = turn.isSideways ? (height, width) : (width, height)
      guard let result = GDImage(owning: gdImageCreateTrueColor(size.0, size.1)) else {
        return nil
      }
      for y in 0..<height {
        for x in 0..<width {
          let (newX, newY) = turn.position(x, y, width, height)
          gdImageSetPixel(result.image, newX, newY, gdImageGetTrueColorPixel(image, x, y))
        }
      }
      return result
    }

    /// Whether some pixel lets the page shine through.
    var hasTransparency: Bool {
      for y in 0..<image.pointee.sy {
        for x in 0..<image.pointee.sx where gdImageGetTrueColorPixel(image, x, y) >> 24 & 0x7F != 0
        {
          return true
        }
      }
      return false
    }

    /// Greys instead of colours.
    borrowing func loseColours() { _ = gdImageGrayScale(image) }

    /// The picture as baseline JPEG.
    borrowing func jpeg(quality: Int32) -> [UInt8]? {
      gdImageInterlace(image, 0)
      var count: Int32 = 0
      return Self.take(gdImageJpegPtr(image, &count, quality), count)
    }

    /// The picture as PNG of sixteen greys, as many as electronic ink shows.
    borrowing func greyPNG() -> [UInt8]? {
      let (width, height) = (image.pointee.sx, image.pointee.sy)
      guard let palette = gdImageCreate(width, height), let rows = palette.pointee.pixels else {
        return nil
      }
      defer { gdImageDestroy(palette) }
      for level in 0..<Int32(16) {
        _ = gdImageColorAllocate(palette, level * 17, level * 17, level * 17)
      }
      for y in 0..<height {
        for x in 0..<width {
          let grey = gdImageGetTrueColorPixel(image, x, y) & 0xFF
          rows[Int(y)]?[Int(x)] = UInt8((grey * 15 + 127) / 255)
        }
      }
      var count: Int32 = 0
      return Self.take(gdImagePngPtrEx(palette, &count, 9), count)
    }

    /// The picture as PNG; one that is opaque has no channel that says so.
    borrowing func png(isOpaque: Bool) -> [UInt8]? {
      gdImageSaveAlpha(image, isOpaque ? 0 : 1)
      var count: Int32 = 0
      return Self.take(gdImagePngPtrEx(image, &count, 6), count)
    }

    private static func take(_ pointer: UnsafeMutableRawPointer?, _ count: Int32) -> [UInt8]? {
      guard let pointer else { return nil }
      defer { gdFree(pointer) }
      return Array(UnsafeRawBufferPointer(start: pointer, count: Int(count)))
    }
  }
#endif
