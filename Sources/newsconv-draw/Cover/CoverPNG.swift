#if canImport(CPangoCairo) && canImport(CGD)
  import CGD
  import CPangoCairo

  /// A cover as PNG of 256 colours.
  ///
  /// A cover has three grounds and their blends with the colours of its letters. Of them a picture
  /// with a palette is half the size, and written in a tenth of the time that one of true colours
  /// takes, most of which libpng spends on choosing filters.
  enum CoverPNG {
    /// The bytes of a surface of `CAIRO_FORMAT_RGB24`.
    static func bytes(of surface: OpaquePointer) -> [UInt8]? {
      cairo_surface_flush(surface)
      let width = Int(cairo_image_surface_get_width(surface))
      let height = Int(cairo_image_surface_get_height(surface))
      let stride = Int(cairo_image_surface_get_stride(surface))
      guard let data = cairo_image_surface_get_data(surface),
        let image = gdImageCreate(Int32(width), Int32(height)), let rows = image.pointee.pixels
      else { return nil }
      defer { gdImageDestroy(image) }
      func eachPixel(_ visit: (Int, Int, UInt32) -> Void) {
        for y in 0..<height {
          let pixels = UnsafeRawPointer(data + y * stride)
          for x in 0..<width {
            visit(x, y, pixels.load(fromByteOffset: x * 4, as: UInt32.self) & 0xFF_FFFF)
          }
        }
      }
      var histogram = Histogram()
      eachPixel { histogram.count($2) }
      var palette = Palette(histogram.commonest(256))
      eachPixel { x, y, colour in rows[y]?[x] = palette.index(of: colour) }
      for colour in palette.colours {
        _ = gdImageColorAllocate(
          image, Int32(colour >> 16), Int32(colour >> 8 & 0xFF), Int32(colour & 0xFF))
      }
      var count: Int32 = 0
      guard let png = gdImagePngPtrEx(image, &count, 6) else { return nil }
      defer { gdFree(png) }
      return Array(UnsafeRawBufferPointer(start: png, count: Int(count)))
    }

    /// How often each colour is there; counted by runs, for most pixels are like the one before.
    private struct Histogram {
      private var counts: [UInt32: Int] = [:]
      private var run: (colour: UInt32, length: Int) = (0, 0)

      mutating func count(_ colour: UInt32) {
        if colour != run.colour {
          counts[run.colour, default: 0] += run.length
          run = (colour, 0)
        }
        run.length += 1
      }

      /// The commonest colours, in the order of their numbers.
      func commonest(_ most: Int) -> [UInt32] {
        var counts = counts
        counts[run.colour, default: 0] += run.length
        let ranking = counts.filter { $0.value > 0 }
          .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return ranking.prefix(most).map(\.key).sorted()
      }
    }

    /// The colours of the picture; one that is not among them is shown as the nearest.
    private struct Palette {
      let colours: [UInt32]
      private var known: [UInt32: UInt8] = [:]
      private var last: (colour: UInt32, index: UInt8) = (.max, 0)

      init(_ colours: [UInt32]) {
        self.colours = colours
        for (index, colour) in colours.enumerated() { known[colour] = UInt8(index) }
      }

      mutating func index(of colour: UInt32) -> UInt8 {
        if colour != last.colour {
          let index = known[colour] ?? nearest(to: colour)
          known[colour] = index
          last = (colour, index)
        }
        return last.index
      }

      private func nearest(to colour: UInt32) -> UInt8 {
        func distance(_ other: UInt32) -> Int {
          [16, 8, 0].reduce(0) { sum, shift in
            let part = Int(colour >> UInt32(shift) & 0xFF)
            let difference = part - Int(other >> UInt32(shift) & 0xFF)
            return sum + difference * difference
          }
        }
        let best = colours.indices.min { distance(colours[$0]) < distance(colours[$1]) }
        return UInt8(best ?? 0)
      }
    }
  }
#endif
