import Civic
import Papers

/// Invented people of a city of twelve districts and 56 kelurahan, the same in every run.
struct PaperCity {
    let people: Int

    static let day = Day(number: 20_397)
    private static let villages = 56
    private static let words = [
        "SITI", "AMINAH", "BUDI", "SANTOSO", "MUHAMMAD", "RIZKY", "DEWI", "LESTARI", "AGUS",
        "SETIAWAN", "SRI", "WAHYUNI", "RAHMAN", "HIDAYAT", "NURUL", "FITRI", "EKO", "PRASETYO",
        "RINA", "MARLINA", "HENDRA", "GUNAWAN", "YULI", "ASTUTI", "ANDI", "SAPUTRA", "MAYA",
    ]
    private static let occupations = [
        "Pengemudi ojek daring", "Pedagang kaki lima", "Pekerja rumah tangga", "Buruh harian lepas",
        "Sopir angkot", "Pelaku usaha mikro",
    ]

    var annex: AnnexPaper {
        let decree = DecreeReference(
            kind: "KEPUTUSAN WALI KOTA CONTOH", number: "500.15.1/Kep.1-Disnaker/I/2026",
            day: PaperCity.day, about: "PENETAPAN PENERIMA BANTUAN IURAN JAMINAN SOSIAL")
        return AnnexPaper(
            facts: facts("Lampiran"), decree: decree, edition: .restricted,
            title: "DAFTAR PEKERJA RENTAN PENERIMA BANTUAN IURAN JKK DAN JKM", groups: groups,
            signer: Signer(office: ["WALI KOTA CONTOH,"], name: "NAMA CONTOH"))
    }

    var cards: CardSheets {
        CardSheets(
            properties: PaperProperties(
                title: "Kartu", author: "Pemerintah Kota Contoh", created: PaperCity.day),
            words: CardWords(
                programme: "SIGAP", expansion: "Siap Jaga Pekerja Informal",
                protection: "Perlindungan kecelakaan kerja dan kematian",
                question: "Kecelakaan?",
                steps: ["Ke IGD terdekat", "Sebut nama penjamin", "Telepon dalam 2 hari"],
                phoneLabel: "Kelurahan", warning: "Gratis. Tidak ada yang boleh meminta uang.",
                checkAddress: "https://sigap.contoh.go.id/cek", checkLabel: "Cek status"),
            cards: (0..<people).map {
                Card(
                    name: name($0), number: PersonNumber(prefix: "BKS", serial: $0).text,
                    validUntil: PaperCity.day, phone: "0812-0000-0\($0 % 900 + 100)")
            })
    }

    private func facts(_ title: String) -> PaperFacts {
        PaperFacts(
            title: title, number: "500.15.1/Kep.1-Disnaker/I/2026",
            author: "Pemerintah Kota Contoh",
            created: PaperCity.day,
            check: PaperCheck(
                address: "https://sigap.contoh.go.id/v/7K4M92QX",
                digests: [
                    Digest("Sidik data SHA-256", String(repeating: "0123456789abcdef", count: 4))
                ]))
    }

    private var groups: [AnnexGroup] {
        (0..<PaperCity.villages).map { village in
            let place = PaperPlace(
                district: "Contoh \(village / 5 + 1)", village: "Desa Contoh \(village + 1)")
            let serials = stride(from: village, to: people, by: PaperCity.villages)
            return AnnexGroup(place: place, lines: serials.map(line))
        }
    }

    private func line(_ serial: Int) -> AnnexLine {
        AnnexLine(
            line: serial + 1, number: PersonNumber(prefix: "BKS", serial: serial).text,
            name: name(serial), nik: NIK(digits: 3_275_014_507_900_001 + UInt64(serial % 9998)),
            neighbourhood: "0\(serial % 20 + 10)/0\(serial % 15 + 10)",
            occupation: PaperCity.occupations[serial % PaperCity.occupations.count],
            fund: ["APBD", "CSR", "PSR"][serial % 3])
    }

    private func name(_ serial: Int) -> String {
        var rest = serial &* 7919
        return (0..<3).map { _ in
            rest = (rest &* 31 &+ 17) & 0xFFFF_FFFF
            return PaperCity.words[rest % PaperCity.words.count]
        }.joined(separator: " ")
    }
}
