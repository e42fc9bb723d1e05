import NewsModel
import Testing

@testable import NewsMedium
