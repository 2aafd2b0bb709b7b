import Civic
import Papers

extension Samples {
    static let decreePaper = DecreePaper(
        facts: facts("Keputusan", "500.15.1/Kep.655-Disnaker/X/2025"),
        letterhead: Letterhead(
            .head, government: "WALI KOTA CONTOH", office: "PROVINSI CONTOH BARAT"), decree: decree,
        invocation: ["DENGAN RAHMAT TUHAN YANG MAHA ESA", "WALI KOTA CONTOH,"],
        reasons: [
            "bahwa setiap pekerja berhak atas perlindungan jaminan sosial ketenagakerjaan, termasuk pekerja yang bekerja di luar hubungan kerja;",
            "bahwa hasil verifikasi perangkat daerah menunjukkan pekerja rentan yang memenuhi syarat;",
            "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan Keputusan Wali Kota tentang Penetapan Penerima Bantuan Iuran;",
        ],
        laws: (1...11).map {
            "Undang-Undang Nomor \($0) Tahun 20\(10 + $0) tentang Contoh Peraturan yang Panjang Namanya dan Perlu Dua Baris (Lembaran Negara Tahun 20\(10 + $0) Nomor \($0));"
        }, resolution: "KEPUTUSAN WALI KOTA TENTANG PENETAPAN PENERIMA BANTUAN IURAN.",
        points: [
            DecreePaper.Point(
                "KESATU",
                "Menetapkan penerima bantuan iuran sebanyak 11.666 orang sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini."
            ),
            DecreePaper.Point(
                "KEDUA", "Segala biaya dibebankan pada Anggaran Pendapatan dan Belanja Daerah."),
            DecreePaper.Point("KETIGA", "Keputusan ini mulai berlaku pada tanggal ditetapkan."),
        ], opening: ["Ditetapkan di Contoh", "pada tanggal 29 Oktober 2025"], signer: mayor)

    static func receipt(_ kind: ReceiptPaper.Kind) -> ReceiptPaper {
        ReceiptPaper(
            facts: facts("Kuitansi", "0012/KW/III/2026"), kind: kind, letterhead: letterhead,
            giver: "PT Contoh Sejahtera Abadi Tbk", amount: Rupiah(5_292_000),
            purpose:
                "Iuran JKK dan JKM 50 pekerja di Rawalumbu selama 6 bulan, Oktober 2026 sampai Maret 2027",
            note: kind == .proof
                ? "Iuran dibayar langsung kepada BPJS Ketenagakerjaan; pemerintah kota tidak menerima uang."
                : "", place: "Contoh", day: day, signer: head)
    }

    static func payment(_ people: Int) -> PaymentPaper {
        func lines(_ serials: Range<Int>) -> [PaymentLine] {
            serials.map {
                PaymentLine(
                    number: number($0), name: name($0),
                    participant: $0 % 4 == 0 ? "" : "2500\(1_000_000 + $0)", village: "Bekasi Jaya",
                    amount: Rupiah(16_800))
            }
        }
        let half = people / 2
        return PaymentPaper(
            facts: facts("Lampiran SPM"), letterhead: letterhead,
            title: "LAMPIRAN SURAT PERINTAH MEMBAYAR\nIURAN JAMINAN SOSIAL KETENAGAKERJAAN",
            fields: [
                PaperField("Nomor SPM", "01234/SPM-LS/2.07.0.00/2026"),
                PaperField("Kode iuran", "920312345678"),
                PaperField("Rekening belanja", "5.1.02.02.02.0006"),
            ],
            parts: [
                PaymentPart(
                    fund: "APBD", month: month, rate: Rupiah(16_800), lines: lines(0..<half)),
                PaymentPart(
                    fund: "CSR PT Contoh Sejahtera", month: month, rate: Rupiah(16_800),
                    lines: lines(half..<people)),
            ], opening: ["Contoh, 18 Maret 2026"],
            signers: [
                Signer(
                    office: ["Pejabat Pelaksana Teknis Kegiatan,"], name: "Contoh PPTK, S.E.",
                    below: ["NIP 19800101 200501 2 002"]), head,
            ])
    }

