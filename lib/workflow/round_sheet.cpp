#include "workflow/round_sheet.hpp"

#include "base/error_id.hpp"
#include "domain/profile.hpp"
#include "workflow/checklists.hpp"
#include "workflow/lookup.hpp"
#include "workflow/transact.hpp"

namespace dudao::workflow {

namespace {

store::PersonRow inspector_of(Session& session, const std::string& code) {
    if (code.empty()) {
        return session.who();
    }
    auto found = store::People{session.driver()}.find(code);
    if (!found) {
        throw Failure{Error{ErrorId::no_such_person, {code}}};
    }
    return *std::move(found);
}

}  // namespace

RoundSheet round_sheet(Session& session, const RoundSheetRequest& request) {
    return reading(session, [&] {
        RoundSheet sheet;
        sheet.checklist =
            std::make_unique<ChecklistInUse>(session, find_checklist(session, request.checklist));
        const auto* profile = sheet.checklist->profile(request.profile).or_throw();
        sheet.profile = profile == nullptr ? std::string{} : profile->id;
        for (std::size_t at = 0; at < sheet.checklist->sheet().size(); ++at) {
            if (domain::is_in(profile, at)) {
                sheet.positions.push_back(at);
            }
        }
        for (const auto& code : request.units) {
            const auto row = find_unit(session, code);
            check_unit(row.unit, *sheet.checklist);
            sheet.visits.push_back({row.unit.code, row.unit.name});
        }
        const auto person = inspector_of(session, request.inspector).person;
        sheet.inspector = person.code;
        sheet.inspector_name = person.name;
        return sheet;
    });
}

}  // namespace dudao::workflow
