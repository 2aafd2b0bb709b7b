import ArgumentParser
import Civic
import FoundationEssentials
import Jamsostek
import Office
import Store
import Web

/// `sigap emulate insurer`.
struct EmulateInsurer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "insurer",
        abstract: "An insurer that gives numbers, refuses, and answers late and in part.",
        discussion: """
            Answers files that ask for enrolment or tell of ends, in other columns and another order, \
            and lists and bills a month. The same seed decides in the same way.

            It ends whom it covers: give the files that ask for them before those that tell of ends.

            Example: sigap emulate insurer kirim.xlsx --refuse 5% --late 10% --seed 7 --out jawaban/
            Example: sigap emulate insurer --serve 9443 --seed 7
            """)

    @Argument(help: "Files that were made on the insurer's page.")
    var files: [String] = []

    @Option(help: "How many of a hundred people are refused.")
    var refuse = "0%"

    @Option(help: "How many are answered in a second file only.")
    var late = "0%"

    @Option(help: "How many are not answered at all.")
    var missing = "0%"

    @Option(help: "How many rows of a month's lists say something else.")
    var differ = "0%"

    @Option(help: "People in the answer whom nobody asked for.")
    var strangers = 0

    @Option(help: "Any number; another one decides otherwise.")
    var seed: UInt64 = 1

    @Option(help: "Folder for the answers.")
    var out: String?

    @Option(help: "Month of which members are listed and billed (2026-01).")
    var month: String?

    @Option(help: "Answer over HTTP on this port of 127.0.0.1 instead.")
    var serve: Int?

    @OptionGroup var data: DataOptions

    func run() async throws {
        let region = try data.regionPack()
        let plan = EmulatorPlan(
            seed: seed, refused: try OptionText.percent(refuse, "--refuse"),
            late: try OptionText.percent(late, "--late"),
            missing: try OptionText.percent(missing, "--missing"),
            strangers: try OptionText.atLeast(0, strangers, "--strangers") ?? 0,
            discrepancies: try OptionText.percent(differ, "--differ"))
        let insurer = InsurerEmulator(plan: plan, region: region)
        if let serve {
            let channel = EmulatedChannel(insurer, on: .jakarta(at: .now()))
            try await EmulatedService(channel).serve(host: "127.0.0.1", port: serve) { port in
                Terminal.say("http://127.0.0.1:\(port)")
            }
        } else {
            try answer(insurer, region)
        }
    }

    private func answer(_ insurer: InsurerEmulator, _ region: Region) throws(Problem) {
        var insurer = insurer
        guard let out, !files.isEmpty else { throw EmulateInsurer.nothingToDo() }
        var replies: [InsurerReply] = []
        for path in files {
            let bytes = try LocalFile.bytes(path)
            let name = path.split(separator: "/").last.map(String.init) ?? path
            replies += try insurer.receive(bytes, name: name, on: .jakarta(at: .now()))
        }
        if let month = try OptionText.month(month, "--month") {
            let price = try data.folder().law().rate(
                for: ContributionClass(
                    sector: .other, fund: .apbd, declaredIncome: region.plan.declaredIncome),
                in: month
            ).total
            if let lists = try insurer.lists(of: month, fund: nil, price: price) {
                replies += [lists.members, lists.bill]
            }
        }
        for reply in replies {
            try LocalFile.keep(reply.bytes, to: "\(out)/\(reply.name)", in: out)
            Terminal.say(reply.name)
        }
    }

    private static func nothingToDo() -> Problem {
        Problem(
            .usage, "emulate-nothing",
            Phrase(
                "Sebutkan berkas dan --out, atau --serve.",
                en: "Name files and --out, or --serve."),
            do: Phrase(
                "Lihat sigap emulate insurer --help.", en: "See sigap emulate insurer --help."))
    }
}
