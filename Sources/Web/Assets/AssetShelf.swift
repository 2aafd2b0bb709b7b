import Civic
import HTTPTypes
import Hummingbird
import Office
import Store

/// Style sheet, sign and fonts, held in memory; their addresses carry a version, so that browsers
/// keep them for ever.
struct AssetShelf: Sendable {
    struct Asset: Sendable {
        let bytes: [UInt8]
        let type: String
        let version: String
    }

    private let assets: [String: Asset]

    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
        "svg": "image/svg+xml", "woff2": "font/woff2",
    ]

    init(_ data: DataFolder) {
        var assets: [String: Asset] = [:]
        for name in data.names(in: "pages/assets") {
            guard let bytes = data.bytes("pages/assets/\(name)") else { continue }
            assets[name] = AssetShelf.asset(name, bytes)
        }
        for (name, bytes) in data.builtAssets() { assets[name] = AssetShelf.asset(name, bytes) }
        self.assets = assets
    }

    private static func asset(_ name: String, _ bytes: [UInt8]) -> Asset? {
        guard let ending = name.split(separator: ".").last, let type = types[String(ending)] else {
            return nil
        }
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Asset(bytes: bytes, type: type, version: String(hash, radix: 36))
    }

    subscript(name: String) -> Asset? { assets[name] }

    func address(of name: String) -> String {
        "/aset/\(name)?v=\(assets[name]?.version ?? "0")"
    }
}

extension WebApp {
    func addAssetRoutes(to router: Router<WebContext>) {
        router.get("/aset/{name}") { request, context in
            guard let name = context.parameters.get("name"), let asset = assets[name] else {
                throw HTTPError(.notFound)
            }
            var response = body(asset.bytes, asset.type, request)
            response.headers[.cacheControl] = "public, max-age=31536000, immutable"
            return response
        }
        router.get("/favicon.ico") { request, context in
            Response.redirect(to: assets.address(of: "perisai.svg"), type: .normal)
        }
        router.get("/robots.txt") { request, context in
            body(
                Array("User-agent: *\nDisallow: /k/\nDisallow: /kerja\nDisallow: /cek\n".utf8),
                "text/plain", request)
        }
    }
}
