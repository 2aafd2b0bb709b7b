import Civic
import Foundation
import Intake
import Testing

/// Files that are no list: one clear sentence each.
struct FileKindTests {
    private func refusal(_ bytes: some Sequence<UInt8>, name: String = "usulan.csv") -> Problem? {
        #expect(throws: Problem.self) {
            try Reading(bytes: Array(bytes), from: nil, name: name).counts.read
        }
    }

    static let html = "<html><table><tr><td>NIK</td></tr></table></html>"

    @Test(arguments: [
        ("", "file-empty"), (" \r\n\t\n", "file-empty"), ("%PDF-1.7 NIK,Nama", "file-kind"),
        (html, "file-kind"), ("<!DOCTYPE html>\n<body>NIK,Nama", "file-kind"),
        ("<?xml version=\"1.0\"?><Workbook>", "file-kind"),
        ("\u{0}\u{1}\u{2}NIK,Nama", "file-kind"),
        ("NIK,Nama\u{0}", "file-kind"), ("halo", "file-without-people"),
        ("Kode,Harga\nA1,5\n", "file-without-people"),
    ])
    func `is refused`(_ text: String, _ code: String) {
        for name in ["usulan.csv", "usulan.xlsx", "usulan"] {
            let problem = refusal(text.utf8, name: name)
            #expect(problem?.code == code)
            #expect(problem?.kind == .input)
            #expect(problem?.spot?.file == name)
        }
    }

    @Test func `a file in UTF-16 is named as such`() {
        let text = "NIK,Nama\n3275011708850001,Budi\n"
        let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(refusal([0xFF, 0xFE] + little)?.what.english.contains("UTF-16") == true)
        #expect(refusal([0xFE, 0xFF] + big)?.what.english.contains("UTF-16") == true)
        #expect(refusal(little)?.code == "file-kind")
    }

    @Test func `random bytes are refused, whatever they begin with`() {
        var generator = SeededGenerator(seed: 121)
        for begin in [[], [0x50, 0x4B], [0x50, 0x4B, 3, 4], [0xD0, 0xCF, 0x11, 0xE0]] as [[UInt8]] {
            let junk = (0..<4_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
            #expect(refusal(begin + junk) != nil)
        }
    }

    /// PK are the first letters of a zip archive, but also of PKH and PKL.
    @Test(arguments: ["PKH 2025\n", "PKL KOTA BEKASI\n", ""])
    func `a text that begins like an archive is a text`(_ title: String) throws {
        let header = title.isEmpty ? "PKH ID,NIK,Nama" : "No,NIK,Nama"
        let reading = try Reading("\(title)\(header)\n1,3275011708850001,Budi Santoso\n")
        #expect(reading.people.map(\.name) == ["Budi Santoso"])
    }

    @Test func `a list with nobody in it is a list`() throws {
        let reading = try Reading("NIK,Nama\n")
        #expect(reading.counts.linked == 0)
        #expect(reading.counts.read == 1)
        #expect(reading.counts.addUp)
    }

    @Test(arguments: ["/tidak/ada.csv", "/tmp", "/dev/null/x.csv"])
    func `what cannot be opened is said so, with its name only`(_ path: String) {
        let problem = #expect(throws: Problem.self) {
            try DeliveryReader(context: City.context).read(
                path: path, source: "x", agency: nil
            ).count
        }
        #expect(problem?.code == "file-unreadable")
        #expect(problem?.spot?.file?.contains("/") == false)
    }

    @Test(.enabled(if: geteuid() != 0, "root may read everything"))
    func `a file that may not be read is said so`() {
        let file = ListFile("NIK,Nama\n1,Budi\n")
        chmod(file.path, 0)
        let problem = #expect(throws: Problem.self) {
            try DeliveryReader(context: City.context).read(
                path: file.path, source: "x", agency: nil
            ).count
        }
        #expect(problem?.code == "file-unreadable")
        #expect(problem?.what.english == "The file may not be opened.")
    }
}
