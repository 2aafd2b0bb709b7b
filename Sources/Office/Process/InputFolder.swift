import Civic
import Crypto
import FoundationEssentials
import Intake
import Store
import Yams

/// The files of agencies in one folder, and whose they are.
struct InputFolder: Sendable {
    struct File: Sendable {
        let path: String
        let name: String
        /// The name under which its rows are quoted: without ending, unless two files would share it.
        let source: String
        /// Named in `sources.yaml`; nil to tell from the file.
        let agency: Agency?
        let bytes: Int
    }

    let files: [File]

    /// - Throws: a problem when the folder does not exist, cannot be read or holds no list.
    init(_ path: String, agencies: [Agency]) throws(Problem) {
        var isFolder = false
        let manager = FileManager.default
        guard manager.fileExists(atPath: path, isDirectory: &isFolder), isFolder else {
            throw InputFolder.missing(path)
        }
        let names = (try? manager.contentsOfDirectory(atPath: path).sorted()) ?? []
        let given = try InputFolder.sources(path, names, agencies)
        let lists = names.filter { !$0.hasPrefix(".") && !$0.hasPrefix("~$") }
            .filter {
                ["csv", "xlsx", "txt", "tsv", "xlsm", "xls"].contains(FileName.ending(of: $0))
            }
        guard !lists.isEmpty else { throw InputFolder.empty(path) }
        let stems = Dictionary(grouping: lists) { FileName.stem(of: $0) }
        files = lists.map { name in
            let stem = FileName.stem(of: name)
            let full = "\(path)/\(name)"
            let size = (try? manager.attributesOfItem(atPath: full)[.size] as? Int) ?? nil
            return File(
                path: full, name: name, source: stems[stem]?.count == 1 ? stem : name,
                agency: given[name] ?? given[stem], bytes: size ?? 0)
        }
    }

    /// Reads `sources.yaml`: `file: agency`.
    private static func sources(
        _ path: String, _ names: [String], _ agencies: [Agency]
    ) throws(Problem) -> [String: Agency] {
        guard names.contains("sources.yaml") else { return [:] }
        var given: [String: String] = [:]
        do {
            let bytes = try Data(contentsOf: URL(filePath: "\(path)/sources.yaml"))
            given = try YAMLDecoder().decode(
                [String: String].self, from: String(decoding: bytes, as: UTF8.self))
        } catch {
            throw Problem(
                .input, "sources-unreadable",
                Phrase("sources.yaml tidak dapat dibaca.", en: "sources.yaml cannot be read."),
                at: Spot(file: "sources.yaml"),
                do: Phrase(
                    "Tulis satu baris per berkas: \"organda.xlsx: organda\".",
                    en: "Write one line per file: \"organda.xlsx: organda\"."))
        }
        var found: [String: Agency] = [:]
        for (file, id) in given {
            guard let agency = agencies.first(where: { $0.id == id }) else {
                throw unknownAgency(id, agencies)
            }
            found[file] = agency
        }
        return found
    }

    private static func unknownAgency(_ id: String, _ agencies: [Agency]) -> Problem {
        let known = agencies.map(\.id).joined(separator: ", ")
        return Problem(
            .input, "agency-not-in-region",
            Phrase("Instansi \"\(id)\" tidak dikenal.", en: "There is no agency \"\(id)\"."),
            at: Spot(file: "sources.yaml"),
            do: Phrase("Pilih salah satu: \(known).", en: "Choose one of: \(known)."))
    }

    private static func missing(_ path: String) -> Problem {
        Problem(
            .input, "folder-missing",
            Phrase("Folder \"\(path)\" tidak ada.", en: "There is no folder \"\(path)\"."),
            do: Phrase(
                "Periksa ejaan namanya. Contoh: sigap process daftar/ --out hasil/",
                en: "Check the spelling. Example: sigap process lists/ --out result/"))
    }

    private static func empty(_ path: String) -> Problem {
        Problem(
            .nothingUsable, "folder-without-lists",
            Phrase(
                "Tidak ada berkas .csv atau .xlsx di folder \"\(path)\".",
                en: "There is no .csv or .xlsx file in folder \"\(path)\"."),
            do: Phrase(
                "Salin daftar dari instansi ke folder itu, lalu jalankan lagi.",
                en: "Copy the agencies' lists into the folder and run again."))
    }
}

/// The fingerprint of a file's content.
enum Fingerprint {
    /// SHA-256 in hexadecimal, read in blocks.
    static func ofFile(_ path: String) throws(Problem) -> String {
        var hash = SHA256()
        do {
            let file = try FileBlocks(path)
            while let block = try file.next() { hash.update(data: block) }
        } catch {
            throw Problem(
                .input, "file-unreadable",
                Phrase("Berkas tidak dapat dibaca.", en: "The file cannot be read."),
                at: Spot(file: FileName.last(of: path)),
                do: Phrase("Periksa hak baca berkas itu.", en: "Check that you may read it."))
        }
        return Hexadecimal.text(Array(hash.finalize()))
    }

    static func of(_ text: String) -> String { of(Array(text.utf8)) }

    static func of(_ bytes: [UInt8]) -> String {
        Hexadecimal.text(Array(SHA256.hash(data: bytes)))
    }
}
