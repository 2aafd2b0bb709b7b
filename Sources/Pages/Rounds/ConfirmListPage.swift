package import Civic

/// `/k/{token}` once its code was typed: names and jobs, and three buttons for each.
package struct ConfirmListPage: Page {
    package static let template = "confirm-list"
    package static let room = Room.open
    package static let isListed = false
    package static let hasMenu = false

    /// Takes what is tapped.
    package let action: String
    package let rw: Int
    package let village: String
    package let people: [RoundPerson]
    package let due: Day
    package let savedAt: Moment?
    /// What the form sends back; another than that of a member of staff who is signed in.
    package let formToken: String
    package let script: String

    package init(
        action: String, rw: Int, village: String, people: [RoundPerson], due: Day,
        savedAt: Moment?, formToken: String, script: String
    ) {
        self.action = action
        self.rw = rw
        self.village = village
        self.people = people
        self.due = due
        self.savedAt = savedAt
        self.formToken = formToken
        self.script = script
    }

    package func view(_ say: Speech) -> View {
        let all = say.number(people.count)
        let answered = people.count { $0.answer != nil }
        let done = say("confirm-done", ["jumlah": all])
        func title(_ answered: String) -> String {
            say(
                "round-title", ["rw": WardName.text(rw), "dijawab": answered, "jumlah": all])
        }
        return [
            "title": .text(answered == people.count ? done : title(say.number(answered))),
            "titlePattern": .text(title("#")),
            "titleDone": .text(done),
            "place": .text(
                say("confirm-place", ["kelurahan": village, "tanggal": say.day(due)])),
            "saved": .text(savedAt.map { say("round-saved", ["jam": $0.clock]) } ?? ""),
            "savedPattern": .text(say("round-saved", ["jam": "#"])),
            "unsentPattern": .text(say("round-unsent", ["jumlah": "#"])),
            "action": .text(action),
            "formToken": .text(formToken),
            "people": .list(people.map { $0.view(say) }),
            "script": .text(script),
        ]
    }
}
