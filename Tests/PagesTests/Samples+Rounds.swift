import Civic
import Pages

extension Samples {
    static let roundPeople: [RoundPerson] = [
        ("Siti Aminah", "Pedagang kaki lima", .works), ("Udin Saepudin", "Buruh bangunan", .not),
        ("<b>Eka</b> Lestari Ramadhani Putri Wulandari", "Pengangkut sampah warga", .unknown),
        ("Nur Hasanah", nil, nil),
    ].enumerated().map { place, person in
        RoundPerson(
            place: place + 1, name: person.0,
            occupation: person.1.map { Phrase($0, en: $0) }, answer: person.2)
    }

    /// As many as an RW has at most times.
    static let manyRoundPeople = (1...25).map { place in
        RoundPerson(
            place: place, name: "Muhammad Rizky Setiawan",
            occupation: Phrase("Pengemudi ojek daring (motor)", en: "Online motorcycle taxi"),
            answer: place % 2 == 0 ? .works : nil)
    }

    static let answeredRoundPeople = roundPeople.map { person in
        RoundPerson(
            place: person.place, name: person.name, occupation: person.occupation, answer: .works)
    }

    static func roundHead(_ state: RoundState = .running) -> RoundPage.Head {
        RoundPage.Head(
            id: 12, village: "Bekasijaya", villageSlug: "bekasijaya", rw: 11,
            witness: "Suparman", made: day, due: day(2026, 4, 3), state: state)
    }

    static let roundPages: [any Page] = [
        RoundsPage(
            village: nil, allHref: nil,
            places: [
                RoundsPage.Place(
                    name: "Bekasijaya", href: "/kerja/konfirmasi-rw?kel=bekasijaya",
                    count: RoundsPage.Count(waiting: 318, field: 12, asked: 23))
            ], wards: [], rounds: []),
        RoundsPage(
            village: "Bekasijaya", allHref: "/kerja/konfirmasi-rw", places: [],
            wards: [
                RoundsPage.Ward(
                    rw: 11, count: RoundsPage.Count(waiting: 23, field: 4, asked: 0),
                    makeHref: "/kerja/konfirmasi-rw/baru?kel=bekasijaya&rw=11"),
                RoundsPage.Ward(
                    rw: 12, count: RoundsPage.Count(waiting: 9, field: 0, asked: 9),
                    makeHref: nil),
                RoundsPage.Ward(
                    rw: nil, count: RoundsPage.Count(waiting: 1, field: 0, asked: 0),
                    makeHref: nil),
            ],
            rounds: [RoundState.running, .complete, .expired, .closed].map { state in
                RoundsPage.Round(
                    href: "/kerja/konfirmasi-rw/12", rw: 11,
                    village: nil, witness: "Suparman", made: day, due: day(2026, 4, 3),
                    answered: 5, people: 23, state: state)
            }),
        RoundsPage(
            village: nil, allHref: nil, places: [], wards: [],
            rounds: [
                RoundsPage.Round(
                    href: "/kerja/konfirmasi-rw/12", rw: 11, village: "Bekasijaya",
                    witness: "Suparman", made: day, due: day(2026, 4, 3), answered: 23,
                    people: 23, state: .complete)
            ]),
        RoundsPage(
            village: nil, allHref: nil, places: [],
            wards: [
                RoundsPage.Ward(
                    rw: 1, count: RoundsPage.Count(waiting: 1, field: 1, asked: 1), makeHref: nil)
            ], rounds: []),
        NewRoundPage(
            village: "Bekasijaya", villageSlug: "bekasijaya", rw: 11, people: roundPeople,
            field: 2, witness: "Suparman", isWitnessMissing: false, key: "k1"),
        NewRoundPage(
            village: "Bekasijaya", villageSlug: "bekasijaya", rw: 11, people: roundPeople,
            field: 0, witness: "", isWitnessMissing: true, key: "k1"),
        round(people: roundPeople, link: day(2026, 4, 3)),
        round(people: answeredRoundPeople, link: nil),
        RoundPage(
            head: roundHead(.closed), people: roundPeople, linkDue: nil, savedAt: nil, key: "k1",
            script: "/aset/konfirmasi.js"),
        RoundPrintPage(head: roundHead(), people: roundPeople),
        RoundLinkPage(
            head: roundHead(), url: "https://sigap.test/k/dGVz-dA", code: "0417"),
    ]

    static func round(people: [RoundPerson], link: Day?) -> RoundPage {
        RoundPage(
            head: roundHead(), people: people, linkDue: link,
            savedAt: link.map { Moment(day: $0, minute: 642) }, key: "k1",
            script: "/aset/konfirmasi.js")
    }

    static let confirmPages: [any Page] =
        [
            ConfirmCodePage.State.asking, .wrong(left: 3), .locked, .expired(days: 7), .replaced,
        ].map { ConfirmCodePage(action: "/k/dGVz-dA/kode", state: $0) } + [
            confirmList(roundPeople), confirmList(answeredRoundPeople),
            confirmList(manyRoundPeople),
        ]

    static func confirmList(_ people: [RoundPerson]) -> ConfirmListPage {
        ConfirmListPage(
            action: "/k/dGVz-dA/jawaban", rw: 11, village: "Bekasijaya", people: people,
            due: day(2026, 4, 3), savedAt: people.isEmpty ? nil : Moment(day: day, minute: 642),
            formToken: "cm91bmQ", script: "/aset/konfirmasi.js")
    }
}