    static let verification: MinutesPaper = {
        let findings = VerificationFindings(
            checked: 252, eligible: 210,
            refusals: [
                VerificationFindings.Refusal("Di luar batas usia", 20),
                VerificationFindings.Refusal("Sudah terlindungi oleh pembayar lain", 22),
            ], confirmedBy: "Ketua RW dan petugas Pamor",
            neighbourhoods: (1...14).map {
                VerificationFindings.Neighbourhood(
                    "RW 0\($0 + 9)", checked: 18, eligible: 15, refused: 3)
            })
        return MinutesPaper(
            facts: facts("Berita acara verifikasi"), letterhead: letterhead,
            title: "BERITA ACARA VERIFIKASI CALON PENERIMA BANTUAN IURAN", day: day,
            parties: [
                MinutesParty(name: "Operator Contoh", office: "Operator Kelurahan Bekasi Jaya"),
                MinutesParty(name: "Lurah Contoh, S.Sos.", office: "Lurah Bekasi Jaya"),
            ],
            deed: "telah melakukan verifikasi terhadap 252 calon penerima di Kelurahan Bekasi Jaya",
            results: findings.results, tables: [findings.table],
            closing:
                "Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.",
            opening: ["Bekasi Jaya, 12 Maret 2026"],
            signers: [
                Signer(office: ["Operator,"], name: "Operator Contoh"),
                Signer(office: ["Saksi RW,"], name: "Ketua RW Contoh"),
                Signer(
                    office: ["Lurah Bekasi Jaya,"], name: "Lurah Contoh, S.Sos.",
                    below: ["NIP 19750505 200003 1 004"]),
            ])
    }()

    static func reconciliation(_ refused: Int) -> MinutesPaper {
        func differences(_ count: Int, _ reason: String) -> [ReconciliationFindings.Difference] {
            (0..<count).map {
                ReconciliationFindings.Difference(
                    number: number($0), name: name($0), village: "Bekasi Jaya", reason: reason)
            }
        }
        let findings = ReconciliationFindings(
            insurer: "BPJS", inDecree: 11_666, inFile: 11_640, matched: 11_628,
            refused: differences(refused, "Sudah peserta aktif (A4)"),
            onlyInsurer: differences(2, "Tidak ada dalam keputusan"), onlyDecree: [])
        var facts = facts("Berita acara rekonsiliasi")
        facts.check?.digests = [
            Digest("Sidik lampiran keputusan SHA-256", digest),
            Digest("Sidik berkas BPJS SHA-256", String(digest.reversed())),
        ]
        return MinutesPaper(
            facts: facts, letterhead: letterhead,
            title: "BERITA ACARA REKONSILIASI DATA PESERTA BULAN MARET 2026", day: day,
            parties: [
                MinutesParty(name: head.name, office: "Kepala Dinas Tenaga Kerja Kota Contoh"),
                MinutesParty(name: branch.name, office: "Kepala Kantor Cabang Contoh"),
            ], deed: "telah mencocokkan data peserta", results: findings.results,
            tables: findings.tables,
            closing: "Demikian berita acara ini dibuat dalam rangkap dua.",
            opening: ["Contoh, 12 Maret 2026"], signers: [branch, head])
    }

    static func letter(_ reasons: Int) -> DecisionLetterPaper {
        DecisionLetterPaper(
            facts: facts("Pemberitahuan keputusan"), letterhead: letterhead, place: "Contoh",
            day: day,
            fields: [
                PaperField("Sifat", "Biasa"), PaperField("Lampiran", "–"),
                PaperField("Hal", "Pemberitahuan keputusan bantuan iuran"),
            ], addressee: ["Ibu \(name(3))", "RT 003 RW 011, Kelurahan Bekasi Jaya", "di Tempat"],
            paragraphs: [
                "Terima kasih atas usulan Ibu. Kami telah memeriksa data Ibu dengan nomor SIGAP \(number(3)) dan memutuskan bahwa Ibu belum dapat menerima bantuan iuran, karena:"
            ],
            reasons: (0..<reasons).map {
                DecisionReason(
                    title: "Pekerjaan belum pasti (A\($0 + 1))",
                    text:
                        "Pekerjaan Anda belum dapat dipastikan menurut data tanggal 5 Maret 2026.",
                    remedy: "Minta Ketua RW atau petugas Pamor mengonfirmasi.")
            },
            closing: [
                "Ibu dapat menyampaikan sanggahan paling lambat 20 April 2026 di kelurahan atau melalui sigap.contoh.go.id/sanggah. Layanan ini gratis."
            ], signer: head, copies: ["Lurah Bekasi Jaya", "Arsip"])
    }

    static func amendment(_ people: Int) -> AmendmentPaper {
        func lines(_ from: Int, _ count: Int, _ before: String, _ after: String) -> [AmendmentLine]
        {
            (from..<from + count).map {
                AmendmentLine(
                    number: number($0), name: name($0), nik: nik($0), village: "Bekasi Jaya",
                    before: before, after: after)
            }
        }
        return AmendmentPaper(
            facts: facts("Adendum"), decree: decree, edition: .restricted,
            title: "PERUBAHAN DAFTAR PENERIMA BANTUAN IURAN", peopleBefore: 11_666,
            added: lines(0, people, "APBD", "Pengganti dari daftar tunggu"),
            removed: lines(people, people, "APBD", "Meninggal dunia 2 Maret 2026"),
            changed: lines(2 * people, people / 2, "Sumber dana APBD", "Sumber dana CSR"),
            signer: mayor)
    }
}
