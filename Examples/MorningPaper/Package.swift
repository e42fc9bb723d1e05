// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "MorningPaper",
  dependencies: [.package(name: "NewsKit", path: "../..")],
  targets: [
    .executableTarget(
      name: "paper", dependencies: [.product(name: "NewsKit", package: "NewsKit")])
  ]
)
