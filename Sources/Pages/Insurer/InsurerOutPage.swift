package import Civic

/// `/kerja/bpjs/keluar`: who waits to be sent to the insurer, and the files that went out.
package struct InsurerOutPage: Page {
    package static let template = "insurer-out"
    package static let room = Room.work
    package var section: NavigationItem? { .insurer }

    /// People of one fund who wait.
    package struct Queue: Sendable {
        package let fund: String
        package let title: String
        package let workerGroup: String
        package let people: Int
        package let month: Month

        package init(
            fund: String, title: String, workerGroup: String, people: Int, month: Month
        ) {
            self.fund = fund
            self.title = title
            self.workerGroup = workerGroup
            self.people = people
            self.month = month
        }
    }

    /// A file that was made.
    package struct File: Sendable {
        package let id: Int
        package let name: String
        package let fund: String
        package let people: Int
        package let made: Moment
        /// Nil until it was handed over.
        package let delivered: Moment?
        package let accepted: Int
        package let refused: Int
        package let waiting: Int
        /// It tells of ends.
        package let isEnd: Bool
        /// The day by which it should have been answered; nil while it is not late.
        package let late: Day?

        package init(
            id: Int, name: String, fund: String, people: Int, made: Moment, delivered: Moment?,
            accepted: Int, refused: Int, waiting: Int, isEnd: Bool, late: Day?
        ) {
            self.id = id
            self.name = name
            self.fund = fund
            self.people = people
            self.made = made
            self.delivered = delivered
            self.accepted = accepted
            self.refused = refused
            self.waiting = waiting
            self.isEnd = isEnd
            self.late = late
        }
    }

    /// What the form of a file that tells of ends sends as its kind.
    package static let endKind = "nonaktif"

    /// Who waits to be enrolled, and of whose end the insurer was not told.
    package let queues: [Queue]
    package let ends: [Queue]
    package let files: [File]
    /// Whether a service of the branch takes files.
    package let hasService: Bool
    /// Files that the service has just brought.
    package let fetched: Int?
    package let key: String

    package init(
        queues: [Queue], ends: [Queue], files: [File], hasService: Bool, fetched: Int?,
        key: String
    ) {
        self.queues = queues
        self.ends = ends
        self.files = files
        self.hasService = hasService
        self.fetched = fetched
        self.key = key
    }

    package func view(_ say: Speech) -> View {
        let waiting = queues.reduce(0) { $0 + $1.people }
        return [
            "title": .text(
                waiting == 0
                    ? say("insurer-out-none")
                    : say.counted(waiting, one: "insurer-out-one", many: "insurer-out-many")),
            "tabs": .list(InsurerTabs.view(.out, say)),
            "makeHref": .text(Address.insurerOut),
            "fetchHref": .text(Address.insurerFetch),
            "key": .text(key),
            "hasQueues": .flag(!queues.isEmpty),
            "queues": .list(queues.map { view($0, say) }),
            "hasEnds": .flag(!ends.isEmpty),
            "ends": .list(ends.map { view($0, say) }),
            "endKind": .text(InsurerOutPage.endKind),
            "hasFiles": .flag(!files.isEmpty),
            "files": .list(files.map { view($0, say) }),
            "service": .flag(hasService),
            "fetched": .part(
                fetched.map { count in
                    [
                        "fetchedText": .text(
                            count == 0
                                ? say("insurer-fetched-none")
                                : say.counted(
                                    count, one: "insurer-fetched-one",
                                    many: "insurer-fetched-many"))
                    ]
                }),
        ]
    }

    private func view(_ queue: Queue, _ say: Speech) -> View {
        [
            "fund": .text(queue.fund), "fundTitle": .text(queue.title),
            "workerGroup": .text(queue.workerGroup), "people": .text(say.number(queue.people)),
            "monthText": .text(say.month(queue.month)),
            "makeText": .text(
                say.counted(queue.people, one: "insurer-make-one", many: "insurer-make-many")),
        ]
    }

    private func view(_ file: File, _ say: Speech) -> View {
        [
            "href": .text(Address.insurerFile(file.id)), "fileName": .text(file.name),
            "fundTitle": .text(file.fund), "people": .text(say.number(file.people)),
            "made": .text(say.moment(file.made)),
            "delivered": .text(
                file.delivered.map { say.moment($0) } ?? say("insurer-not-delivered")),
            "answers": .text(InsurerWords.answers(file, say)),
            "late": .part(InsurerWords.late(file, say)),
        ]
    }
}

enum InsurerWords {
    static func answers(_ file: InsurerOutPage.File, _ say: Speech) -> String {
        say(
            file.isEnd ? "insurer-end-answers" : "insurer-answers",
            [
                "terima": say.number(file.accepted), "tolak": say.number(file.refused),
                "tunggu": say.number(file.waiting),
            ])
    }

    static func late(_ file: InsurerOutPage.File, _ say: Speech) -> View? {
        file.late.map { ["lateText": .text(say("insurer-late", ["tanggal": say.day($0)]))] }
    }
}
