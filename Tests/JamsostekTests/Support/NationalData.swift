import Civic
import Foundation
import Jamsostek

/// The law tables that ship with the program.
enum NationalData {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().appending(path: "../../../Data/national").standardized

    static func text(of table: String) -> String {
        let file = folder.appending(path: "\(table).tsv")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            preconditionFailure("no table \(table) in the data folder")
        }
        return text
    }

    static func table(_ name: String) -> Table { Table(name: "\(name).tsv", text: text(of: name)) }

    /// The law, with some answers or whole tables replaced.
    static func law(
        overriding overrides: [String: String] = [:], replacing tables: [String: String] = [:]
    ) throws(Problem) -> Law {
        try Law(
            reading: { (name) throws(Problem) in
                guard let text = tables[name] else { return table(name) }
                return Table(name: "\(name).tsv", text: text)
            }, overriding: overrides)
    }
}

/// The law as it ships, made once for all tests.
let law: Law = {
    do throws(Problem) {
        return try NationalData.law()
    } catch {
        preconditionFailure(error.sentence(.english))
    }
}()

func day(_ iso: String) -> Day {
    guard let day = Day(iso: iso) else { preconditionFailure("\(iso) is no day") }
    return day
}

func month(_ iso: String) -> Month {
    guard let month = Month(iso: iso) else { preconditionFailure("\(iso) is no month") }
    return month
}

/// Months `2025-11` to `2026-01`, both included.
func months(_ first: String, _ last: String) -> [Month] {
    (0...(month(last) - month(first))).map { month(first) + $0 }
}

func moment(_ iso: String, _ hour: Int, _ minute: Int = 0) -> LocalMoment {
    guard let moment = LocalMoment(day(iso), hour: hour, minute: minute) else {
        preconditionFailure("\(hour):\(minute) is no time")
    }
    return moment
}
