import ArgumentParser

/// `sigap emulate`.
struct EmulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "emulate", abstract: "Others whom the city deals with, for rehearsals.",
        subcommands: [EmulateInsurer.self])
}
