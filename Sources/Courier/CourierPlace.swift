import Civic

/// An address on this machine, taken apart.
struct CourierPlace: Sendable {
    let host: String
    let port: Int
    /// What every path begins with; without a slash at its end.
    let path: String

    private static let hosts: Set<String> = ["127.0.0.1", "localhost", "::1"]
    private static let scheme = "http://"

    init(_ address: String) throws(Problem) {
        guard address.hasPrefix(CourierPlace.scheme) else { throw CourierPlace.wrong(address) }
        let rest = address.dropFirst(CourierPlace.scheme.count)
        let place = rest.prefix { $0 != "/" }
        let name: Substring
        let behind: Substring
        if place.hasPrefix("["), let end = place.firstIndex(of: "]") {
            name = place[place.index(after: place.startIndex)..<end]
            behind = place[place.index(after: end)...]
        } else {
            name = place.prefix { $0 != ":" }
            behind = place.dropFirst(name.count)
        }
        let port = behind.isEmpty ? 80 : Int(behind.dropFirst())
        guard CourierPlace.hosts.contains(String(name)), let port, (1...65_535).contains(port)
        else { throw CourierPlace.wrong(address) }
        host = String(name)
        self.port = port
        var path = String(rest.dropFirst(place.count))
        while path.hasSuffix("/") { path.removeLast() }
        self.path = path
    }

    static func failed(_ host: String, _ port: Int) -> Problem {
        Problem(
            .service, "courier-failed",
            Phrase(
                "Layanan di \(host):\(port) tidak menjawab.",
                en: "The service at \(host):\(port) does not answer."),
            do: Phrase(
                "Coba lagi nanti. Kiriman yang sama tidak akan tercatat dua kali.",
                en: "Try again later. The same delivery is never counted twice."))
    }

    private static func wrong(_ address: String) -> Problem {
        Problem(
            .usage, "courier-address",
            Phrase(
                "Alamat layanan \"\(address)\" bukan gerbang di mesin ini.",
                en: "The service address \"\(address)\" is no gateway on this machine."),
            do: Phrase(
                "Tulis http://127.0.0.1:PORT/jalur; enkripsi ke luar diurus gerbang itu.",
                en: "Write http://127.0.0.1:PORT/path; the gateway encrypts what goes out."))
    }
}
