import Hummingbird
import Logging

/// Outermost around every request: gives it an id, measures it and logs it by its route. What was
/// asked for stands in no log: addresses and forms may tell of people.
struct RequestWatch: RouterMiddleware {
    typealias Context = WebContext

    let meter: RequestMeter

    /// Asked for every few seconds by machines.
    private static let quiet: Set = ["/sehat", "/siap", "/metrik"]

    @concurrent func handle(
        _ request: Request, context: WebContext,
        next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let id = RequestID.of(request)
        var context = context
        context.logger[metadataKey: RequestID.metadataKey] = "\(id)"
        meter.begin()
        do {
            var response = try await next(request, context)
            if let header = RequestID.header { response.headers[header] = id }
            note(request, context, response.status.code, since: start)
            return response
        } catch {
            note(request, context, 500, since: start)
            throw error
        }
    }

    private func note(
        _ request: Request, _ context: WebContext, _ status: Int,
        since start: ContinuousClock.Instant
    ) {
        let taken = ContinuousClock.now - start
        let route = context.endpointPath ?? "NotFound"
        meter.end(
            method: request.method.rawValue, route: route, status: status, after: taken)
        context.logger.log(
            level: RequestWatch.quiet.contains(route) ? .debug : .info, "request",
            metadata: [
                "method": "\(request.method.rawValue.prefix(8))", "route": "\(route)",
                "status": "\(status)", "ms": "\(taken / .milliseconds(1))",
            ])
    }
}
