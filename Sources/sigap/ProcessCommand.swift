import ArgumentParser
import Civic
import Intake
import Office
import Programme

/// `sigap process`.
struct ProcessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "process",
        abstract: "The whole job on a folder of agency lists: link, check, rank, plan.",
        discussion: """
            Reads every .csv and .xlsx file of the folder and writes links.csv, persons.csv,
            decisions.csv, recipients.csv, waiting-list.csv, rejects.csv, review.csv,
            linkage.json, bpjs-enrolment.xlsx, summary.json and report.html.

            Example: sigap process lists/ --out result/ --as-of 2025-11-05 --quota 11666
            """)

    @OptionGroup var lists: RequestOptions

    @Option(help: "Folder for the results; it appears when everything is done.")
    var out: String

    @OptionGroup var model: ModelOptions

    @Flag(help: "Also write pairs.csv: every pair of rows that came near, with its probability.")
    var pairs = false

    @OptionGroup var data: DataOptions

    func run() async throws {
        var request = try lists.request()
        request.model = try model.chosen()
        request.earlier = try model.earlier()
        request.keepsPairs = pairs
        let folder = try data.folder()
        let processor = Processor(
            region: try data.regionPack(), law: try folder.law())
        let output = try OutputFolder(out)
        let bar = ProgressBar(Terminal.language)
        do {
            let run = try await processor.run(request) { bar.show($0, $1) }
            try ResultFiles(run, to: output).write { bar.show(.write, $0) }
            bar.finish()
            report(run)
        } catch {
            output.discard()
            bar.finish()
            throw error
        }
    }

    private func report(_ run: CityRun) {
        let language = Terminal.language
        for fault in run.faults { Terminal.note(fault.sentence(language)) }
        for received in run.deliveries {
            for warning in received.delivery.warnings { Terminal.note(warning.sentence(language)) }
        }
        let eligible = run.allocation.recipients.count + run.allocation.waiting.count
        let summary = Phrase(
            "\(NumberText.grouped(run.counts.read)) baris, \(NumberText.grouped(run.profiles.count)) orang, \(NumberText.grouped(eligible)) memenuhi syarat, \(NumberText.grouped(run.allocation.recipients.count)) terpilih. Hasil: \(out)",
            en:
                "\(run.counts.read) rows, \(run.profiles.count) people, \(eligible) eligible, \(run.allocation.recipients.count) selected. Results: \(out)"
        )
        Terminal.note(summary.text(language))
    }
}
