import HTTPTypes
import Hummingbird
import NIOCore
import Office
import Store

extension WebApp {
    /// For machines that look after the server: `/sehat` while the process lives, `/siap` while it
    /// is to be sent requests, `/metrik` for Prometheus.
    func addWatchRoutes(to router: Router<WebContext>) {
        router.get("/sehat") { request, context in plain("ok", .ok) }
        router.get("/siap") { request, context in
            let answer = await readiness.answer(of: desk.store)
            return plain(answer.rawValue, answer == .ready ? .ok : .serviceUnavailable)
        }
        router.get("/metrik") { request, context in
            guard mayWatch(request, context) else { return plain("forbidden", .forbidden) }
            return body(
                Array(await metrics().text.utf8), "text/plain; version=0.0.4; charset=utf-8",
                request)
        }
    }

    private func metrics() async -> MetricsPage {
        MetricsPage(
            requests: requestMeter.counts, meter: storeMeter,
            status: await readiness.status(of: desk.store), isStopping: readiness.isStopping,
            startedAt: startedAt, now: .now())
    }

    /// Behind a proxy every visitor comes from the proxy's machine, so that whoever was passed on is
    /// judged by the address that the proxy tells, and by nothing else.
    private func mayWatch(_ request: Request, _ context: WebContext) -> Bool {
        if request.headers.contains(.forwarded) { return false }
        if !options.isBehindProxy, request.headers.contains(.forwardedFor) { return false }
        return options.metricsFrom.contains(remoteAddress(request, context))
    }

    private func plain(_ text: String, _ status: HTTPResponse.Status) -> Response {
        Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: text + "\n")))
    }
}

extension HTTPFields {
    fileprivate enum Passed: String {
        case forwarded = "Forwarded"
        case forwardedFor = "X-Forwarded-For"
    }

    fileprivate func contains(_ field: Passed) -> Bool {
        HTTPField.Name(field.rawValue).map { self[$0] != nil } ?? false
    }
}
