package import Civic
package import Courier

/// A service that takes the same files over HTTP:
///
/// | request | answer |
/// |---|---|
/// | `POST /berkas`, `Idempotency-Key: DIGEST`, `X-File-Name: NAME`, the file | 2xx once it is kept |
/// | `GET /berkas/DIGEST/jawaban` | names of answers, one a line |
/// | `GET /berkas/DIGEST/jawaban/N` | the N-th answer, from 1 |
package struct ServiceChannel: InsurerChannel {
    private let courier: Courier

    package init(_ courier: Courier) { self.courier = courier }

    package func send(_ file: EnrolmentFile) async throws(Problem) {
        let reply = try await courier.carry(
            "POST", "/berkas",
            headers: [
                ("idempotency-key", file.digest), ("x-file-name", file.name),
                ("content-type", "application/octet-stream"),
            ], body: file.bytes)
        try ServiceChannel.require(reply)
    }

    package func answers(to digest: String) async throws(Problem) -> [InsurerReply] {
        let list = try await courier.carry("GET", "/berkas/\(digest)/jawaban")
        try ServiceChannel.require(list)
        let names = String(decoding: list.body, as: UTF8.self).split(separator: "\n")
        var replies: [InsurerReply] = []
        for (index, name) in names.enumerated() {
            let reply = try await courier.carry("GET", "/berkas/\(digest)/jawaban/\(index + 1)")
            try ServiceChannel.require(reply)
            replies.append(
                InsurerReply(name: UploadReader.shown(String(name)), bytes: reply.body))
        }
        return replies
    }

    private static func require(_ reply: Courier.Reply) throws(Problem) {
        guard !(200..<300).contains(reply.status) else { return }
        // What the service does not take today it will not take at the next try either.
        let isFinal = (400..<500).contains(reply.status) && ![408, 425, 429].contains(reply.status)
        throw Problem(
            isFinal ? .input : .service, "insurer-service",
            Phrase(
                "Layanan BPJS menolak kiriman ini (status \(reply.status)).",
                en: "The insurer's service did not take the delivery (status \(reply.status))."),
            do: isFinal
                ? Phrase(
                    "Serahkan berkasnya lewat jalur lain, lalu hubungi cabang.",
                    en: "Hand the file over in another way and call the branch.")
                : Phrase("Coba lagi nanti.", en: "Try again later."))
    }
}
