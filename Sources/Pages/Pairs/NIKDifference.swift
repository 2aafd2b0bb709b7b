package import Civic

/// Two identity numbers as they are shown: masked, with the places marked in which they differ. A
/// place behind the mask tells that it differs, and not how.
package enum NIKDifference {
    /// The runs of `nik`, marked where it differs from `other`.
    package static func runs(of nik: NIK, against other: NIK) -> [NameDifference.Run] {
        let (shown, own, foreign) = (
            Array(nik.masked), Array(nik.revealed()), Array(other.revealed())
        )
        var runs: [NameDifference.Run] = []
        for place in shown.indices {
            let isDifferent = own[place] != foreign[place]
            if runs.last?.isDifferent == isDifferent {
                runs[runs.count - 1].text.append(shown[place])
            } else {
                runs.append(
                    NameDifference.Run(text: String(shown[place]), isDifferent: isDifferent))
            }
        }
        return runs
    }
}
