import ArgumentParser
import NewsKit
@main struct Newsconv: ParsableCommand {}
