import Civic

/// The name of a nightly backup: `bekasi-2025-11-05-007.sigap-backup`. What has another name is never
/// touched.
struct BackupName: Comparable {
    private static let ending = ".sigap-backup"
    private static let dayLength = 10

    let region: String
    let day: Day
    /// Tells the attempts of one day apart, and grows from one to the next.
    let fence: Int

    var text: String {
        "\(region)-\(day.iso)-\(NumberText.padded(fence, to: 3))\(BackupName.ending)"
    }

    init(region: String, day: Day, fence: Int) {
        (self.region, self.day, self.fence) = (region, day, fence)
    }

    /// Nil unless `text` is the name of a backup of this city, and of no other one whose name begins
    /// alike.
    init?(_ text: String, region: String) {
        guard text.hasPrefix("\(region)-"), text.hasSuffix(BackupName.ending) else { return nil }
        let middle = text.dropFirst(region.count + 1).dropLast(BackupName.ending.count)
        guard let day = Day(iso: String(middle.prefix(BackupName.dayLength))),
            let fence = Int(middle.dropFirst(BackupName.dayLength + 1))
        else { return nil }
        self.init(region: region, day: day, fence: fence)
        guard self.text == text else { return nil }
    }

    static func < (left: BackupName, right: BackupName) -> Bool {
        (left.day, left.fence) < (right.day, right.fence)
    }
}
