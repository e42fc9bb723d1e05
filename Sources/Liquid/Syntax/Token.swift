/// A piece of a template.
enum Token {
  case text(ArraySlice<UInt8>)
  case output(ArraySlice<UInt8>, line: Int)
  case tag(TagMarkup)
}
