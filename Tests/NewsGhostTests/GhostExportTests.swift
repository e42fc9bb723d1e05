import NewsModel
import Testing

@testable import NewsGhost
