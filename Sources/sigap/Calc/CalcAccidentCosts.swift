import ArgumentParser
import Civic
import Jamsostek
import Office

/// `sigap calc benefit temporary-incapacity`.
struct CalcTemporaryIncapacity: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "temporary-incapacity",
        abstract: "What a time without work after an accident brings.",
        discussion: """
            Example: sigap calc benefit temporary-incapacity --income 1000000 --days 45
            Example: sigap calc benefit temporary-incapacity --income 1000000 --months 14
            """)

    @Option(help: "Declared income, rupiah a month; the lowest band without it.")
    var income: String?

    @Option(help: "Days without work.")
    var days: String?

    @Option(help: "Whole months without work, instead of days.")
    var months: String?

    @Option(help: "Day of the accident; today without it.")
    var on: String?

    @OptionGroup var data: DataOptions

    func run() throws {
        let question = try IncapacityQuestion(
            income: income, days: days, months: months, on: on, today: .todayInJakarta())
        try data.folder().law().answer(question).show()
    }
}

/// `sigap calc benefit transport`.
struct CalcTransport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transport",
        abstract: "What is repaid of the way to hospital or home.",
        discussion: """
            Example: sigap calc benefit transport --land 6200000 --sea 0 --air 0
            """)

    @Option(help: "Bill for land, river and lake, rupiah.")
    var land: String?

    @Option(help: "Bill for the sea, rupiah.")
    var sea: String?

    @Option(help: "Bill for the air, rupiah.")
    var air: String?

    @Option(help: "Day of the accident; today without it.")
    var on: String?

    @OptionGroup var data: DataOptions

    func run() throws {
        let question = try TransportQuestion(
            land: land, sea: sea, air: air, on: on, today: .todayInJakarta())
        try data.folder().law().answer(question).show()
    }
}
