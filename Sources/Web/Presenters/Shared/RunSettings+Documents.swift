import Civic
import Office
import Store

extension RunSettings {
    /// Nil when nobody was selected.
    func planDocument() throws(Problem) -> PlanDocument? {
        try DocumentText.read(plan, as: PlanDocument.self)
    }

    /// The quota the run was made with; nil where that is not kept.
    func quota() throws(Problem) -> Int? {
        try DocumentText.read(summary, as: RunDocument.self)?.quota
    }
}
