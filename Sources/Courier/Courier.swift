package import Civic
import NIOCore
import NIOHTTP1
import NIOPosix

/// Carries one request over HTTP to a gateway on this machine and brings its answer back. What is
/// encrypted on the way to others, and by which certificate, is the gateway's business, as it is
/// with the proxy before our own server: personal data never leaves the machine in the clear.
package struct Courier: Sendable {
    package struct Reply: Sendable {
        package let status: Int
        package let body: [UInt8]
    }

    private let place: CourierPlace
    private let seconds: Int64
    private let bytesMax: Int

    /// - Parameters:
    ///   - address: where everything is asked: `http://127.0.0.1:9443/sigap`.
    ///   - seconds: how long an answer may take.
    ///   - bytesMax: the longest answer that is taken.
    /// - Throws: `courier-address` for an address that is not on this machine.
    package init(
        _ address: String, seconds: Int = 60, bytesMax: Int = 100 << 20
    ) throws(Problem) {
        place = try CourierPlace(address)
        self.seconds = Int64(seconds)
        self.bytesMax = bytesMax
    }

    /// Sends a request to `path` below the address.
    ///
    /// - Throws: `courier-failed` when there is no answer, or one that is too long.
    package func carry(
        _ method: String, _ path: String, headers: [(String, String)] = [], body: [UInt8] = []
    ) async throws(Problem) -> Reply {
        var head = HTTPRequestHead(
            version: .http1_1, method: HTTPMethod(rawValue: method), uri: place.path + path)
        head.headers.add(name: "host", value: "\(place.host):\(place.port)")
        head.headers.add(name: "content-length", value: String(body.count))
        head.headers.add(name: "connection", value: "close")
        for (name, value) in headers { head.headers.add(name: name, value: value) }
        do {
            return try await exchange(head, body)
        } catch { throw CourierPlace.failed(place.host, place.port) }
    }

    private func exchange(_ head: HTTPRequestHead, _ body: [UInt8]) async throws -> Reply {
        let limit = bytesMax
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(.seconds(min(seconds, 10)))
            .connect(host: place.host, port: place.port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHTTPClientHandlers()
                    try channel.pipeline.syncOperations.addHandler(
                        NIOHTTPClientResponseAggregator(maxContentLength: limit))
                    return try NIOAsyncChannel<NIOHTTPClientResponseFull, HTTPClientRequestPart>(
                        wrappingChannelSynchronously: channel)
                }
            }
        // Whoever does not answer in time finds the line closed.
        let timer = channel.channel.eventLoop.scheduleTask(in: .seconds(seconds)) {
            channel.channel.close(promise: nil)
        }
        defer { timer.cancel() }
        return try await channel.executeThenClose { incoming, outgoing in
            try await outgoing.write(.head(head))
            try await outgoing.write(.body(.byteBuffer(ByteBuffer(bytes: body))))
            try await outgoing.write(.end(nil))
            for try await reply in incoming {
                let bytes = reply.body.map { Array($0.readableBytesView) } ?? []
                return Reply(status: Int(reply.head.status.code), body: bytes)
            }
            throw ChannelError.eof
        }
    }
}
