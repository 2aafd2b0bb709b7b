import Civic
import Papers

/// Invented people and offices for papers.
enum Samples {
    static let day = Day(number: 20_524)
    static let month = Month(year: 2026, month: 3)
    static let digest = String(repeating: "0123456789abcdef", count: 4)

    /// Names as lists bring them: long, short, quoted, accented.
    private static let names = [
        "SITI AMINAH", "MUHAMMAD RAFI AL-FIKRI", "NI'MATUL \"IIM\" KHASANAH",
        "JOSÉ ÑÚÑEZ DA SILVÉRIO",
        "A", "RADEN AYU KUSUMANINGTYAS WULANDARI PRAMESWARI HADININGRAT BINTI SOEKARNOPUTRA",
        "Aflah Affifah Fflorian", "BUDI & ANAK <DAPUR> 100%", "O’NEILL ÇELİK ŁUKASZ", "",
        "WIRJOHADIKOESOEMONINGRATSASTRODIPOERWOKARTOSOEDARMOHADIWINOTO",
    ]
    private static let occupations = [
        "Pengemudi ojek daring", "Pedagang kaki lima", "Pekerja rumah tangga", "",
        "Buruh harian lepas (bongkar muat di pasar induk)",
    ]

    /// With a word of its own at the end, so that each is found again.
    static func name(_ serial: Int) -> String {
        names[serial % names.count].isEmpty
            ? "W\(serial)Z" : "\(names[serial % names.count]) W\(serial)Z"
    }

    static func occupation(_ serial: Int) -> String { occupations[serial % occupations.count] }

    static func number(_ serial: Int) -> String { PersonNumber(prefix: "BKS", serial: serial).text }

    static func nik(_ serial: Int) -> NIK? {
        serial % 13 == 12 ? nil : NIK(digits: 3_275_014_507_900_001 + UInt64(serial))
    }

    static let place = PaperPlace(district: "Bekasi Timur", village: "Bekasi Jaya")

    static func facts(_ title: String, _ number: String = "500.15/12-Disnaker/III/2026")
        -> PaperFacts
    {
        PaperFacts(
            title: title, number: number, author: "Dinas Contoh", created: day,
            check: PaperCheck(
                address: "https://sigap.contoh.go.id/v/7K4M92QX",
                digests: [Digest("Sidik data SHA-256", digest)]))
    }

    static let letterhead = Letterhead(
        .agency, government: "PEMERINTAH KOTA CONTOH", office: "DINAS TENAGA KERJA",
        address: [
            "Jalan Contoh Nomor 1, Contoh Selatan, Kota Contoh 17141",
            "Telepon (021) 0000000 · disnaker@contoh.go.id",
        ])

    static let decree = DecreeReference(
        kind: "KEPUTUSAN WALI KOTA CONTOH", number: "500.15.1/Kep.655-Disnaker/X/2025",
        day: Day(number: 20_390),
        about: "PENETAPAN PENERIMA BANTUAN IURAN JAMINAN SOSIAL KETENAGAKERJAAN")

    static let mayor = Signer(office: ["WALI KOTA CONTOH,"], name: "NAMA WALI KOTA")
    static let head = Signer(
        office: ["Kepala Dinas Tenaga Kerja,"], name: "Dra. Contoh Kepala, M.Si.",
        below: ["Pembina Utama Muda", "NIP 19700101 199503 1 001"])
    static let branch = Signer(
        office: ["Kepala Kantor Cabang", "BPJS Ketenagakerjaan Contoh,"], name: "Contoh Cabang")

    static func annex(_ people: Int, _ edition: AnnexEdition = .restricted) -> AnnexPaper {
        let lines = (0..<people).map { serial in
            AnnexLine(
                line: serial + 1, number: number(serial), name: name(serial), nik: nik(serial),
                neighbourhood: serial % 7 == 3 ? "" : "003/0\(serial % 20 + 10)",
                occupation: occupation(serial), fund: ["APBD", "CSR", "PSR"][serial % 3])
        }
        return AnnexPaper(
            facts: facts("Lampiran Keputusan", "500.15.1/Kep.655-Disnaker/X/2025"), decree: decree,
            edition: edition, title: "DAFTAR PEKERJA RENTAN PENERIMA BANTUAN IURAN JKK DAN JKM",
            groups: people == 0 ? [] : [AnnexGroup(place: place, lines: lines)], signer: mayor)
    }

    static func handover(_ people: Int) -> HandoverPaper {
        HandoverPaper(
            facts: facts("Tanda terima kartu"), title: "TANDA TERIMA KARTU SIGAP", place: place,
            lines: (0..<people).map {
                HandoverLine(name: name($0), number: number($0), neighbourhood: "003/011")
            }, pageMark: "https://sigap.contoh.go.id/h/3F7Q",
            opening: ["Bekasi Jaya, ……………… 2026"],
            signers: [
                Signer(office: ["Yang menyerahkan,"], name: "Petugas Contoh"),
                Signer(office: ["Lurah Bekasi Jaya,"], name: "Lurah Contoh, S.Sos."),
            ])
    }

    static func cards(_ people: Int) -> CardSheets {
        CardSheets(
            properties: PaperProperties(title: "Kartu", author: "Dinas Contoh", created: day),
            words: CardWords(
                programme: "SIGAP", expansion: "Siap Jaga Pekerja Informal",
                protection: "Perlindungan kecelakaan kerja dan kematian",
                question: "Kecelakaan?",
                steps: [
                    "Ke IGD rumah sakit terdekat", "Sebut “BPJS Ketenagakerjaan”",
                    "Telepon 175 dalam 2 hari",
                ], phoneLabel: "Kelurahan Bekasi Jaya",
                warning: "Gratis. Tidak ada petugas yang boleh meminta uang.",
                checkAddress: "https://sigap.contoh.go.id/cek", checkLabel: "Cek status"),
            cards: (0..<people).map {
                Card(
                    name: name($0), number: number($0),
                    validUntil: Month(year: 2026, month: 12).lastDay,
                    phone: "0812-0000-0\(100 + $0)")
            })
    }
}
