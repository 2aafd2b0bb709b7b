import Civic
import Foundation
import Papers

/// Sets one kind of paper for many people: `paper-bench annex|cards PEOPLE FILE`. Prints the number
/// of pages; time and memory are measured from outside, by Benchmarks/papers.py.
@main
struct PaperBench {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let people = Int(arguments[2]) else { usage() }
        let city = PaperCity(people: people)
        do throws(Problem) {
            switch arguments[1] {
            case "annex": print(try city.annex.pdf(to: arguments[3]))
            case "cards": print(try city.cards.pdf(to: arguments[3]))
            default: usage()
            }
        } catch {
            FileHandle.standardError.write(Data("\(error.sentence(.english))\n".utf8))
            exit(error.exitStatus)
        }
    }

    private static func usage() -> Never {
        FileHandle.standardError.write(Data("usage: paper-bench annex|cards PEOPLE FILE\n".utf8))
        exit(2)
    }
}
