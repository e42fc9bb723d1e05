/// Liquid, the template language.
enum Placeholder {}
