#pragma once

#include "report/diff.hpp"
#include "store/reports.hpp"
#include "workflow/session.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace dudao::workflow {

/// What checking a report in JSON found.
struct ReportCheck {
    /// The revision whose content these bytes are; else the approved one that it is most like.
    std::optional<store::ReportRow> revision = {};
    bool same_bytes = false;
    /// How its figures differ from those of the revision; nothing when they are its own.
    std::vector<report::FigureChange> altered = {};
    /// How the figures that the store gives now, as of the day it was submitted, differ from those
    /// of the revision.
    std::vector<report::FigureChange> moved = {};
    std::vector<store::LaterFacts> later = {};  ///< than the revision

    bool is_approved() const {
        return same_bytes && revision && domain::is_approved(revision->status);
    }
};

/// Looks for what was approved in these bytes, and makes its figures anew. `chain` is the name of
/// the chain. Changes nothing, but the session's clock is the revision's then.
/// Errors (thrown): bad_report unless they are a report in JSON.
ReportCheck check_report(Session& session, std::string_view bytes, std::string_view chain);

}  // namespace dudao::workflow
