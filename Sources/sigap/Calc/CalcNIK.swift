import ArgumentParser
import Civic
import Jamsostek
import Office

/// `sigap calc nik`.
struct CalcNIK: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nik",
        abstract: "What an identity number says, and whether it can be right.",
        discussion: """
            Errors make a number unusable, warnings never do. birth_date is null while the \
            century is open; another paper's date settles it.

            Example: sigap calc nik 3275014507900003 --on 2025-11-05
            """)

    @Argument(help: "The number as written.")
    var number: String

    @Option(help: "The day that decides the century of birth; today without it.")
    var on: String?

    @Option(help: "Birth date of another paper, 1990-07-05.")
    var birthDate: String?

    @OptionGroup var data: DataOptions

    func run() throws {
        let question = try NIKQuestion(
            number: number, on: on, birthDate: birthDate, today: .todayInJakarta())
        let folder = try data.folder()
        let home = try folder.region(data.region).home
        try folder.law().answer(question, home: home).show()
    }
}
