import Civic
import Hummingbird
import Office

extension WebApp {
    /// The `{number}` of an address as a SIGAP number; 404 when it is none.
    func personNumber(_ context: WebContext) throws -> PersonNumber {
        guard let typed = context.parameters.get("number"),
            let number = PersonNumber(typed: typed, prefix: facts.region.personNumberPrefix)
        else { throw HTTPError(.notFound) }
        return number
    }

    /// The `{id}` of an address, from 1; 404 for anything else.
    func pathID(_ context: WebContext) throws -> Int {
        guard let id = context.parameters.get("id").flatMap({ Int($0) }),
            (1...Int(Int32.max)).contains(id)
        else { throw HTTPError(.notFound) }
        return id
    }

    /// The `{month}` of an address, as `2026-03`; 404 for anything else.
    func pathMonth(_ context: WebContext) throws -> Month {
        guard let month = context.parameters.get("month").flatMap({ Month(iso: $0) }),
            (2000...2199).contains(month.year)
        else { throw HTTPError(.notFound) }
        return month
    }
}
