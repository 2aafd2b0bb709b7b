import Civic
import Foundation
import Jamsostek

/// The law as it ships, made once for all tests.
let nationalLaw: Law = {
    let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().appending(path: "../../../Data/national").standardized
    do throws(Problem) {
        return try Law { name throws(Problem) in
            let file = folder.appending(path: "\(name).tsv")
            guard let text = try? String(contentsOf: file, encoding: .utf8) else {
                preconditionFailure("no table \(name) in the data folder")
            }
            return Table(name: "\(name).tsv", text: text)
        }
    } catch {
        preconditionFailure(error.sentence(.english))
    }
}()

func month(_ iso: String) -> Month {
    guard let month = Month(iso: iso) else { preconditionFailure("\(iso) is no month") }
    return month
}

func place(_ code: String) -> PlaceCode {
    guard let place = PlaceCode(code) else { preconditionFailure("\(code) is no place") }
    return place
}
