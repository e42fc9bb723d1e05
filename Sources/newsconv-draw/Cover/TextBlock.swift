#if canImport(CPangoCairo)
  import CPangoCairo

  /// A text laid out by Pango, owned.
  struct TextBlock: ~Copyable {
    private let layout: OpaquePointer

    /// Lays out a text.
    ///
    /// - Parameters:
    ///   - font: a Pango font description such as `Serif Bold`.
    ///   - size: in pixels.
    ///   - width: where lines break, in pixels; `nil` for nowhere.
    init(
      _ text: String, on context: OpaquePointer, font: String, size: Double, width: Double?,
      description: CoverDescription
    ) {
      layout = pango_cairo_create_layout(context)
      pango_layout_set_text(layout, text, -1)
      let fontDescription = pango_font_description_from_string(font)
      pango_font_description_set_absolute_size(fontDescription, size * Double(PANGO_SCALE))
      pango_layout_set_font_description(layout, fontDescription)
      pango_font_description_free(fontDescription)
      pango_context_set_language(
        pango_layout_get_context(layout), pango_language_from_string(description.language))
      pango_context_set_base_dir(
        pango_layout_get_context(layout),
        description.isRightToLeft ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR)
      pango_layout_context_changed(layout)
      pango_layout_set_auto_dir(layout, 0)
      pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
      pango_layout_set_line_spacing(layout, 1.15)
      if let width { pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE))) }
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

    /// Width and height in pixels.
    var size: (width: Double, height: Double) {
      var width: Int32 = 0
      var height: Int32 = 0
      pango_layout_get_pixel_size(layout, &width, &height)
      return (Double(width), Double(height))
    }

    /// How many characters no font has.
    var unknownGlyphs: Int { Int(pango_layout_get_unknown_glyphs_count(layout)) }

    /// Draws the text with its upper left corner at a place.
    func draw(on context: OpaquePointer, x: Double, y: Double) {
      cairo_move_to(context, x, y)
      pango_cairo_show_layout(context, layout)
    }
  }
#endif
