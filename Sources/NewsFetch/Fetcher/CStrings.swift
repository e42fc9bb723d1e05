#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Texts as C wants them, for the time of a call.
enum CStrings {
  /// Copies of texts; null for none.
  static func with<Result>(
    _ texts: String?..., body: ([UnsafePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = texts.map { $0.map { strdup($0) } ?? nil }
    defer { for copy in copies { free(copy) } }
    return body(copies.map { $0.map { UnsafePointer($0) } })
  }

  /// Copies of lists of texts, each ended by a null.
  static func with<Result>(
    _ lists: [[String]], body: ([UnsafePointer<UnsafePointer<CChar>?>]) -> Result
  ) -> Result {
    let copies = lists.map { list in
      let copy = UnsafeMutablePointer<UnsafePointer<CChar>?>.allocate(capacity: list.count + 1)
      for (index, text) in list.enumerated() {
        (copy + index).initialize(to: strdup(text).map { UnsafePointer($0) })
      }
      (copy + list.count).initialize(to: nil)
      return copy
    }
    defer {
      for (copy, list) in zip(copies, lists) {
        for index in list.indices { free(UnsafeMutablePointer(mutating: copy[index])) }
        copy.deallocate()
      }
    }
    return body(copies.map { UnsafePointer($0) })
  }
}
