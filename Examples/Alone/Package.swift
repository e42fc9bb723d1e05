// swift-tools-version: 6.2
import PackageDescription

// Each library as a package would use it alone: with nothing else to link.
let package = Package(
  name: "Alone",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "NewsKit", path: "../..")],
  targets: [
    .executableTarget(
      name: "model", dependencies: [.product(name: "NewsModel", package: "NewsKit")]),
    .executableTarget(
      name: "liquid", dependencies: [.product(name: "Liquid", package: "NewsKit")]),
    .executableTarget(
      name: "kramdown", dependencies: [.product(name: "Kramdown", package: "NewsKit")]),
    .executableTarget(
      name: "pages", dependencies: [.product(name: "NewsPages", package: "NewsKit")]),
  ]
)
