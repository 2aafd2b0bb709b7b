import Civic
import Foundation
import Jamsostek
import Programme

/// The law as it ships with the program.
let nationalLaw: Law = {
    let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().appending(path: "../../../Data/national").standardized
    do throws(Problem) {
        return try Law { (name) throws(Problem) in
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
