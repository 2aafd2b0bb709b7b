import Civic
import Pages

/// Invented inputs for every page, as they would come from a processed sample city. Together they
/// reach every tag of every template.
enum Samples {
    static let day = Samples.day(2026, 3, 27)

    static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
        guard let day = Day(year: year, month: month, day: day) else {
            preconditionFailure("no such day")
        }
        return day
    }

    static let site = Site(
        programme: "SIGAP", expansion: "Siap Jaga Pekerja Informal", city: "Kota Bekasi",
        government: Phrase("Pemerintah Kota Bekasi", en: "City of Bekasi"),
        owner: "Dinas Tenaga Kerja Kota Bekasi", insurerPhone: "175", accidentReportDays: 2,
        exampleNumber: "BKS-7K4M-92",
        contacts: [
            Contact(
                label: Phrase("Telepon Disnaker", en: "Labour office"), text: "021-0000-0000",
                href: "tel:02100000000"),
            Contact(
                label: Phrase("Jam layanan", en: "Hours"), text: "08.00–15.00 WIB", href: nil),
        ],
        stylesheet: "/aset/sigap.css", tabIcon: "/aset/perisai.svg", isSample: true)

    static let plainSite = Site(
        programme: "SIGAP", expansion: "Siap Jaga Pekerja Informal", city: "Kota Bekasi",
        government: Phrase("Pemerintah Kota Bekasi", en: "City of Bekasi"),
        owner: "Dinas Tenaga Kerja Kota Bekasi", insurerPhone: "175", accidentReportDays: 2,
        exampleNumber: "BKS-7K4M-92",
        contacts: [], stylesheet: "/aset/sigap.css", tabIcon: "/aset/perisai.svg", isSample: false)

    static func open(_ language: Language = .indonesian) -> Frame {
        Frame(
            site: plainSite, language: language, otherLanguageHref: "?bahasa=en", user: nil,
            csrf: nil)
    }

    static func work(_ language: Language = .indonesian) -> Frame {
        Frame(
            site: site, language: language, otherLanguageHref: "?bahasa=en",
            user: Frame.User(
                name: "Ratna Dewi",
                role: Phrase("Pengelola program, Disnaker", en: "Programme manager"),
                menu: [.tasks, .dashboard, .people, .linkage, .help]),
            csrf: "dGVz-dA",
            watch: SessionWatch(
                script: "/aset/sesi.js", warning: 1500, end: 1800, owner: "7"))
    }

    /// Every page in every shape that shows something different.
    static let pages: [any Page] =
        publicPages + [
            LoginPage(),
            LoginPage(
                user: "ratna", trouble: .wrong(triesLeft: 4), next: "/kerja/peserta",
                samples: [
                    LoginPage.SampleAccount(
                        user: "ratna", password: "contoh-1",
                        role: Phrase("Pengelola program", en: "Programme manager"))
                ]),
            LoginPage(trouble: .locked(until: Moment(day: day, minute: 600))),
            LoginPage(trouble: .expired, keeper: "/aset/sesi.js"),
            dashboard, calmDashboard, openDashboard, emptyDashboard, people, filteredPeople,
            searchedPeople, noPeople,
            waitingPerson, refusedPerson, revealedPerson, linkage, firstLinkage,
        ] + accessPages + proposalPages + driverPages + pairPages
        + queuePages + answerPages + correctionPages + roundPages
        + fundPages + wavePages + decreePages + changePages
        + contributionPages + refundPages + billPages + monthPages + lapsePages
        + insurerPages

    static let publicPages: [any Page] =
        [
            HomePage(figures: nil),
            HomePage(
                figures: HomePage.Figures(
                    asOf: day, eligible: 13_420, selected: 11_666, waiting: 1754)),
        ] + checkPages + [publicData] + infoPages + confirmPages + [
            ErrorPage(.notFound), ErrorPage(.forbidden), ErrorPage(.tooMany(minutes: 10)),
            ErrorPage(.fault(reference: "7F2C")),
            ErrorPage(
                .problem(
                    Problem(
                        .input, "file-empty", Phrase("Berkas kosong.", en: "The file is empty."),
                        at: Spot(file: "dishub.csv", row: 1),
                        do: Phrase("Kirim ulang.", en: "Send it again.")))),
        ]
}
