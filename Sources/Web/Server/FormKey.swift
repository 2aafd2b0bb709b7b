/// Marks of forms.
enum FormKey {
    /// A key that no other form has and nobody can guess: by it a form that is sent twice counts
    /// once, or proves that it comes from this site.
    static func new() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<2).map { _ in String(generator.next(), radix: 36) }.joined()
    }
}
