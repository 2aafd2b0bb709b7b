package import Civic
import FoundationEssentials
package import Jamsostek

/// The folder with the tables of law, the region packs, the words and the page templates.
package struct DataFolder: Sendable {
    package let path: String

    /// Looks for the folder: where the caller says, else beside the program or in a folder above it
    /// (a build folder lies inside the project), else in the system's share folders.
    package static func find(_ given: String?) throws(Problem) -> DataFolder {
        if let given {
            guard isDataFolder(given) else { throw missing(given) }
            return DataFolder(path: given)
        }
        for candidate in candidates() where isDataFolder(candidate) {
            return DataFolder(path: candidate)
        }
        throw missing(nil)
    }

    private static func candidates() -> [String] {
        foldersOfProgram().map { "\($0)/Data" } + ["/usr/local/share/sigap", "/usr/share/sigap"]
    }

    /// The folder of the program and up to four folders above it.
    fileprivate static func foldersOfProgram() -> [String] {
        var folders: [String] = []
        let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        var folder = program.map(parent)
        while let current = folder, current != "/", folders.count < 5 {
            folders.append(current)
            folder = parent(current)
        }
        return folders
    }

    private static func parent(_ path: String) -> String {
        let cut = path.split(separator: "/").dropLast().joined(separator: "/")
        return "/\(cut)"
    }

    private static func isDataFolder(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(path)/national/tariff.tsv")
    }

    private static func missing(_ given: String?) -> Problem {
        Problem(
            .usage, "data-folder-missing",
            Phrase(
                given.map { "Folder data tidak ada di \($0)." }
                    ?? "Folder data (tarif, wilayah, halaman) tidak ditemukan.",
                en: given.map { "There is no data folder at \($0)." }
                    ?? "The data folder (tariffs, regions, pages) was not found."),
            do: Phrase(
                "Tunjuk foldernya dengan --data FOLDER.", en: "Name the folder with --data FOLDER.")
        )
    }

    /// The text of a file inside the folder.
    package func text(_ name: String) throws(Problem) -> String {
        do {
            let bytes = try Data(contentsOf: URL(filePath: "\(path)/\(name)"))
            return String(decoding: bytes, as: UTF8.self)
        } catch {
            throw Problem(
                .service, "data-file-missing",
                Phrase("Berkas data tidak ada atau tidak terbaca.", en: "A data file is missing."),
                at: Spot(file: name),
                do: Phrase(
                    "Pasang kembali folder Data yang menyertai program.",
                    en: "Restore the Data folder that came with the program."))
        }
    }

    /// The bytes of a file inside the folder, or nil when there is none.
    package func bytes(_ name: String) -> [UInt8]? {
        (try? Data(contentsOf: URL(filePath: "\(path)/\(name)"))).map(Array.init)
    }

    /// Names of the files of a folder inside this one, sorted.
    package func names(in folder: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")
        return (names ?? []).sorted()
    }

    /// A table such as `synth/given-names`, named without its ending.
    package func table(_ name: String) throws(Problem) -> Table {
        Table(name: "\(name).tsv", text: try text("\(name).tsv"))
    }

    /// Who may do what.
    package func access() throws(Problem) -> AccessTable {
        try AccessTable(
            roles: try table("access/roles"), grants: try table("access/grants"),
            menus: try table("access/menus"), signIn: try table("access/sign-in"))
    }

    /// The national law.
    package func law() throws(Problem) -> Law {
        try Law { (name) throws(Problem) in try table("national/\(name)") }
    }
}

extension DataFolder {
    /// Files that were made when the program was built (fonts), from the folder `assets` beside the
    /// program or in a folder above it. Empty when there is none: pages then use system fonts.
    package func builtAssets() -> [(name: String, bytes: [UInt8])] {
        for folder in DataFolder.foldersOfProgram() {
            let names =
                (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/assets")) ?? []
            let fonts = names.filter { $0.hasSuffix(".woff2") }.sorted()
            if fonts.isEmpty { continue }
            return fonts.compactMap { name in
                (try? Data(contentsOf: URL(filePath: "\(folder)/assets/\(name)"))).map {
                    (name, Array($0))
                }
            }
        }
        return []
    }
}
