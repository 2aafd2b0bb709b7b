package import Civic

/// `/kerja/sk`: all decrees, and waves that wait for one.
package struct DecreesPage: Page {
    package static let template = "decrees"
    package static let room = Room.work
    package var section: NavigationItem? { .decrees }

    /// A frozen wave without a decree.
    package struct Wave: Sendable {
        package let id: Int
        package let title: String
        package let people: Int
        package let months: ClosedRange<Month>

        package init(id: Int, title: String, people: Int, months: ClosedRange<Month>) {
            self.id = id
            self.title = title
            self.people = people
            self.months = months
        }
    }

    package let decrees: [DecreeSummary]
    package let waves: [Wave]
    package let key: String

    package init(decrees: [DecreeSummary], waves: [Wave], key: String) {
        self.decrees = decrees
        self.waves = waves
        self.key = key
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(title(say)),
            "hasDecrees": .flag(!decrees.isEmpty),
            "decrees": .list(decrees.map { $0.view(say) }),
            "hasWaves": .flag(!waves.isEmpty),
            "draftHref": .text(Address.decrees),
            "key": .text(key),
            "waves": .list(
                waves.map { wave in
                    [
                        "waveID": .text("\(wave.id)"), "waveTitle": .text(wave.title),
                        "waveText": .text(
                            say(
                                "decree-wave-text",
                                [
                                    "jumlah": say.number(wave.people),
                                    "bulan": DecreeSummary.text(wave.months, say),
                                ])),
                    ]
                }),
        ]
    }

    private func title(_ say: Speech) -> String {
        let running = decrees.count { [.draft, .signing, .numbered].contains($0.stage) }
        return running == 0
            ? say("decrees-title")
            : say.counted(running, one: "decrees-running-one", many: "decrees-running-many")
    }
}
