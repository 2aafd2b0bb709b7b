import Civic

/// How the journal and the ledger name bills.
enum BillWords {
    static func subject(_ bill: Int) -> String { "bill \(bill)" }
    static func payment(_ bill: Int) -> String { "payment bill \(bill)" }
    static func settlement(_ bill: Int) -> String { "paid bill \(bill)" }
    static func withdrawal(_ bill: Int) -> String { "withdrawn bill \(bill)" }
}

extension Problem {
    static func billUnknown(_ id: Int) -> Problem {
        Problem(
            .notFound, "bill-unknown",
            Phrase("Tagihan \(id) tidak ada.", en: "There is no bill \(id)."),
            do: Phrase("Buka lagi dari daftar bulan.", en: "Open it from the list of months."))
    }

    static func billChanged() -> Problem {
        Problem(
            .conflict, "bill-changed",
            Phrase(
                "Tagihan ini sudah berubah sejak halaman dibuka.",
                en: "This bill has changed since the page was opened."),
            do: Phrase("Muat ulang halaman, lalu ulangi.", en: "Reload the page and try again."))
    }

    static func billNotCompared() -> Problem {
        Problem(
            .conflict, "bill-not-compared",
            Phrase(
                "Tagihan BPJS belum dibandingkan.",
                en: "The insurer's bill has not been compared yet."),
            do: Phrase(
                "Unggah berkas tagihan BPJS, atau ketik jumlahnya.",
                en: "Upload the insurer's bill, or type its amount."))
    }

    static func billUnexplained(_ count: Int) -> Problem {
        Problem(
            .conflict, "bill-unexplained",
            Phrase(
                "\(count) selisih dengan tagihan BPJS belum dijelaskan.",
                en: "\(count) differences from the insurer's bill are not explained."),
            do: Phrase(
                "Jelaskan tiap selisih, atau tarik tagihan dan buat lagi.",
                en: "Explain each difference, or withdraw the bill and make it anew."))
    }

    static func payerOrdered() -> Problem {
        Problem(
            .forbidden, "payer-ordered",
            Phrase(
                "Yang menerbitkan SPM tidak boleh mencatat pembayarannya.",
                en: "Whoever made out the order may not note its payment."),
            do: Phrase(
                "Minta rekan bendahara lain mencatat SP2D.",
                en: "Ask another finance officer to note the payment."))
    }

    static func insurerBillTaken() -> Problem {
        Problem(
            .conflict, "insurer-bill-taken",
            Phrase(
                "Berkas ini sudah dipakai untuk tagihan lain.",
                en: "This file was used for another bill."),
            do: Phrase(
                "Unggah berkas tagihan bulan dan dana ini.",
                en: "Upload the bill of this month and fund."))
    }
}
