// swift-tools-version: 6.2
import PackageDescription

// libFuzzer over the readers and languages. Its own package: everything in it is built with
// coverage and AddressSanitizer (Scripts/fuzz gives the flags).
let package = Package(
  name: "Fuzz",
  dependencies: [.package(name: "NewsKit", path: "../..")],
  targets: [
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        .product(name: "NewsKit", package: "NewsKit"), .product(name: "Liquid", package: "NewsKit"),
        .product(name: "Kramdown", package: "NewsKit"),
        .product(name: "HTML5", package: "NewsKit"),
      ])
  ]
)
