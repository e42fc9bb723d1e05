// swift-tools-version: 6.2
import PackageDescription

/// One set of rules for every Swift target: the strictest the compiler offers.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "NewsKit",
  // What Span and Mutex need.
  platforms: [.macOS(.v26)],
  products: [
    // All of it, and the model alone, for formats of one's own.
    .library(name: "NewsKit", targets: ["NewsKit"]),
    .library(name: "NewsModel", targets: ["NewsModel"]),
    .library(name: "NewsKitTesting", targets: ["NewsKitTesting"]),
    // A format each, for who wants no more than that.
    .library(name: "NewsPages", targets: ["NewsPages"]),
    .library(name: "NewsJekyll", targets: ["NewsJekyll"]),
    .library(name: "NewsMarkdown", targets: ["NewsMarkdown"]),
    .library(name: "NewsPlainText", targets: ["NewsPlainText"]),
    .library(name: "NewsJSON", targets: ["NewsJSON"]),
    .library(name: "NewsEPUB", targets: ["NewsEPUB"]),
    .library(name: "NewsFeeds", targets: ["NewsFeeds"]),
    .library(name: "NewsIPTC", targets: ["NewsIPTC"]),
    .library(name: "NewsMail", targets: ["NewsMail"]),
    .library(name: "NewsFetch", targets: ["NewsFetch"]),
    // Languages, usable alone.
    .library(name: "Liquid", targets: ["Liquid"]),
    .library(name: "Kramdown", targets: ["Kramdown"]),
    .library(name: "HTML5", targets: ["HTML5"]),
    .executable(name: "newsconv", targets: ["newsconv"]),
    .executable(name: "newsconv-draw", targets: ["newsconv-draw"]),
  ],
  // What newsconv-draw draws; without them it builds and draws nothing.
  traits: [
    .trait(name: "Pictures", description: "Pictures are scaled and converted; needs libgd."),
    .trait(name: "Covers", description: "Covers are drawn; needs pango and cairo."),
    .default(enabledTraits: ["Pictures", "Covers"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // C libraries, the system's: a module map and a shim each.
    .systemLibrary(
      name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
      ]),
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CLibDeflate", pkgConfig: "libdeflate",
      providers: [.apt(["libdeflate-dev"]), .brew(["libdeflate"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    // Brotli and Zstandard (libbrotli-dev, libzstd-dev), opened when something is compressed so.
    .target(name: "CCodecs", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .systemLibrary(
      name: "CLibICU", pkgConfig: "icu-i18n",
      providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
    .systemLibrary(
      name: "CGD", pkgConfig: "gdlib", providers: [.apt(["libgd-dev"]), .brew(["gd"])]),
    .systemLibrary(
      name: "CPangoCairo", pkgConfig: "pangocairo",
      providers: [.apt(["libpango1.0-dev"]), .brew(["pango"])]),
    // The C library's malloc.h, which Swift's Glibc leaves out.
    .systemLibrary(name: "CMalloc"),
    // The C library's sys/xattr.h, likewise.
    .systemLibrary(name: "CXattr"),
    // HarfBuzz (libharfbuzz-subset0), opened when a font is embedded.
    .target(name: "CHarfBuzz", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    // libzip (libzip-dev), opened when the first book is written.
    .target(name: "CLibZip", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    // libxml2 (libxml2-dev), opened when the first XML is read.
    .target(
      name: "CXML", cSettings: [.headerSearchPath("headers")],
      linkerSettings: [
        .linkedLibrary("dl", .when(platforms: [.linux])),
        .linkedLibrary("xml2", .when(platforms: [.macOS])),
      ]),
    .systemLibrary(
      name: "CLibTOML", pkgConfig: "tomlplusplus",
      providers: [.apt(["libtomlplusplus-dev"]), .brew(["tomlplusplus"])]),
    // libcurl (libcurl4-openssl-dev) and SQLite (libsqlite3-0), opened when something is fetched.
    .target(name: "CCurl", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .target(name: "CSQLite", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    // Compact Language Detector 2 (libcld2-dev), opened when the first text names no language.
    .target(name: "CCLD2", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    // ICU's headers may not be seen from Swift beside Foundation's copy of them: a C target hides
    // them. On Linux it opens the library when it is first needed.
    .target(
      name: "CICU",
      dependencies: [.target(name: "CLibICU", condition: .when(platforms: [.macOS]))],
      linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),

    // toml++ (libtomlplusplus-dev), which is headers alone; on macOS they must be looked for.
    .target(
      name: "CTOML",
      dependencies: [.target(name: "CLibTOML", condition: .when(platforms: [.macOS]))]),

    // The model: no C, no Foundation, no dependency.
    .target(name: "NewsModel", swiftSettings: strict),

    // What only C may do: handlers of signals, and fork(2).
    .target(name: "CFaults"),

    // Files and threads, straight from the system.
    .target(
      name: "NewsFiles", dependencies: ["NewsModel", "CFaults", "CXattr"], swiftSettings: strict),

    // Looking through text many bytes at a time.
    .target(name: "NewsBytes", swiftSettings: strict),

    // Addresses, judged by where they are to stand before anything is written with them.
    .target(name: "NewsAddress", dependencies: ["NewsBytes", "NewsModel"], swiftSettings: strict),

    // Languages and Unicode, each usable alone.
    .target(
      name: "NewsText", dependencies: ["NewsBytes", "NewsModel", "CICU", "CCLD2"],
      swiftSettings: strict),
    .target(name: "Liquid", dependencies: ["NewsBytes"], swiftSettings: strict),
    .target(name: "Kramdown", dependencies: ["NewsBytes"], swiftSettings: strict),
    .target(
      name: "HTML5", dependencies: ["NewsBytes"],
      swiftSettings: strict + [.enableExperimentalFeature("Lifetimes")]),
    .target(
      name: "NewsXML", dependencies: ["NewsBytes", "NewsModel", "NewsText", "CXML"],
      swiftSettings: strict),
    .target(name: "TeXMath", swiftSettings: strict),
    .target(name: "CodeTokens", swiftSettings: strict),
    .target(name: "YAML", dependencies: ["CLibYAML"], swiftSettings: strict),

    // Parts that formats share.
    .target(
      name: "NewsCommonMark", dependencies: ["NewsModel", "CCMarkGFM"], swiftSettings: strict),
    .target(
      name: "NewsHTML",
      dependencies: ["NewsBytes", "NewsModel", "HTML5"],
      swiftSettings: strict),
    // CSS selectors over a page's tree.
    .target(name: "Selectors", dependencies: ["NewsHTML"], swiftSettings: strict),
    .target(
      name: "NewsBlocks",
      dependencies: ["NewsAddress", "NewsBytes", "NewsModel", "NewsText", "NewsHTML", "TeXMath"],
      swiftSettings: strict),
    .target(
      name: "NewsConventions",
      dependencies: ["NewsAddress", "NewsBytes", "NewsModel", "NewsText", "NewsBlocks"],
      swiftSettings: strict),
    .target(
      name: "NewsFrontMatter",
      dependencies: ["NewsAddress", "NewsBytes", "NewsModel", "YAML", "CTOML"],
      swiftSettings: strict),
    .target(
      name: "NewsMarkup",
      dependencies: [
        "NewsAddress", "NewsBytes", "NewsModel", "NewsText", "TeXMath", "CodeTokens",
      ],
      swiftSettings: strict),
    .target(
      name: "NewsArchive",
      dependencies: ["NewsAddress", "NewsModel", "CLibZip", "CLibDeflate"],
      swiftSettings: strict),
    .target(
      name: "NewsSignals", dependencies: ["NewsModel", "NewsText"], swiftSettings: strict),
    .target(
      name: "NewsRecords",
      dependencies: ["NewsModel", "NewsText", "CLibDeflate", "CZlib", "CCodecs"],
      swiftSettings: strict),
    .target(
      name: "NewsImages",
      dependencies: [
        "NewsAddress", "NewsBytes", "NewsModel", "NewsFiles", "NewsMarkup", "CLibDeflate",
      ],
      swiftSettings: strict),

    // Addresses on the web: fetching, the cache, what sites allow.
    .target(
      name: "NewsFetch",
      dependencies: ["NewsAddress", "NewsModel", "NewsFiles", "CCurl", "CSQLite"],
      swiftSettings: strict),

    // Formats: a target each, with its reading and its writing. None knows another.
    .target(
      name: "NewsPages",
      dependencies: [
        "NewsAddress", "NewsBytes", "NewsModel", "NewsText", "NewsHTML", "NewsBlocks",
        "NewsConventions", "NewsMarkup", "NewsImages", "Selectors", "NewsFiles",
      ],
      swiftSettings: strict),
    .target(
      name: "NewsJekyll",
      dependencies: [
        "NewsBytes", "NewsModel", "NewsFiles", "NewsText", "NewsCommonMark", "NewsHTML",
        "NewsBlocks", "NewsConventions", "NewsFrontMatter", "Liquid", "Kramdown", "YAML",
      ],
      swiftSettings: strict),
    .target(
      name: "NewsMarkdown",
      dependencies: [
        "NewsAddress", "NewsBytes", "NewsModel", "NewsText", "NewsCommonMark", "NewsHTML",
        "NewsBlocks", "NewsFrontMatter", "NewsMarkup",
      ],
      swiftSettings: strict),
    .target(
      name: "NewsPlainText",
      dependencies: ["NewsAddress", "NewsBytes", "NewsModel", "NewsText", "NewsConventions"],
      swiftSettings: strict),
    .target(
      name: "NewsJSON", dependencies: ["NewsBytes", "NewsModel", "NewsSignals"],
      swiftSettings: strict),
    .target(
      name: "NewsEPUB",
      dependencies: [
        "NewsAddress", "NewsBytes", "NewsModel", "NewsFiles", "NewsText", "NewsMarkup",
        "NewsArchive", "NewsImages", "NewsBlocks", "NewsHTML", "NewsXML", "NewsCommonMark",
        "CHarfBuzz",
      ],
      swiftSettings: strict),

    .target(
      name: "NewsMail",
      dependencies: [
        "NewsAddress", "NewsBytes", "NewsModel", "NewsText", "NewsHTML", "NewsBlocks",
      ],
      swiftSettings: strict),
    .target(
      name: "NewsFeeds",
      dependencies: [
        "NewsAddress", "NewsBytes", "NewsFiles", "NewsModel", "NewsText", "NewsCommonMark",
        "NewsHTML", "NewsBlocks",
        "NewsMarkup", "NewsXML",
      ],
      swiftSettings: strict),

    .target(
      name: "NewsIPTC",
      dependencies: [
        "NewsAddress", "NewsBytes", "NewsModel", "NewsText", "NewsCommonMark", "NewsHTML",
        "NewsBlocks", "NewsConventions", "NewsMarkup", "NewsXML",
      ],
      swiftSettings: strict),

    .target(
      name: "NewsWordPress",
      dependencies: [
        "NewsBytes", "NewsModel", "NewsFiles", "NewsCommonMark", "NewsBlocks", "NewsXML",
      ],
      swiftSettings: strict),
    .target(
      name: "NewsGhost",
      dependencies: ["NewsBytes", "NewsModel", "NewsFiles", "NewsCommonMark", "NewsBlocks"],
      swiftSettings: strict),
    .target(
      name: "NewsMedium",
      dependencies: ["NewsBytes", "NewsModel", "NewsFiles", "NewsHTML", "NewsBlocks"],
      swiftSettings: strict),
    .target(
      name: "NewsHugo",
      dependencies: [
        "NewsAddress", "NewsBytes", "NewsModel", "NewsFiles", "NewsText", "NewsCommonMark",
        "NewsBlocks", "NewsFrontMatter",
      ],
      swiftSettings: strict),
    .target(
      name: "NewsObsidian",
      dependencies: [
        "NewsModel", "NewsFiles", "NewsText", "NewsCommonMark", "NewsBlocks", "NewsFrontMatter",
      ],
      swiftSettings: strict),
    .target(
      name: "NewsSubstack", dependencies: ["NewsModel", "NewsFiles", "NewsBlocks"],
      swiftSettings: strict),
    .target(
      name: "NewsNDJSON", dependencies: ["NewsBytes", "NewsModel", "NewsRecords"],
      swiftSettings: strict),
    .target(name: "NewsWARC", dependencies: ["NewsModel", "NewsRecords"], swiftSettings: strict),

    // What a user imports, and the command.
    .target(
      name: "NewsKit",
      dependencies: [
        "NewsAddress", "NewsBytes", "NewsModel", "NewsFiles", "NewsText", "NewsMarkup",
        "NewsImages", "NewsFetch", "YAML",
        "NewsPages", "NewsJekyll", "NewsHugo", "NewsObsidian", "NewsMarkdown", "NewsPlainText",
        "NewsJSON", "NewsEPUB", "NewsFeeds", "NewsIPTC", "NewsMail",
        "NewsArchive", "NewsGhost", "NewsMedium", "NewsSubstack", "NewsWordPress",
        "NewsRecords", "NewsNDJSON", "NewsWARC",
      ],
      swiftSettings: strict),
    .target(
      name: "NewsKitTesting", dependencies: ["NewsModel"], swiftSettings: strict),
    .executableTarget(
      name: "newsconv",
      dependencies: [
        "NewsKit", "NewsModel", "NewsFiles", "CMalloc",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .executableTarget(
      name: "newsconv-draw",
      dependencies: [
        .byName(name: "CGD", condition: .when(traits: ["Pictures"])),
        .byName(name: "CPangoCairo", condition: .when(traits: ["Covers"])),
      ],
      swiftSettings: strict),

    // Counts how work grows with input, over every construct (Scripts/growth).
    .executableTarget(
      name: "growth", dependencies: ["NewsKit"], path: "Tests/Growth", swiftSettings: strict),
    // What training the judge of lines needs of pages (Benchmarks/extraction).
    .executableTarget(
      name: "extraction-lines", dependencies: ["NewsPages"], path: "Benchmarks/extraction/Lines",
      swiftSettings: strict),

    // What tests share: goldens, the corpora beside the repository, EPUBCheck.
    .target(
      name: "NewsTestSupport", dependencies: ["NewsModel"], path: "Tests/NewsTestSupport",
      swiftSettings: strict),
    .testTarget(name: "TeXMathTests", dependencies: ["TeXMath"], swiftSettings: strict),
    .testTarget(name: "CodeTokensTests", dependencies: ["CodeTokens"], swiftSettings: strict),
    .testTarget(
      name: "NewsXMLTests", dependencies: ["NewsXML", "NewsModel"], swiftSettings: strict),
    .testTarget(
      name: "NewsFeedsTests", dependencies: ["NewsFeeds", "NewsModel", "NewsKitTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "NewsIPTCTests", dependencies: ["NewsIPTC", "NewsModel", "NewsKitTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "NewsGhostTests", dependencies: ["NewsGhost", "NewsModel"], swiftSettings: strict),
    .testTarget(
      name: "NewsObsidianTests", dependencies: ["NewsObsidian", "NewsModel"],
      swiftSettings: strict),
    .testTarget(
      name: "NewsHugoTests",
      dependencies: ["NewsHugo", "NewsModel", "NewsKitTesting"], swiftSettings: strict),
    .testTarget(
      name: "NewsMediumTests", dependencies: ["NewsMedium", "NewsModel"], swiftSettings: strict),
    .testTarget(
      name: "NewsSubstackTests", dependencies: ["NewsSubstack", "NewsModel"],
      swiftSettings: strict),
    .testTarget(
      name: "NewsFetchTests",
      dependencies: ["NewsFetch", "NewsModel"],
      swiftSettings: strict),
    .testTarget(
      name: "NewsWordPressTests", dependencies: ["NewsWordPress", "NewsModel"],
      swiftSettings: strict),
    .testTarget(
      name: "NewsRecordsTests", dependencies: ["NewsRecords", "NewsModel", "CZlib"],
      swiftSettings: strict),
    .testTarget(
      name: "NewsSignalsTests", dependencies: ["NewsSignals", "NewsModel"], swiftSettings: strict),
    .testTarget(
      name: "NewsWARCTests", dependencies: ["NewsWARC", "NewsModel"], swiftSettings: strict),
    .testTarget(
      name: "NewsNDJSONTests", dependencies: ["NewsNDJSON", "NewsModel"], swiftSettings: strict),
    .testTarget(
      name: "NewsArchiveTests", dependencies: ["NewsArchive", "NewsModel"], swiftSettings: strict),
    .testTarget(name: "NewsBytesTests", dependencies: ["NewsBytes"], swiftSettings: strict),
    .testTarget(
      name: "NewsAddressTests", dependencies: ["NewsAddress", "NewsTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "NewsModelTests", dependencies: ["NewsModel", "NewsTestSupport"], swiftSettings: strict),
    .testTarget(name: "NewsTextTests", dependencies: ["NewsText"], swiftSettings: strict),
    .testTarget(
      name: "LiquidTests", dependencies: ["Liquid", "NewsTestSupport"], swiftSettings: strict),
    .testTarget(
      name: "KramdownTests", dependencies: ["Kramdown"], exclude: ["cases"], swiftSettings: strict),
    .testTarget(name: "YAMLTests", dependencies: ["YAML"], swiftSettings: strict),
    .testTarget(
      name: "NewsMarkdownTests", dependencies: ["NewsMarkdown", "NewsModel"], swiftSettings: strict),
    .testTarget(
      name: "NewsPlainTextTests", dependencies: ["NewsPlainText", "NewsModel"],
      swiftSettings: strict),
    .testTarget(
      name: "NewsJSONTests", dependencies: ["NewsJSON", "NewsModel"], swiftSettings: strict),
    .testTarget(
      name: "NewsCommonMarkTests", dependencies: ["NewsCommonMark"], swiftSettings: strict),
    .executableTarget(
      name: "html-tree", dependencies: ["HTML5", "NewsText"], path: "Tests/HTMLTree/Sources",
      swiftSettings: strict),
    .testTarget(
      name: "HTML5Tests", dependencies: ["HTML5"],
      swiftSettings: strict + [.enableExperimentalFeature("Lifetimes")]),
    .testTarget(
      name: "NewsHTMLTests", dependencies: ["NewsHTML", "NewsModel"], swiftSettings: strict),
    .testTarget(
      name: "SelectorsTests", dependencies: ["Selectors", "NewsHTML", "NewsModel"],
      swiftSettings: strict),
    .testTarget(
      name: "NewsBlocksTests",
      dependencies: ["NewsBlocks", "NewsHTML", "NewsModel", "NewsTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "NewsConventionsTests", dependencies: ["NewsConventions", "NewsModel"],
      swiftSettings: strict),
    .testTarget(
      name: "NewsFrontMatterTests", dependencies: ["NewsFrontMatter", "NewsModel", "YAML"],
      swiftSettings: strict),
    .testTarget(
      name: "NewsMarkupTests", dependencies: ["NewsMarkup", "NewsModel"], swiftSettings: strict),
    .testTarget(
      name: "NewsImagesTests",
      dependencies: ["NewsAddress", "NewsImages", "NewsFiles", "NewsTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "NewsPagesTests",
      dependencies: ["NewsPages", "NewsBytes", "NewsModel", "NewsBlocks", "NewsTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "NewsJekyllTests",
      dependencies: [
        "NewsJekyll", "NewsModel", "NewsText", "NewsFrontMatter", "NewsTestSupport", "Liquid",
      ],
      exclude: ["Fixtures", "Reading/Liquid/Site", "Reading/Liquid/cases.txt"],
      swiftSettings: strict),
    .testTarget(
      name: "NewsMailTests", dependencies: ["NewsMail", "NewsModel", "NewsKitTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "NewsEPUBTests",
      dependencies: [
        "NewsEPUB", "NewsArchive", "NewsFiles", "NewsModel", "NewsImages", "NewsKitTesting",
        "NewsTestSupport",
      ],
      exclude: ["Writing/Golden"], swiftSettings: strict),
    .testTarget(
      name: "NewsKitTests",
      dependencies: [
        "NewsKit", "NewsKitTesting", "NewsMarkup", "NewsTestSupport", "NewsCommonMark", "Kramdown",
        "Liquid",
      ],
      exclude: ["Goldens/Golden"], swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["newsconv"], exclude: ["cases"],
      swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx17
)
