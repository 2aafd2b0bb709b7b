import Civic
import Foundation
import Jamsostek
import Programme

/// Times the matching of people to funds: `funding-bench DATA PEOPLE FUNDS KIND`, where KIND is
/// `open` (any month of anybody the fund allows), `mixed` (prices of PP 50/2025 from January) or
/// `packages` (a quarter of the funds give whole packages). Prints a line for each figure: name,
/// value, unit.
@main
struct FundingBench {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 5, let people = Int(arguments[2]), let funds = Int(arguments[3]),
            let kind = BenchWave.Kind(rawValue: arguments[4])
        else {
            FileHandle.standardError.write(
                Data("usage: funding-bench DATA PEOPLE FUNDS open|mixed|packages\n".utf8))
            exit(2)
        }
        let law = try law(arguments[1])
        let city = BenchWave(people: people, funds: funds, kind: kind)
        let wave = city.wave()
        let offers = city.offers()
        let (start, worked) = (ContinuousClock.now, clock())
        let found = try FundMatcher(law: law).match(wave, with: offers)
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let processor = Double(clock() - worked) / Double(CLOCKS_PER_SEC)
        guard found.isSound(wave, offers) else {
            FileHandle.standardError.write(Data("the matching breaks a rule\n".utf8))
            exit(1)
        }
        say("match_seconds", seconds, "s")
        say("processor_seconds", processor, "s")
        say("promised", Double(people * wave.months), "person-months")
        say("covered", Double(found.proof.covered), "person-months")
        say("bound", Double(found.proof.bound), "person-months")
        say("proven_most", found.proof.isMost ? 1 : 0, "")
        say("proven_fairest", found.proof.isFairest ? 1 : 0, "")
        say("proven_cheapest", found.proof.isCheapest ? 1 : 0, "")
        say("cost", Double(found.cost.amount), "rupiah")
        say("schedules", Double(found.schedules.count), "")
        let handed = found.scheduleOfPlace.reduce(0) {
            $0 + max(0, found.schedules[Int($1)].count - 1)
        }
        say("handed_over", Double(handed), "times")
    }

    private static func law(_ folder: String) throws -> Law {
        try Law { name throws(Problem) in
            let file = URL(filePath: folder).appending(path: "national/\(name).tsv")
            guard let text = try? String(contentsOf: file, encoding: .utf8) else {
                preconditionFailure("no table \(name) in the data folder")
            }
            return Table(name: "\(name).tsv", text: text)
        }
    }

    private static func say(_ name: String, _ value: Double, _ unit: String) {
        print("\(name)\t\(String(format: "%.3f", value))\t\(unit)")
    }
}

extension FundMatching {
    /// No fund below zero, no month paid twice, and as many months as it says.
    fileprivate func isSound(_ wave: FundingWave, _ offers: [FundOffer]) -> Bool {
        var months = 0
        for place in wave.people.indices {
            var last = wave.start + -1
            for run in runs(ofPlace: place + 1) {
                guard run.first > last else { return false }
                last = run.last
                months += run.months
            }
        }
        return months == proof.covered && uses.allSatisfy { $0.left >= .zero }
    }
}
