// swift-tools-version: 6.2
import PackageDescription

// A filter in Swift needs NewsModel alone: it reads and writes the article's JSON.
let package = Package(
  name: "Filters",
  dependencies: [.package(name: "NewsKit", path: "../..")],
  targets: [
    .executableTarget(
      name: "reading-time", dependencies: [.product(name: "NewsModel", package: "NewsKit")])
  ]
)
