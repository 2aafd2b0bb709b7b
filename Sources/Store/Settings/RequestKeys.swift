import Civic

/// The keys of requests that were carried out.
enum RequestKeys {
    /// Notes the key of `act`. False when the same verb was done under it before, so that nothing is
    /// left to do; `key-reused` when it was another verb.
    static func claim(
        _ act: Act, _ verb: String, _ writer: any SQLWriter
    ) throws(Problem) -> Bool {
        guard let key = act.key else { return true }
        let before = try writer.first("SELECT verb FROM request_key WHERE key = $1", [.text(key)]) {
            fields in fields.text()
        }
        if let before {
            guard before == verb else { throw reused() }
            return false
        }
        try writer.execute(
            "INSERT INTO request_key (key, verb, at) VALUES ($1, $2, $3)",
            [.text(key), .text(verb), .integer(act.at.milliseconds)])
        return true
    }

    private static func reused() -> Problem {
        Problem(
            .conflict, "key-reused",
            Phrase(
                "Kunci permintaan ini sudah dipakai untuk hal lain.",
                en: "This request key was used for something else."),
            do: Phrase("Muat ulang halaman, lalu ulangi.", en: "Reload the page and try again."))
    }
}
