/// Opens items that a collection gives as they lie in it (``CollectionItem/Content/packed(_:)``).
///
/// Finding the items goes one by one; opening them, which takes most of the time, is done for several
/// at once.
public protocol ItemUnpacker: Sendable {
  /// What there is to read in a packed item; `nil` where there is nothing, such as the picture that an
  /// archive has among its pages.
  ///
  /// - Throws: ``ConversionError`` where the item cannot be opened.
  func unpack(
    _ packed: Source, limits: Limits, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> CollectionItem.Content?

  /// The same item with what is known of it without opening it: its address, its identifier. Asked
  /// only for one that failed.
  func identified(_ packed: Source) -> Source
}

extension ItemUnpacker {
  /// What the collection has reported already.
  public func identified(_ packed: Source) -> Source { packed }
}
