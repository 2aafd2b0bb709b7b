import ArgumentParser
import Civic
import Linkage
import Office

/// Which weights of evidence a run uses, and with which earlier ones it is compared.
struct ModelOptions: ParsableArguments {
    @Option(help: "Link by the model in this linkage.json instead of estimating a new one.")
    var model: String?

    @Option(help: "Report how this run differs from the one that wrote this linkage.json.")
    var compare: String?

    func chosen() throws(Problem) -> LinkageModel? { try read(model) }

    func earlier() throws(Problem) -> LinkageModel? { try read(compare) }

    func validate() throws {
        // A given model is no estimate of these lists, so that there is nothing to compare.
        if model != nil, compare != nil {
            throw ValidationError("--compare needs a model of these lists: leave --model out.")
        }
    }

    private func read(_ path: String?) throws(Problem) -> LinkageModel? {
        guard let path else { return nil }
        return try LinkageDocument.model(in: path)
    }
}
