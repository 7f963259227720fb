#include "workflow/checklists.hpp"

#include "base/error_id.hpp"
#include "store/units.hpp"
#include "workflow/transact.hpp"
#include "yaml/checklist.hpp"

#include <fmt/format.h>

#include <set>

namespace dudao::workflow {

namespace {

/// The departments that its issue rules name.
std::set<std::string> departments_of(const domain::Checklist& checklist) {
    std::set<std::string> departments;
    for (const auto& placed : domain::items_of(checklist)) {
        if (placed.item->issue && !placed.item->issue->department.empty()) {
            departments.insert(placed.item->issue->department);
        }
    }
    return departments;
}

/// Departments that are not there yet are made, so that issues have someone responsible.
std::vector<std::string> make_departments(Session& session,
                                          store::Writing& writing,
                                          const domain::Checklist& checklist) {
    const store::Units units{session.driver()};
    store::UnitWriter writer{writing};
    std::vector<std::string> made;
    for (const auto& code : departments_of(checklist)) {
        if (!units.find(code)) {
            writer.add({.code = code, .name = code, .kind = domain::UnitKind::department}, 0);
            made.push_back(code);
        }
    }
    writer.finish();
    return made;
}

store::ChecklistHead found(Session& session, std::string_view reference) {
    const store::Checklists checklists{session.driver()};
    const auto at = reference.find('@');
    const auto head = at == std::string_view::npos
                          ? checklists.newest(reference)
                          : checklists.find(reference.substr(0, at), reference.substr(at + 1));
    if (!head) {
        throw Failure{Error{ErrorId::no_such_checklist, {reference}}};
    }
    return *head;
}

}  // namespace

Published publish_checklist(Session& session, std::string_view yaml, std::string_view file) {
    const auto read = yaml::read_checklist(yaml, file);
    if (!read.checklist) {
        throw Failure{read.errors};
    }
    const auto& checklist = *read.checklist;
    return transact(session, "checklist publish", [&](store::Writing& writing) {
        session.who_may(domain::Permission::set_up);
        const store::Checklists checklists{session.driver()};
        Published published{.head = {}, .warnings = read.warnings};
        if (const auto there = checklists.find(checklist.code, checklist.version)) {
            if (there->hash != sha256(yaml)) {
                throw Failure{Error{ErrorId::version_taken, {checklist.code, checklist.version}}};
            }
            published.head = *there;
            published.there_already = true;
            return published;
        }
        published.departments = make_departments(session, writing, checklist);
        store::add_checklist(
            writing,
            checklist,
            {.source = std::string{yaml}, .at = session.now(), .by = session.actor()});
        writing.commit(fmt::format("{}@{}", checklist.code, checklist.version));
        published.head = *checklists.find(checklist.code, checklist.version);
        return published;
    });
}

store::ChecklistHead find_checklist(Session& session, std::string_view reference) {
    return found(session, reference);
}

std::vector<store::ChecklistHead> list_checklists(Session& session) {
    return reading(session, [&] { return store::Checklists{session.driver()}.heads(); });
}

ChecklistDetail show_checklist(Session& session, std::string_view reference) {
    return reading(session, [&] {
        const store::Checklists checklists{session.driver()};
        const auto head = found(session, reference);
        return ChecklistDetail{
            head, checklists.load(head.key).checklist, checklists.source(head.key)};
    });
}

}  // namespace dudao::workflow
