#include "workflow/evidence.hpp"

#include "exchange/details.hpp"
#include "store/checklists.hpp"
#include "store/drafts.hpp"
#include "store/events.hpp"
#include "store/inspections.hpp"
#include "store/issues.hpp"
#include "workflow/transact.hpp"

#include <map>
#include <set>
#include <utility>

namespace dudao::workflow {

namespace {

using domain::EvidenceState;

/// All published checklists by their keys.
std::map<std::int64_t, domain::Checklist> load_checklists(Session& session) {
    const store::Checklists checklists{session.driver()};
    std::map<std::int64_t, domain::Checklist> loaded;
    for (const auto& head : checklists.heads()) {
        loaded.emplace(head.key, checklists.load(head.key).checklist);
    }
    return loaded;
}

/// What a file may prove again: something in the same unit and month.
auto occasion_of(const FileUse& use) {
    const std::chrono::year_month_day day{use.day};
    return std::pair{use.unit, day.year() / day.month()};
}

/// Goes through all that names files, each file read once.
class Check {
  public:
    Check(Session& session,
          const store::EvidenceFolder& folder,
          const std::function<void(const CheckedFile&)>& visit)
        : session_(&session), folder_(&folder), visit_(&visit) {}

    void run() {
        visits();
        issues();
        steps();
        rounds();
        orphans();
    }

  private:
    void visits() {
        const auto lists = load_checklists(*session_);
        const store::Inspections inspections{session_->driver()};
        inspections.with_evidence([&](const store::DetailsRow& row) {
            const auto items = domain::items_of(lists.at(row.checklist));
            for (const auto& [position, detail] :
                 exchange::parse_details(items, row.details).or_throw()) {
                for (const auto& digest : detail.evidence) {
                    show(digest,
                         {.subject = row.id,
                          .unit = row.unit,
                          .item = items[position].item->id,
                          .day = row.day});
                }
            }
        });
    }

    void issues() {
        for (const auto& row : store::Issues{session_->driver()}.with_evidence()) {
            const auto& issue = row.issue;
            for (const auto& digest : issue.evidence) {
                show(digest,
                     {.kind = domain::SubjectKind::issue,
                      .subject = issue.id,
                      .unit = issue.unit,
                      .item = {},
                      .day = issue.raised_on});
            }
        }
    }

    void steps() {
        for (const auto& row : store::Events{session_->driver()}.with_evidence()) {
            const auto& event = row.event;
            for (const auto& digest : event.evidence) {
                show(digest,
                     {.kind = event.subject_kind,
                      .subject = event.subject,
                      .unit = event.unit,
                      .item = {},
                      .day = event.day});
            }
        }
    }

    /// Rounds in progress only keep their files from being orphans.
    void rounds() {
        const store::Drafts drafts{session_->driver()};
        for (const auto& draft : drafts.all()) {
            for (const auto& [position, answer] : drafts.answers(draft.id)) {
                for (auto& digest : exchange::parse_detail(answer.detail).or_throw().evidence) {
                    in_rounds_.insert(std::move(digest));
                }
            }
        }
    }

    void orphans() const {
        for (const auto& digest : folder_->all()) {
            auto text = to_text(digest);
            if (!known_.contains(text) && !in_rounds_.contains(text)) {
                (*visit_)({.digest = std::move(text), .state = EvidenceState::orphan});
            }
        }
    }

    void show(const std::string& digest, const FileUse& use) {
        auto [known, is_first] = known_.try_emplace(digest);
        auto& [state, first] = known->second;
        if (is_first) {
            const auto read = parse_digest(digest);
            state = read ? folder_->check(*read) : EvidenceState::missing;
            first = use;
        }
        CheckedFile file{.digest = digest, .state = state, .use = use};
        if (state == EvidenceState::kept && occasion_of(use) != occasion_of(first)) {
            file.state = EvidenceState::reused;
            file.first = first;
        }
        (*visit_)(file);
    }

    Session* session_;
    const store::EvidenceFolder* folder_;
    const std::function<void(const CheckedFile&)>* visit_;
    std::map<std::string, std::pair<EvidenceState, FileUse>> known_ = {};  ///< by digest
    std::set<std::string> in_rounds_ = {};
};

}  // namespace

void check_evidence(Session& session,
                    const store::EvidenceFolder& folder,
                    const std::function<void(const CheckedFile&)>& visit) {
    reading(session, [&] { Check{session, folder, visit}.run(); });
}

}  // namespace dudao::workflow
