import Testing

@testable import Web

@Suite("Forms with a file")
struct MultipartFormTests {
    private func form(_ parts: [String], boundary: String = "xYz") -> MultipartForm {
        let text =
            parts.map { "--\(boundary)\r\n\($0)\r\n" }.joined() + "--\(boundary)--\r\n"
        return MultipartForm(Array(text.utf8), boundary: boundary)
    }

    @Test func `fields and files by name, byte for byte`() {
        let form = form([
            "Content-Disposition: form-data; name=\"csrf\"\r\n\r\nabc",
            "Content-Disposition: form-data; name=\"berkas\"; filename=\"../rw 5.csv\"\r\nContent-Type: text/csv\r\n\r\nNIK,Nama\r\n1,A\r\n\r\n--xY",
            "Content-Disposition: form-data; name=\"kosong\"; filename=\"\"\r\n\r\n",
        ])
        #expect(form.fields == ["csrf": "abc"])
        #expect(form.files["berkas"]?.name == "../rw 5.csv")
        #expect(form.files["berkas"]?.bytes == Array("NIK,Nama\r\n1,A\r\n\r\n--xY".utf8))
        #expect(form.files["kosong"] == nil)
    }

    @Test(arguments: [
        ("multipart/form-data; boundary=abc", "abc"),
        ("multipart/form-data; charset=utf-8; boundary=\"a b\"", "a b"),
        ("multipart/form-data", nil), ("text/plain; boundary=", nil),
    ])
    func `the boundary of a header`(header: String, boundary: String?) {
        #expect(MultipartForm.boundary(in: header) == boundary)
    }

    /// Whatever comes, reading ends and makes nothing up.
    @Test func `broken bodies give what can be read`() {
        var random = SystemRandomNumberGenerator()
        let whole = Array(
            "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b--\r\n".utf8)
        for length in 0...whole.count {
            let form = MultipartForm(Array(whole.prefix(length)), boundary: "b")
            #expect(form.fields.isEmpty || form.fields == ["a": "1"])
        }
        for _ in 0..<500 {
            let bytes = (0..<60).map { _ in
                [45, 98, 13, 10, 65, 34, 59][Int.random(in: 0..<7, using: &random)] as UInt8
            }
            _ = MultipartForm(bytes, boundary: "b")
        }
    }
}
