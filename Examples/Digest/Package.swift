// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Digest",
  dependencies: [.package(name: "NewsKit", path: "../..")],
  targets: [
    .executableTarget(
      name: "digest", dependencies: [.product(name: "NewsKit", package: "NewsKit")])
  ]
)
