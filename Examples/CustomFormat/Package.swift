// swift-tools-version: 6.2
import PackageDescription

// A format of one's own needs NewsModel alone: no C library, no Foundation.
let package = Package(
  name: "CustomFormat",
  products: [.library(name: "Gemtext", targets: ["Gemtext"])],
  dependencies: [.package(name: "NewsKit", path: "../..")],
  targets: [
    .target(name: "Gemtext", dependencies: [.product(name: "NewsModel", package: "NewsKit")]),
    .testTarget(
      name: "GemtextTests",
      dependencies: ["Gemtext", .product(name: "NewsKitTesting", package: "NewsKit")]),
  ]
)
