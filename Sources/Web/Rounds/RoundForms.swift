import Civic
import Hummingbird
import NIOCore
import Pages
import Store

/// What forms with answers of an RW send.
enum RoundForms {
    /// Fields `j12=ya` of the list that is keyed in.
    static func keyed(_ form: [String: String]) -> [RoundWord] {
        form.compactMap { name, value in
            guard name.hasPrefix("j") else { return nil }
            return word(name.dropFirst(), value)
        }
    }

    /// The field `j=12-ya` of one tap.
    static func tapped(_ form: [String: String]) -> RoundWord? {
        let parts = (form["j"] ?? "").split(separator: "-", maxSplits: 1)
        return parts.count == 2 ? word(parts[0], String(parts[1])) : nil
    }

    private static func word(_ place: Substring, _ value: String) -> RoundWord? {
        guard let place = Int(place), let answer = RoundAnswer(rawValue: value) else { return nil }
        return RoundWord(place: place, answer: RoundsPresenter.answer(answer))
    }

    /// The key that makes the form safe to send twice; one of its own for a form without.
    static func key(_ form: [String: String]) -> String {
        let given = String((form["kunci"] ?? "").prefix(64))
        return given.isEmpty ? FormKey.new() : given
    }
}

extension WebApp {
    /// What a script needs to go on: when it was kept, and how far the list is answered.
    func progress(_ round: RoundSummary, _ request: Request) -> Response {
        let saved = RoundsPresenter.moment(round)?.clock ?? ""
        let text =
            "{\"jam\":\"\(saved)\",\"dijawab\":\(round.answered),\"dari\":\(round.people)}"
        return body(Array(text.utf8), "application/json", request)
    }
}
