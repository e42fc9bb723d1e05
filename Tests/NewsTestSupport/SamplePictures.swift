package import NewsModel

/// Pictures for tests: the smallest of each kind, by name.
package struct SamplePictures: ResourceLoader {
  package static let png: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1,
    0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3A, 0x7E, 0x9B, 0x55, 0, 0, 0, 10, 0x49, 0x44, 0x41, 0x54, 0x78,
    0x9C, 0x63, 0xF8, 0x0F, 0, 1, 1, 1, 0, 0x1B, 0xB6, 0xEE, 0x56, 0, 0, 0, 0, 0x49, 0x45, 0x4E,
    0x44, 0xAE, 0x42, 0x60, 0x82,
  ]
  package static let gif: [UInt8] =
    Array("GIF89a".utf8) + [
      1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0x21, 0xF9, 4, 1, 0, 0, 0, 0, 0x2C, 0, 0,
      0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B,
    ]

  package init() {}

  package func load(_ reference: String, from origin: Origin?) throws(ResourceFailure) -> Resource {
    switch reference {
    case "picture.png", "named-wrongly.jpg", "/a b.png": Resource(bytes: Self.png)
    case "picture.gif": Resource(bytes: Self.gif)
    case "text.png": Resource(bytes: Array("no picture".utf8))
    case "empty.png": Resource(bytes: [])
    default: throw ResourceFailure(.notFound, "is not there")
    }
  }
}
