import ArgumentParser
import Civic

/// The program. Exit status: 0 done; 1 the job ran and found nothing usable; 2 usage; 3 bad input;
/// 4 the store or a service failed.
@main
struct Sigap: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sigap",
        abstract: "Cover for informal workers: from agency lists to insured families.",
        discussion: """
            Example: sigap demo                              a sample city in the browser
            Example: sigap process lists/ --out result/      the whole job on your own files
            Messages are in Indonesian; SIGAP_LANGUAGE=en gives English.
            """,
        subcommands: [
            DemoCommand.self, ServeCommand.self, InitCommand.self, ImportCommand.self,
            AccountCommand.self,
            JournalCommand.self, KeysCommand.self, EraseCommand.self, CheckCommand.self,
            BackupCommand.self, RestoreCommand.self, CopyCommand.self, MigrateCommand.self,
            ProcessCommand.self, LinkCommand.self, ExplainCommand.self,
            SynthCommand.self, EmulateCommand.self, CalcCommand.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let problem as Problem {
            Terminal.note(problem.sentence(Terminal.language))
            Terminal.quit(problem.exitStatus)
        } catch {
            finish(error)
        }
    }

    /// Help and version go to standard output, complaints about usage beside it with status 2.
    private static func finish(_ error: any Error) -> Never {
        let code = exitCode(for: error)
        let message = fullMessage(for: error)
        if code == .success {
            if !message.isEmpty { Terminal.say(message) }
            Terminal.quit(0)
        }
        Terminal.note(message)
        Terminal.quit(2)
    }
}
