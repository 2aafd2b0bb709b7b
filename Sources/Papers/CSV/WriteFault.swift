package import Civic

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Why a paper could not be written.
package enum WriteFault {
    package static func problem(_ file: String, _ code: Int32) -> Problem {
        if code == ENOSPC || code == EDQUOT {
            return Problem(
                .service, "disk-full", Phrase("Ruang disk penuh.", en: "The disk is full."),
                at: Spot(file: file),
                do: Phrase(
                    "Kosongkan ruang, lalu jalankan lagi. Hasil sebelumnya tidak berubah.",
                    en: "Free some space and run again. Earlier results are unchanged."))
        }
        return Problem(
            .service, "file-not-writable",
            Phrase("Berkas tidak dapat ditulis.", en: "The file cannot be written."),
            at: Spot(file: file),
            do: Phrase(
                "Periksa hak tulis folder itu, atau pilih folder lain.",
                en: "Check that you may write in the folder, or choose another."))
    }
}
