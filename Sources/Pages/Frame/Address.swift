package import Civic

/// Every address that pages link to. None holds a NIK, a name or a birth date.
package enum Address {
    package static let home = "/"
    package static let check = "/cek"
    package static let conditions = "/syarat"
    package static let accident = "/kecelakaan"
    package static let heirs = "/ahli-waris"
    package static let quota = "/kuota"
    package static let data = "/data"
    package static let help = "/bantuan"
    package static let privacy = "/privasi"
    package static let accessibility = "/aksesibilitas"
    package static let login = "/masuk"
    package static let logout = "/keluar"
    package static let dashboard = "/kerja/dasbor"
    package static let people = "/kerja/peserta"
    package static let tasks = "/kerja"
    package static let proposals = "/kerja/usulan"
    package static let queue = "/kerja/antrean"
    package static let confirmations = "/kerja/konfirmasi-rw"
    package static let pairs = "/kerja/pasangan"
    package static let answers = "/kerja/jawaban"
    package static let references = "/kerja/acuan"
    /// Takes a POST: yes to all exact matches.
    package static let answersExact = "\(answers)/persis"
    /// Takes a POST: takes answers back.
    package static let answersUndo = "\(answers)/batalkan"
    /// The page of lists, which says what became of the one that just came in.
    package static let newReferences = "\(references)?baru=1"
    package static let answerHistory = "\(answers)/riwayat"
    package static let conflicts = "/kerja/konflik"
    package static let corrections = "/kerja/perbaikan"
    package static let changes = "/kerja/mutasi"
    /// Takes what was typed by POST, because names have no place in an address.
    package static let changeSearch = "\(changes)/cari"
    package static let claims = "/kerja/klaim"
    package static func claim(_ id: Int) -> String { "\(claims)/\(id)" }
    package static let drivers = "/mitra/pengemudi"
    package static let accounts = "/kelola/pengguna"
    /// What is asked after the password.
    package static let factor = "/masuk/kode"
    /// One's own account.
    package static let account = "/kerja/akun"
    package static let accountPassword = "/kerja/akun/sandi"
    package static let accountApp = "/kerja/akun/aplikasi"
    package static let accountCodes = "/kerja/akun/daftar-kode"
    package static let accountSessions = "/kerja/akun/sesi"
    /// Takes a POST that does nothing but note that somebody is there.
    package static let keepSession = "/kerja/akun/lanjut"
    package static let newUser = "/kelola/pengguna/baru"
    package static let linkage = "/kerja/pencocokan"
    package static let linkageJSON = "/kerja/pencocokan.json"
    /// Takes what was typed by POST, because names and NIKs have no place in an address.
    package static let peopleSearch = "/kerja/peserta/cari"

    /// Ways in for lists of proposed people.
    package static let proposalUpload = "/kerja/usulan/unggah"
    package static let proposalPaste = "/kerja/usulan/tempel"
    package static let proposalType = "/kerja/usulan/ketik"
    package static let proposalTemplate = "/kerja/usulan/contoh.xlsx"

    /// One list, with the group of rows that is shown.
    package static func proposal(_ id: Int, _ group: String? = nil) -> String {
        "\(proposals)/\(id)" + Query.text([("kelompok", group)])
    }
    package static func proposalColumns(_ id: Int) -> String { "\(proposals)/\(id)/kolom" }
    package static func proposalTyped(_ id: Int) -> String { "\(proposals)/\(id)/ketik" }
    package static func proposalRows(_ id: Int) -> String { "\(proposals)/\(id)/baris.xlsx" }
    package static func proposalRepair(_ id: Int) -> String { "\(proposals)/\(id)/unggah" }
    package static func proposalSend(_ id: Int) -> String { "\(proposals)/\(id)/kirim" }
    package static func proposalUndo(_ id: Int) -> String { "\(proposals)/\(id)/batal" }
    package static func proposalProgress(_ id: Int) -> String { "\(proposals)/\(id)/kemajuan" }
    package static func proposalReceipt(_ id: Int) -> String { "\(proposals)/\(id)/tanda-terima" }
    package static func proposalRow(_ id: Int, _ record: Int) -> String {
        "\(proposals)/\(id)/baris/\(record)"
    }

    /// Takes a POST with a NIK, which has no place in an address.
    package static let driverWithdrawal = "/mitra/pengemudi/cabut"
    package static let partners = "/kerja/mitra"

    package static func driverList(_ id: Int) -> String { "\(drivers)/\(id)" }
    package static func driverSending(_ id: Int) -> String { "\(driverList(id))/kirim" }
    package static func driverDeleting(_ id: Int) -> String { "\(driverList(id))/hapus" }
    package static func driverResult(_ id: Int, _ form: String) -> String {
        "\(driverList(id))/hasil.\(form)"
    }
    package static func driverCertificate(_ id: Int) -> String { "\(drivers)/surat/\(id)" }
    package static func partnerCall(_ agreement: Int) -> String {
        "\(partners)/\(agreement)/panggilan"
    }
    // MARK: The verification queue

    static let queueSearch = "\(queue)/cari"
    static let queueKeys = "\(queue)/tombol"
    /// Takes a POST about several cases.
    static let queueBulk = "\(queue)/pilihan"
    /// Takes a POST; takes back the latest decision.
    static let queueUndo = "\(queue)/batal"
    package static let queueRecord = "\(queue)/berita-acara"

    package static func queueCase(_ number: String) -> String {
        "\(queue)/\(Query.encoded(number))"
    }

    static func undo(of number: String) -> String { "\(queueCase(number))/batal" }

    /// The lists of one kelurahan.
    package static func rounds(village slug: String) -> String {
        confirmations + Query.text([("kel", slug)])
    }

    /// Where a list is made for an RW.
    package static func newRound(village slug: String, rw: Int) -> String {
        "\(confirmations)/baru\(Query.text([("kel", slug), ("rw", "\(rw)")]))"
    }

    /// One list, by its number.
    package static func round(_ id: Int) -> String { "\(confirmations)/\(id)" }
    package static func roundPrint(_ id: Int) -> String { "\(round(id))?cetak=1" }
    package static func roundAnswers(_ id: Int) -> String { "\(round(id))/jawaban" }
    package static func roundLink(of id: Int) -> String { "\(round(id))/tautan" }
    package static func roundRevoke(_ id: Int) -> String { "\(round(id))/cabut" }
    package static func roundClose(_ id: Int) -> String { "\(round(id))/tutup" }

    /// A list for whoever holds its link.
    package static func confirm(_ token: String) -> String { "/k/\(Query.encoded(token))" }
    package static func confirmCode(_ token: String) -> String { "\(confirm(token))/kode" }
    package static func confirmAnswers(_ token: String) -> String {
        "\(confirm(token))/jawaban"
    }

    // MARK: Members who leave

    /// What is noted about a member, by SIGAP number; `kind` is what happened.
    package static func newChange(_ number: String? = nil, _ kind: String? = nil) -> String {
        "\(changes)/baru\(Query.text([("peserta", number), ("alasan", kind)]))"
    }
    /// Takes a POST: sets aside what lists say of a member.
    static let likelyDismissal = "\(changes)/singkirkan"
    /// Takes a POST with a day; shows what would follow.
    static let changeEffect = "\(changes)/akibat"
    package static func change(_ id: Int) -> String { "\(changes)/\(id)" }
    static func changeUndo(_ id: Int) -> String { "\(change(id))/batal" }
    static func changeDay(_ id: Int) -> String { "\(change(id))/tanggal" }
    /// Takes a POST: an amendment of the decree with this id.
    static let newAddendum = "/kerja/adendum"
    package static func addendum(_ id: Int) -> String { "\(newAddendum)/\(id)" }

    // MARK: Decrees

    package static let decrees = "/kerja/sk"
    package static func decree(_ id: Int) -> String { "\(decrees)/\(id)" }
    package static func decreeAnnex(
        _ id: Int, village slug: String? = nil, after line: Int? = nil
    ) -> String {
        "\(decree(id))/lampiran"
            + Query.text([("kel", slug), ("setelah", line.map(String.init))])
    }
    /// What changed since the draft that was sent back; `part` is what became of people, and `place`
    /// the one behind whom the page begins.
    package static func decreeRedraft(
        _ id: Int, part: String? = nil, after place: Int? = nil
    ) -> String {
        "\(decree(id))/beda"
            + Query.text([("bagian", part), ("setelah", place.map(String.init))])
    }
    /// A file that is made of a decree, or the signed one.
    package static func decreeFile(_ id: Int, _ name: String) -> String {
        "\(decree(id))/berkas/\(name)"
    }

    /// Where anybody finds out whether a paper is genuine.
    package static let papers = "/v"
    package static func paper(_ code: String) -> String { "\(papers)/\(Query.encoded(code))" }

    /// The page of one person, by SIGAP number.
    package static func person(_ number: String) -> String {
        "\(people)/\(Query.encoded(number))"
    }

    /// The page of one account, by number: a login may be somebody's name.
    package static func user(_ id: Int) -> String { "\(accounts)/\(id)" }
    /// The list of pairs; `shelf` names the open ones (empty) or others.
    package static func pairs(_ shelf: String) -> String {
        pairs + Query.text([("status", shelf.isEmpty ? nil : shelf)])
    }

    package static func pair(_ id: Int) -> String { "\(pairs)/\(id)" }

    /// Takes a POST; takes a decision about a pair or a row back.
    package static func undoPair(_ decision: Int) -> String { "\(pairs)/putusan/\(decision)/batal" }

    /// Takes a POST; makes a person of their own of a row.
    package static func split(_ number: String) -> String { "\(person(number))/pisah" }
    /// The card that tells a person why not yet.
    package static func reasons(of number: String) -> String { "\(person(number))/alasan" }
    /// The letter that tells a person what was decided.
    static func letter(to number: String) -> String { "\(person(number))/surat.pdf" }

    /// The form that says which datum of a person is wrong; `field` names the datum.
    package static func correct(_ number: String, _ field: String? = nil) -> String {
        "\(person(number))/perbaikan\(Query.text([("data", field)]))"
    }

    /// One request to correct a datum, by its receipt.
    package static func correction(_ receipt: String) -> String {
        "\(corrections)/\(Query.encoded(receipt))"
    }

    /// Takes a POST with what an office answers.
    package static func correctionAnswer(_ receipt: String) -> String {
        "\(correction(receipt))/jawab"
    }

    /// The list of requests in one state, behind the one with this id.
    package static func corrections(in state: String, after id: Int? = nil) -> String {
        "\(corrections)\(Query.text([("status", state), ("sesudah", id.map { "\($0)" })]))"
    }

    /// Takes a POST: an agency's word about one candidate.
    package static func answer(_ number: String) -> String {
        "\(answers)/\(Query.encoded(number))"
    }

    /// Takes a POST: how a disagreement ends.
    package static func conflict(_ number: String) -> String {
        "\(conflicts)/\(Query.encoded(number))"
    }

    /// Money that contributions are paid from.
    package static let funds = "/kerja/dana"
    package static let waves = "/kerja/gelombang"
    package static func wave(_ id: Int) -> String { "\(waves)/\(id)" }

    /// A plan that somebody tries out, without keeping it.
    package static func wave(
        _ id: Int, quota: Int, first: Month, months: Int, funds: [String]
    ) -> String {
        wave(id)
            + Query.text([
                ("kuota", "\(quota)"), ("mulai", first.iso), ("lama", "\(months)"),
                ("dana", funds.joined(separator: ",")),
            ])
    }

    package static func waveFunding(_ id: Int) -> String { "\(wave(id))/dana" }

    /// The order of a wave; with a village, its list, behind a place, with one place explained.
    package static func waveOrder(
        _ id: Int, village slug: String? = nil, after place: Int? = nil, explaining: Int? = nil
    ) -> String {
        "\(wave(id))/urutan"
            + Query.text([
                ("kel", slug), ("sesudah", place.map { "\($0)" }),
                ("tempat", explaining.map { "\($0)" }),
            ])
    }

    /// The whole order as a file: `pdf`, `csv`, `xlsx`, or `txt`, whose SHA-256 is the digest.
    package static func waveFile(_ id: Int, _ form: String) -> String {
        "\(wave(id))/urutan.\(form)"
    }

    // MARK: Contributions

    package static let contributions = "/kerja/iuran"
    /// Takes a POST: the list of an older cohort.
    package static let cohorts = "\(contributions)/kelompok"
    package static let lapses = "/kerja/risiko-putus"
    package static let lapseForecast = "\(lapses)#prakiraan"
    /// Takes a POST: what a bridge would do, and does.
    package static let bridge = "\(lapses)/jembatan"
    /// Takes a POST: who is in charge of a fund.
    static let lapseOwner = "\(lapses)/penanggung-jawab"

    package static func contributions(in month: Month) -> String {
        "\(contributions)/\(month.iso)"
    }

    /// One bill; `step` names what a POST does to it.
    package static func bill(_ id: Int, _ step: String? = nil) -> String {
        "\(contributions)/tagihan/\(id)" + (step.map { "/\($0)" } ?? "")
    }

    package static func billAnnex(_ id: Int) -> String { "\(bill(id))/lampiran.xlsx" }
    static func billAnnexPaper(_ id: Int) -> String { "\(bill(id))/lampiran.pdf" }
    static func billReceipt(_ id: Int) -> String { "\(bill(id))/kuitansi.pdf" }
    static func monthlyReport(_ month: Month) -> String {
        "\(contributions(in: month))/laporan.pdf"
    }

    /// Months that must come back from the insurer, with how they stand and the fund that is shown,
    /// and the row behind which the page begins.
    package static func refunds(
        _ standing: String? = nil, fund: String? = nil, after place: String? = nil
    ) -> String {
        "\(contributions)/pengembalian"
            + Query.text([("status", standing), ("dana", fund), ("sesudah", place)])
    }

    static func refundSheet(_ standing: String, fund: String?) -> String {
        "\(contributions)/pengembalian/daftar.xlsx"
            + Query.text([("status", standing), ("dana", fund)])
    }

    /// The months of one member, by number; `month` names the one whose way is shown.
    package static func months(of number: String, _ month: Month? = nil) -> String {
        "\(person(number))/iuran" + Query.text([("bulan", month?.iso)])
    }

    /// The list of whose cover may lapse.
    package static func lapses(
        unpaid: Int?, fund: String?, after place: String? = nil
    ) -> String {
        lapses
            + Query.text([
                ("bulan", unpaid.map { "\($0)" }), ("dana", fund), ("sesudah", place),
            ])
    }

    // MARK: The exchange with the insurer

    package static let insurerOut = "/kerja/bpjs/keluar"
    package static let insurerIn = "/kerja/bpjs/masuk"
    /// Takes a POST: asks the branch's service for answers.
    static let insurerFetch = "\(insurerOut)/jawaban"
    package static let reconciliations = "/kerja/rekonsiliasi"

    /// One file, with the group of lines that is shown and the line behind which they begin.
    package static func insurerFile(
        _ id: Int, _ group: String? = nil, after line: Int? = nil
    ) -> String {
        "/kerja/bpjs/\(id)"
            + Query.text([("kelompok", group), ("sesudah", line.map { "\($0)" })])
    }

    /// These take a POST.
    static func insurerDownload(_ id: Int) -> String { "\(insurerFile(id))/unduh" }
    static func insurerHandover(_ id: Int) -> String { "\(insurerFile(id))/serah" }
    static func insurerService(_ id: Int) -> String { "\(insurerFile(id))/layanan" }

    /// One month, with the pile that is shown and the line behind which it begins.
    package static func reconciliation(
        _ month: Month, _ group: String? = nil, after line: Int? = nil
    ) -> String {
        "\(reconciliations)/\(month.iso)"
            + Query.text([("kelompok", group), ("sesudah", line.map { "\($0)" })])
    }

    /// Answers of the insurer that contradict each other, behind the one that stands in line `line`
    /// of file `file`.
    package static func insurerConflicts(
        _ month: Month, after position: (file: Int, line: Int)? = nil, isSettled: Bool = false
    ) -> String {
        "\(reconciliation(month))/pertentangan"
            + Query.text([
                ("berkas", position.map { "\($0.file)" }),
                ("sesudah", position.map { "\($0.line)" }),
                ("putus", isSettled ? "1" : nil),
            ])
    }

    static func reconciliationRecord(_ month: Month) -> String {
        "\(reconciliation(month))/berita-acara"
    }

    static func reconciliationMinutes(_ month: Month) -> String {
        "\(reconciliation(month))/berita-acara.pdf"
    }

    // MARK: Cards

    /// Cards of a decree, or of everybody.
    package static func cards(of decree: Int? = nil) -> String {
        "/kerja/kartu" + Query.text([("sk", decree.map { "\($0)" })])
    }

    /// A file of cards, or of the list to sign on.
    static func cardFile(_ name: String, of decree: Int?, village slug: String?) -> String {
        "/kerja/kartu/\(name)"
            + Query.text([("kel", slug), ("sk", decree.map { "\($0)" })])
    }

    /// Takes a POST; showing the full NIK is recorded.
    package static func nik(of number: String) -> String { "\(person(number))/nik" }
}

/// The part of an address after the question mark.
enum Query {
    /// `?kec=bekasi-timur&hal=2`, or nothing when every value is empty.
    static func text(_ pairs: [(name: String, value: String?)]) -> String {
        let filled = pairs.compactMap { pair in
            pair.value.map { "\(pair.name)=\(encoded($0))" }
        }
        return filled.isEmpty ? "" : "?\(filled.joined(separator: "&"))"
    }

    /// With every byte but letters, digits and `-._~` as a percent escape.
    static func encoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        let hexadecimal = Array("0123456789ABCDEF".utf8)
        for byte in text.utf8 {
            let isPlain = ASCII.isLetter(byte) || ASCII.isDigit(byte) || "-._~".utf8.contains(byte)
            if isPlain {
                bytes.append(byte)
            } else {
                bytes += [
                    UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)],
                ]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
