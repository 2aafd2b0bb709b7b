package import Civic
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
package import Office

/// An emulated insurer behind HTTP, as ``ServiceChannel`` asks for it, for rehearsals. It can break
/// the line after it has kept a file, as bad lines do.
package struct EmulatedService: Sendable {
    private static let bytesMax = 100 << 20

    private let insurer: EmulatedChannel
    private let logger: Logger

    package init(_ insurer: EmulatedChannel) {
        self.insurer = insurer
        var logger = Logger(label: "emulator")
        logger.logLevel = .warning
        self.logger = logger
    }

    /// Serves until the task is cancelled or the process is told to stop.
    ///
    /// - Parameters:
    ///   - host: where to listen.
    ///   - port: 0 for any that is free.
    ///   - ready: told the port once it is open.
    /// - Throws: `server-failed` when the port cannot be opened.
    package func serve(
        host: String, port: Int, ready: @escaping @Sendable (Int) -> Void
    ) async throws(Problem) {
        let application = Application(
            router: router(),
            configuration: .init(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { channel in ready(channel.localAddress?.port ?? port) },
            logger: logger)
        do { try await application.runService() } catch {
            throw Problem(
                .service, "server-failed",
                Phrase("Server tidak dapat berjalan.", en: "The server cannot run."),
                do: Phrase("Periksa port itu.", en: "Check the port."))
        }
    }

    private func router() -> Router<BasicRequestContext> {
        let router = Router()
        router.post("/berkas") { request, _ in try await keep(request) }
        router.get("/berkas/{digest}/jawaban") { _, context in
            let names = try await insurer.answers(to: try digest(context)).map(\.name)
            return text(names.joined(separator: "\n"))
        }
        router.get("/berkas/{digest}/jawaban/{turn}") { _, context in
            let answers = try await insurer.answers(to: try digest(context))
            guard let turn = context.parameters.get("turn").flatMap({ Int($0) }),
                answers.indices.contains(turn - 1)
            else { throw HTTPError(.notFound) }
            return Response(
                status: .ok,
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: answers[turn - 1].bytes)))
        }
        return router
    }

    private func keep(_ request: Request) async throws -> Response {
        let key = HTTPField.Name("idempotency-key").flatMap { request.headers[$0] }
        let name = HTTPField.Name("x-file-name").flatMap { request.headers[$0] }
        guard let key, let name else { throw HTTPError(.badRequest) }
        let body = try await request.body.collect(upTo: EmulatedService.bytesMax)
        let bytes = Array(body.readableBytesView)
        do {
            try await insurer.deliver(bytes, name: name, digest: key)
        } catch {
            // Kept or not: the sender cannot know.
            throw HTTPError(error.kind == .service ? .badGateway : .unprocessableContent)
        }
        return Response(status: .created)
    }

    private func digest(_ context: BasicRequestContext) throws -> String {
        guard let digest = context.parameters.get("digest") else { throw HTTPError(.notFound) }
        return digest
    }

    private func text(_ text: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
