import Civic
import HTTPTypes
import Hummingbird
import NIOCore

extension WebApp {
    /// What a form with a file sends; nil when it is larger than `limit`. The rest of it is read and
    /// dropped then, so that the browser shows our answer and not a broken connection.
    func multipart(_ request: Request, limit: Int) async throws -> MultipartForm? {
        guard let type = request.headers[.contentType],
            let boundary = MultipartForm.boundary(in: type)
        else { throw HTTPError(.badRequest) }
        // Fields and boundaries beside the file.
        guard let bytes = try await bytes(of: request, limit: limit + 1 << 16) else { return nil }
        return MultipartForm(bytes, boundary: boundary)
    }

    /// The bytes of a request; nil when there are more than `limit`.
    func bytes(of request: Request, limit: Int) async throws -> [UInt8]? {
        var bytes: [UInt8] = []
        var count = 0
        for try await buffer in request.body {
            count += buffer.readableBytes
            guard count <= limit * WebApp.drainedMax else { throw HTTPError(.contentTooLarge) }
            if count <= limit {
                bytes.append(contentsOf: buffer.readableBytesView)
            } else {
                bytes = []
            }
        }
        return count <= limit ? bytes : nil
    }

    /// So many times the limit is read before the connection is given up.
    private static let drainedMax = 10
}
