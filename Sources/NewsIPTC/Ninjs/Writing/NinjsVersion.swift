/// A version of ninjs that is written.
public enum NinjsVersion: String, Sendable, Hashable, CaseIterable {
  /// 1.4, of 2022: texts and single objects.
  case v1 = "1.4"
  /// 2.1, of 2023: lists with roles.
  case v2 = "2.1"
  /// 3.1, of 2025: as 2.1, in other letters.
  case v3 = "3.1"

  /// A key of 2.1 as this version writes it.
  func key(_ key: String) -> String {
    switch self {
    case .v2: key
    case .v1: Self.first[key] ?? key
    case .v3: Self.third[key] ?? key
    }
  }

  private static let first = [
    "people": "person", "organisations": "organisation", "places": "place",
    "subjects": "subject", "events": "event", "objects": "object",
    "infosources": "infosource", "genres": "genre", "by": "byline",
    "trustindicators": "trustindicator", "standard": "$standard", "contenttype": "mimetype",
  ]

  private static let third = [
    "representationtype": "representationType", "firstcreated": "firstCreated",
    "versioncreated": "versionCreated", "contentcreated": "contentCreated",
    "embargoed": "embargoedUntil", "pubstatus": "pubStatus",
    "copyrightholder": "copyrightHolder", "copyrightnotice": "copyrightNotice",
    "usageterms": "usageTerms", "ednote": "edNote", "contenttype": "contentType",
    "charcount": "charCount", "wordcount": "wordCount", "infosources": "infoSources",
    "altids": "altIds", "trustindicators": "trustIndicators", "rightsinfo": "rightsInfo",
    "sizeinbytes": "sizeInBytes",
  ]
}
