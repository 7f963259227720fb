#include "workflow/evidence.hpp"

#include "exchange/details.hpp"
#include "store/checklists.hpp"
#include "store/events.hpp"
#include "store/inspections.hpp"
#include "workflow/transact.hpp"

#include <map>

namespace dudao::workflow {

namespace {

/// All published checklists by their keys.
std::map<std::int64_t, domain::Checklist> load_checklists(Session& session) {
    const store::Checklists checklists{session.driver()};
    std::map<std::int64_t, domain::Checklist> loaded;
    for (const auto& head : checklists.heads()) {
        loaded.emplace(head.key, checklists.load(head.key).checklist);
    }
    return loaded;
}

domain::EvidenceState state_of(const store::EvidenceFolder& folder, std::string_view digest) {
    const auto read = parse_digest(digest);
    return read ? folder.check(*read) : domain::EvidenceState::missing;
}

}  // namespace

void check_evidence(Session& session,
                    const store::EvidenceFolder& folder,
                    const std::function<void(const CheckedFile&)>& visit) {
    reading(session, [&] {
        const auto lists = load_checklists(session);
        const store::Inspections inspections{session.driver()};
        inspections.with_evidence([&](const store::DetailsRow& row) {
            const auto items = domain::items_of(lists.at(row.checklist));
            for (const auto& [position, detail] :
                 exchange::parse_details(items, row.details).or_throw()) {
                for (const auto& digest : detail.evidence) {
                    visit({.subject = row.id,
                           .unit = row.unit,
                           .item = items[position].item->id,
                           .digest = digest,
                           .state = state_of(folder, digest)});
                }
            }
        });
        for (const auto& [event, order, applied, name] :
             store::Events{session.driver()}.with_evidence()) {
            for (const auto& digest : event.evidence) {
                visit({.kind = event.subject_kind,
                       .subject = event.subject,
                       .unit = event.unit,
                       .item = {},
                       .digest = digest,
                       .state = state_of(folder, digest)});
            }
        }
    });
}

}  // namespace dudao::workflow
