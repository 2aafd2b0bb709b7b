import Civic

/// Passwords, which come on standard input only.
enum AccountPassword {
    private static let lengthMin = 12

    /// - Throws: `password-short`.
    static func read() throws(Problem) -> String {
        let password = Terminal.secret(Phrase("Kata sandi: ", en: "Password: "))
        guard password.count >= lengthMin else { throw short() }
        return password
    }

    private static func short() -> Problem {
        Problem(
            .usage, "password-short",
            Phrase(
                "Kata sandi kurang dari \(lengthMin) huruf.",
                en: "The password has fewer than \(lengthMin) characters."),
            do: Phrase("Berikan lewat masukan standar.", en: "Give it on standard input."))
    }
}
