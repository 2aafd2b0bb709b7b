/// The links at the head of every page, in order, at most seven in a room.
package enum NavigationItem: Sendable {
    case check
    case conditions
    case accident
    case heirs
    case data
    case help
    case dashboard
    case people
    case linkage

    static func items(in room: Room) -> [NavigationItem] {
        switch room {
        case .open: [.check, .conditions, .accident, .heirs, .data, .help]
        case .work: [.dashboard, .people, .linkage, .data, .help]
        }
    }

    var address: String {
        switch self {
        case .check: Address.check
        case .conditions: Address.conditions
        case .accident: Address.accident
        case .heirs: Address.heirs
        case .data: Address.data
        case .help: Address.help
        case .dashboard: Address.dashboard
        case .people: Address.people
        case .linkage: Address.linkage
        }
    }

    func text(_ say: Speech) -> String {
        switch self {
        case .check: say("nav-check")
        case .conditions: say("nav-conditions")
        case .accident: say("nav-accident")
        case .heirs: say("nav-heirs")
        case .data: say("nav-data")
        case .help: say("nav-help")
        case .dashboard: say("nav-dashboard")
        case .people: say("nav-people")
        case .linkage: say("nav-linkage")
        }
    }
}
