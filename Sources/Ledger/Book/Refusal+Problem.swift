package import Civic

extension Refusal {
    /// The row is the place of the transfer in its set, from 1.
    package var problem: Problem {
        Problem(
            fault.kind, fault.rawValue, fault.what, at: Spot(row: position + 1),
            do: fault.remedy)
    }
}

extension LedgerFault {
    fileprivate var kind: Problem.Kind {
        switch self {
        case .keyUnusable, .amountUnusable, .aboveHeld: .input
        case .fundUnknown, .originalUnknown: .notFound
        case .keyTaken, .notHeld, .notMoved, .settledBefore, .voidedBefore, .reversedBefore,
            .belowZero, .totalTooLarge:
            .conflict
        }
    }

    fileprivate var what: Phrase {
        switch self {
        case .keyUnusable:
            Phrase("Kunci transaksi kosong atau terlalu panjang.", en: "The key cannot be used.")
        case .amountUnusable:
            Phrase("Jumlah uang tidak dapat dipakai.", en: "The amount cannot be used.")
        case .keyTaken:
            Phrase(
                "Kunci ini sudah dipakai transaksi lain.", en: "Another transfer has this key.")
        case .fundUnknown:
            Phrase("Sumber dana ini belum dibuka.", en: "This fund was not opened.")
        case .originalUnknown:
            Phrase("Transaksi asalnya tidak ada.", en: "The original transfer does not exist.")
        case .notHeld:
            Phrase("Transaksi asalnya bukan titipan.", en: "The original transfer holds nothing.")
        case .notMoved:
            Phrase(
                "Transaksi asalnya tidak memindahkan uang.",
                en: "The original transfer moved nothing.")
        case .settledBefore: Phrase("Sudah dibayar.", en: "It was settled before.")
        case .voidedBefore: Phrase("Sudah dibatalkan.", en: "It was voided before.")
        case .reversedBefore: Phrase("Sudah dikoreksi.", en: "It was reversed before.")
        case .aboveHeld:
            Phrase("Jumlahnya melebihi titipan.", en: "The amount is more than what is held.")
        case .belowZero: Phrase("Saldo tidak cukup.", en: "There is not enough money.")
        case .totalTooLarge:
            Phrase("Jumlah akun terlalu besar.", en: "The account would hold too much.")
        }
    }

    fileprivate var remedy: Phrase {
        switch self {
        case .keyUnusable:
            Phrase(
                "Pakai kunci 1 sampai \(Transfer.keyLengthMax) huruf.",
                en: "Use a key of 1 to \(Transfer.keyLengthMax) bytes.")
        case .amountUnusable, .totalTooLarge:
            Phrase(
                "Isi jumlah dari Rp1 sampai \(Movement.amountMax).",
                en: "Enter an amount from Rp1 to \(Movement.amountMax).")
        case .aboveHeld:
            Phrase(
                "Isi paling banyak sebesar titipan; selebihnya transaksi sendiri.",
                en: "Enter at most what is held, and the rest as a transfer of its own.")
        case .keyTaken, .settledBefore, .voidedBefore, .reversedBefore:
            Phrase(
                "Lihat transaksi yang sudah ada; tidak ada yang berubah.",
                en: "Look at what stands already; nothing was changed.")
        case .fundUnknown:
            Phrase("Buka dulu sumber dananya.", en: "Open the fund first.")
        case .originalUnknown, .notHeld, .notMoved:
            Phrase("Periksa kunci transaksi asalnya.", en: "Check the key of the original.")
        case .belowZero:
            Phrase(
                "Tambah dana, atau kurangi jumlahnya.", en: "Add money, or lower the amount.")
        }
    }
}
