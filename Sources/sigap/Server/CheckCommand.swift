import ArgumentParser
import Civic
import Jamsostek
import Office
import Store

/// `sigap check`.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Whether a store is in order, a line for each check.",
        discussion: """
            Changes nothing; a server may be running. Exit status: 0 all is well; 1 something needs
            attention; 4 something is wrong; 2 wrong usage.

            Example: sigap check --store data/sigap.db --max-backup-age 26h
            """)

    @OptionGroup var place: StoreOptions

    @Option(help: "So old the last backup may be: 26h, 90m or 7d.")
    var maxBackupAge = "26h"

    @Flag(help: "One JSON object instead of lines.")
    var json = false

    func run() async throws {
        let age = try OptionText.milliseconds(maxBackupAge, "--max-backup-age")
        let keyPath = try place.keyPath()
        var findings: [Finding] = []
        if !place.isPostgres {
            findings.append(PlaceCheckup.disk(place.store))
            findings.append(PlaceCheckup.rights("store-rights", place.store))
        }
        findings.append(PlaceCheckup.rights("key-rights", keyPath))
        findings += await inside(age)
        show(findings)
        switch findings.map(\.state).max() ?? .good {
        case .good: break
        case .warning: Terminal.quit(1)
        case .bad: Terminal.quit(4)
        }
    }

    /// Opening tells whether the key fits and every step of the schema is known.
    private func inside(_ backupAgeMax: Int64) async -> [Finding] {
        do throws(Problem) {
            let city = try await place.open(.read)
            let opened = Finding.good(
                "opening",
                Phrase("Kunci cocok, skema dikenal.", en: "The key fits, the schema is known."))
            let checkup = StoreCheckup(city, at: .now(), backupAgeMax: backupAgeMax)
            return [opened] + (await checkup.findings())
        } catch {
            return [.failed("opening", error)]
        }
    }

    private func show(_ findings: [Finding]) {
        guard json else {
            for finding in findings { Terminal.say(line(finding)) }
            return
        }
        let worst = findings.map(\.state).max() ?? .good
        let checks = findings.map { finding in
            JSONValue.object([
                .init("check", .string(finding.check)),
                .init("state", .string(finding.state.rawValue)),
                .init("message", .string(finding.what.text(Terminal.language))),
                .init(
                    "remedy",
                    finding.remedy.map { .string($0.text(Terminal.language)) } ?? .null),
            ])
        }
        Terminal.say(
            JSONValue.object([
                .init("state", .string(worst.rawValue)), .init("checks", .array(checks)),
            ]).text)
    }

    private func line(_ finding: Finding) -> String {
        let mark =
            switch finding.state {
            case .good: "✓"
            case .warning: "!"
            case .bad: "✗"
            }
        let remedy = finding.remedy.map { " \($0.text(Terminal.language))" } ?? ""
        return "\(mark) \(finding.check): \(finding.what.text(Terminal.language))\(remedy)"
    }
}
