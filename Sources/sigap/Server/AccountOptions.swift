import ArgumentParser
import Civic
import Office
import Store

/// Who an account is for; the password comes on standard input, so that no list of processes shows
/// it.
struct AccountOptions: ParsableArguments {
    @Option(help: "What is typed to sign in, without blanks.")
    var login = "admin"

    @Option(help: "Name of the person; the login without it.")
    var name: String?

    @Option(help: "A role of Data/access/roles.tsv.")
    var role = "manager"

    @Option(help: "Agency whose lists the account may see; all without it.")
    var agency: String?

    @Option(help: "District or village the account may see (32.75.01.1001); may be repeated.")
    var area: [String] = []

    /// - Throws: `role-unknown` for a role that `access` does not list; `area-unknown`.
    func newAccount(_ access: AccessTable) throws(Problem) -> NewAccount {
        guard access.role(role) != nil else { throw unknownRole(access) }
        var areas: [PlaceCode] = []
        for text in area {
            guard let place = PlaceCode(text) else { throw unknownArea(text) }
            areas.append(place)
        }
        return NewAccount(
            login: login, name: name ?? login, role: role, agency: agency, areas: areas,
            password: try AccountPassword.read())
    }

    private func unknownRole(_ access: AccessTable) -> Problem {
        let known = access.roles.map(\.id).joined(separator: ", ")
        return Problem(
            .usage, "role-unknown",
            Phrase("Peran \"\(role)\" tidak ada.", en: "There is no role \"\(role)\"."),
            do: Phrase("Pilih: \(known).", en: "Choose one of: \(known)."))
    }

    private func unknownArea(_ text: String) -> Problem {
        Problem(
            .usage, "area-unknown",
            Phrase("\"\(text)\" bukan kode wilayah.", en: "\"\(text)\" is no place code."),
            do: Phrase("Contoh: --area 32.75.01.1001", en: "Example: --area 32.75.01.1001"))
    }
}
