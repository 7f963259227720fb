#include "workflow/waivers.hpp"

#include "store/checklists.hpp"
#include "store/units.hpp"
#include "workflow/lookup.hpp"

#include <algorithm>

namespace dudao::workflow {

namespace {

store::UnitRow unit_of(Session& session, const domain::Waiver& waiver) {
    try {
        return find_unit(session, waiver.unit);
    } catch (const Failure& failure) {
        auto error = failure.errors().front();
        error.place = waiver.place;
        throw Failure{std::move(error)};
    }
}

bool has_item(const domain::Checklist& checklist, std::string_view id) {
    const auto items = domain::items_of(checklist);
    return std::any_of(
        items.begin(), items.end(), [&](const auto& placed) { return placed.item->id == id; });
}

}  // namespace

Waivers::Waivers(Session& session) : session_(&session) {
    for (const auto& waiver : session.policy().waivers) {
        waivers_.emplace_back(unit_of(session, waiver).key, &waiver);
    }
    if (any()) {
        organisation_ = store::Units{session.driver()}.organisation();
    }
}

const std::vector<const domain::Waiver*>& Waivers::of_unit(std::int64_t unit) {
    const auto [found, is_new] = of_unit_.try_emplace(unit);
    if (is_new) {
        const auto row = store::Units{session_->driver()}.find(unit);
        for (const auto& [key, waiver] : waivers_) {
            if (key == unit || (row && organisation_.is_below(row->parent, key))) {
                found->second.push_back(waiver);
            }
        }
    }
    return found->second;
}

/// The first one that covers the item; null when there is none.
const domain::Waiver* Waivers::find(std::int64_t unit,
                                    const ChecklistInUse& checklist,
                                    std::size_t position,
                                    Day day) {
    if (!any()) {
        return nullptr;
    }
    const auto& code = checklist.head().code;
    const auto& item = checklist.sheet().items()[position].item->id;
    for (const auto* waiver : of_unit(unit)) {
        if (domain::covers(*waiver, code, item, day)) {
            return waiver;
        }
    }
    return nullptr;
}

void Waivers::apply(std::int64_t unit,
                    const ChecklistInUse& checklist,
                    Day day,
                    domain::Answers& answers) {
    if (!any()) {
        return;
    }
    for (const auto* waiver : of_unit(unit)) {
        const auto position = checklist.position(waiver->item);
        if (position && !waiver->counts && find(unit, checklist, *position, day) == waiver) {
            answers.results[*position] = domain::mark::waived;
            answers.details[*position] = {.remark = waiver->reason};
        }
    }
}

bool Waivers::leaves_out(std::int64_t unit,
                         const ChecklistInUse& checklist,
                         std::size_t position,
                         Day day) {
    const auto* waiver = find(unit, checklist, position, day);
    return waiver != nullptr && !waiver->counts;
}

bool Waivers::excuses(std::int64_t unit,
                      const ChecklistInUse& checklist,
                      std::size_t position,
                      Day day) {
    const auto* waiver = find(unit, checklist, position, day);
    return waiver != nullptr && waiver->counts;
}

std::vector<ListedWaiver> list_waivers(Session& session, std::vector<domain::Waiver> waivers) {
    const store::Checklists checklists{session.driver()};
    std::vector<store::PublishedChecklist> newest;
    for (const auto& head : checklists.heads()) {
        if (checklists.newest(head.code)->key == head.key) {
            newest.push_back(checklists.load(head.key));
        }
    }
    const auto today = session.zone().day_of(session.now());
    std::vector<ListedWaiver> listed;
    for (auto& waiver : waivers) {
        const auto known = std::any_of(newest.begin(), newest.end(), [&](const auto& published) {
            const auto& checklist = published.checklist;
            return (waiver.checklist.empty() || waiver.checklist == checklist.code) &&
                   has_item(checklist, waiver.item);
        });
        ListedWaiver row{.state = domain::state_on(waiver, today),
                         .unit_name = unit_of(session, waiver).unit.name,
                         .item_known = known};
        row.waiver = std::move(waiver);
        listed.push_back(std::move(row));
    }
    return listed;
}

}  // namespace dudao::workflow
