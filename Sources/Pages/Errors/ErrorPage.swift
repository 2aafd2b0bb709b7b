package import Civic

/// What a reader sees when a page cannot be given: what happened, what to do, and a code last.
package struct ErrorPage: Page {
    package enum Kind: Sendable {
        /// 404.
        case notFound
        /// 403.
        case forbidden
        /// 429.
        case tooMany(minutes: Int)
        /// 500; the reference finds the cause in the log.
        case fault(reference: String)
        /// Any other problem, in its own words.
        case problem(Problem)
    }

    package static let template = "error"
    package static let room = Room.open
    package static let isListed = false

    package let kind: Kind

    package init(_ kind: Kind) { self.kind = kind }

    package func view(_ say: Speech) -> View {
        let words = words(say)
        return [
            "title": .text(words.what),
            "remedy": .text(words.remedy),
            "place": .part(words.place.map { ["spot": .text($0)] }),
            "code": .part(words.code.map { ["reference": .text(say("error-code", ["kode": $0]))] }),
            "checkHref": .text(Address.check),
            "homeLink": .text(Address.home),
        ]
    }

    private func words(
        _ say: Speech
    ) -> (what: String, remedy: String, place: String?, code: String?) {
        switch kind {
        case .notFound:
            (say("error-not-found"), say("error-not-found-help"), nil, nil)
        case .forbidden:
            (say("error-forbidden"), say("error-forbidden-help"), nil, nil)
        case .tooMany(let minutes):
            (
                say("error-too-many"),
                say("error-too-many-help", ["menit": say.number(minutes)]), nil, nil
            )
        case .fault(let reference):
            (say("error-fault"), say("error-fault-help"), nil, reference)
        case .problem(let problem):
            (
                say.text(problem.what), say.text(problem.remedy),
                problem.spot?.text(say.language), problem.code
            )
        }
    }
}
