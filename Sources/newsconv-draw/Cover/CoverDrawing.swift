#if canImport(CPangoCairo)
  import CPangoCairo

  /// A cover, laid out 1600 units wide and drawn in the size that is asked for.
  struct CoverDrawing {
    private let description: CoverDescription
    private let width = 1600.0
    private let height: Double
    private let margin = 140.0
    /// In pixels.
    private let size: (width: Int, height: Int)
    private let isGrey: Bool

    /// A drawing of a description, in pixels.
    init(_ description: CoverDescription, width: Int, height: Int, isGrey: Bool) {
      self.description = description
      self.isGrey = isGrey
      size = (width, height)
      self.height = self.width * Double(height) / Double(width)
    }

    /// Whether some character of the cover is in no font of this machine: it would be a box.
    var lacksFonts: Bool {
      guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1, 1) else { return false }
      defer { cairo_surface_destroy(surface) }
      guard let context = cairo_create(surface) else { return false }
      defer { cairo_destroy(context) }
      let texts = [description.title, description.masthead, description.date]
      let all = (texts + description.sections.prefix(Self.mostSections)).joined(separator: " ")
      let block = TextBlock(
        all, on: context, font: "Serif", size: 40, width: nil, description: description)
      return block.unknownGlyphs > 0
    }

    /// As many names of sections as leave a margin below them.
    private static let mostSections = 5

    /// The cover as PNG.
    func png() -> [UInt8]? {
      guard
        let surface = cairo_image_surface_create(
          CAIRO_FORMAT_RGB24, Int32(size.width), Int32(size.height))
      else { return nil }
      defer { cairo_surface_destroy(surface) }
      guard let context = cairo_create(surface) else { return nil }
      let scale = Double(size.width) / width
      cairo_scale(context, scale, scale)
      paint(context)
      cairo_destroy(context)
      #if canImport(CGD)
        if let bytes = CoverPNG.bytes(of: surface) { return bytes }
      #endif
      var bytes: [UInt8] = []
      let status = withUnsafeMutablePointer(to: &bytes) { target in
        cairo_surface_write_to_png_stream(
          surface,
          { target, data, count in
            guard let target, let data else { return CAIRO_STATUS_WRITE_ERROR }
            target.assumingMemoryBound(to: [UInt8].self).pointee
              .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
            return CAIRO_STATUS_SUCCESS
          }, target)
      }
      return status == CAIRO_STATUS_SUCCESS ? bytes : nil
    }

    private func paint(_ context: OpaquePointer) {
      let accent = Colour(hue: description.hue, saturation: 0.46, lightness: 0.27)
      let deep = Colour(hue: description.hue, saturation: 0.5, lightness: 0.17)
      fill(context, accent, 0, 0, width, height)
      // A darker foot that the sections stand on, a band of light above the title.
      fill(context, deep, 0, height * 0.72, width, height * 0.28)
      set(context, Colour(hue: description.hue, saturation: 0.55, lightness: 0.72))
      cairo_rectangle(context, start(120), margin + 190, 120, 14)
      cairo_fill(context)

      set(context, Colour.paper)
      if !description.masthead.isEmpty {
        let mast = block(description.masthead, "Sans Bold", 62, width - 2 * margin)
        mast(context, margin, Colour.paper.faded)
      }
      let inner = width - 2 * margin
      let title = TitleLines(
        description.title, sizes: [230, 208, 188, 170, 154, 138, 124, 112, 100, 90, 80],
        width: inner, height: height * 0.42
      ) { line, size in
        TextBlock(
          line, on: context, font: "Serif Bold", size: size, width: nil, description: description
        ).size
      }
      var y = margin + 300
      for line in title.lines {
        let text = TextBlock(
          line, on: context, font: "Serif Bold", size: title.size, width: nil,
          description: description)
        let size = text.size
        // A single word longer than the page is broken anywhere.
        if size.width > inner {
          let broken = TextBlock(
            line, on: context, font: "Serif Bold", size: title.size, width: inner,
            description: description)
          set(context, Colour.paper)
          broken.draw(on: context, x: margin, y: y)
          y += broken.size.height + size.height * 0.15
        } else {
          set(context, Colour.paper)
          text.draw(on: context, x: start(size.width), y: y)
          y += size.height * 1.06
        }
      }
      if !description.date.isEmpty {
        let date = block(description.date, "Sans", 72, inner)
        date(context, y + 50, Colour.paper.faded)
      }
      sections(context, inner)
    }

    private func sections(_ context: OpaquePointer, _ inner: Double) {
      var y = height * 0.72 + 90
      for (index, name) in description.sections.prefix(Self.mostSections).enumerated() {
        if index == Self.mostSections - 1, description.sections.count > Self.mostSections {
          block("…", "Sans", 58, inner)(context, y, Colour.paper.faded)
          return
        }
        let text = TextBlock(
          name, on: context, font: "Sans", size: 58, width: nil, description: description)
        let line =
          text.size.width > inner
          ? String(name.prefix(name.count * Int(inner) / Int(text.size.width) - 2)) + "…" : name
        block(line, "Sans", 58, inner)(context, y, Colour.paper)
        y += 88
      }
    }

    /// Where a line of that width starts.
    private func start(_ lineWidth: Double) -> Double {
      description.isRightToLeft ? width - margin - lineWidth : margin
    }

    private func block(
      _ text: String, _ font: String, _ size: Double, _ inner: Double
    ) -> (OpaquePointer, Double, Colour) -> Void {
      { context, y, colour in
        let layout = TextBlock(
          text, on: context, font: font, size: size, width: nil, description: description)
        let width = layout.size.width
        set(context, colour)
        if width > inner {
          TextBlock(
            text, on: context, font: font, size: size * inner / width, width: nil,
            description: description
          ).draw(on: context, x: margin, y: y)
        } else {
          layout.draw(on: context, x: start(width), y: y)
        }
      }
    }

    private func set(_ context: OpaquePointer, _ colour: Colour) {
      let colour = isGrey ? colour.grey : colour
      cairo_set_source_rgb(context, colour.red, colour.green, colour.blue)
    }

    private func fill(
      _ context: OpaquePointer, _ colour: Colour, _ x: Double, _ y: Double, _ width: Double,
      _ height: Double
    ) {
      set(context, colour)
      cairo_rectangle(context, x, y, width, height)
      cairo_fill(context)
    }
  }
#endif
