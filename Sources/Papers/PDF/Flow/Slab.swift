/// A piece of a paper that is never divided: a line, a row, a block of signatures.
struct Slab {
    var height: Double
    /// Blank above, dropped at the head of a page.
    var before = 0.0
    /// Not the last on its page, unless the page can hold no more.
    var keepsWithNext = false
    var startsPage = false
    /// The height of what is repeated above it where it begins a page: the heading of a table.
    var repeated = 0.0

    init(_ height: Double, before: Double = 0) {
        self.height = height
        self.before = before
    }
}

/// Where a slab stands.
struct Placement {
    /// From 1.
    var page: Int
    /// The upper edge of the slab, from the upper edge of the page.
    var y: Double
    /// Whether what is to be repeated stands above.
    var beginsPage: Bool
}

/// Divides slabs among pages.
struct Paginator {
    private let top: Double
    private let bottom: Double
    private var page = 1
    private var y: Double
    private var isEmpty = true
    private var placements: [Placement] = []

    /// The place of each slab on pages with room between `top` and `bottom`.
    static func place(_ slabs: [Slab], top: Double, bottom: Double) -> [Placement] {
        var paginator = Paginator(top: top, bottom: bottom)
        paginator.placements.reserveCapacity(slabs.count)
        var first = 0
        while first < slabs.count {
            var end = first + 1
            while end < slabs.count, slabs[end - 1].keepsWithNext, !slabs[end].startsPage {
                end += 1
            }
            paginator.place(slabs[first..<end])
            first = end
        }
        return paginator.placements
    }

    private init(top: Double, bottom: Double) {
        self.top = top
        self.bottom = bottom
        y = top
    }

    /// Slabs that belong together, on one page if a page can hold them.
    private mutating func place(_ slabs: ArraySlice<Slab>) {
        guard let first = slabs.first else { return }
        let height = slabs.reduce(0) { $0 + $1.before + $1.height }
        let least = height - first.before + first.repeated
        let fitsSomePage = least <= bottom - top
        if !isEmpty, first.startsPage || (fitsSomePage && y + height > bottom + 0.01) {
            turn()
        }
        for slab in slabs {
            if !isEmpty, y + slab.before + slab.height > bottom + 0.01 { turn() }
            let begins = isEmpty
            y += begins ? slab.repeated : slab.before
            placements.append(Placement(page: page, y: y, beginsPage: begins))
            y += slab.height
            // Blank leaves a page empty.
            if slab.height > 0 { isEmpty = false }
        }
    }

    private mutating func turn() {
        page += 1
        y = top
        isEmpty = true
    }
}
