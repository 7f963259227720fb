#include "workflow/import_checklist.hpp"

#include "base/error_id.hpp"
#include "exchange/xlsx.hpp"
#include "yaml/checklist.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace dudao::workflow {

namespace {

/// Whether the file is a workbook with the sheet that every XLSForm has.
bool is_form(const ListSource& source) {
    auto& input = *source.input;
    const auto format = source.format ? *source.format : exchange::detect_format(input).or_throw();
    if (format != exchange::TableFormat::xlsx) {
        return false;
    }
    input.rewind();
    try {
        const exchange::XlsxReader survey{input, "survey"};
        return true;
    } catch (const Failure& failure) {
        if (failure.error().id == ErrorId::xlsx_no_sheet) {
            return false;
        }
        throw;
    }
}

/// Moves problems from the lines of the draft to what these were made of.
std::vector<Error> at_origins(std::vector<Error> problems, const yaml::ChecklistDraft& draft) {
    for (auto& problem : problems) {
        problem.place = draft.origin(problem.place.line).value_or(problem.place);
    }
    return problems;
}

}  // namespace

ImportedChecklist checked(const yaml::ChecklistDraft& draft,
                          std::vector<Error> warnings,
                          const ChecklistImport& import) {
    auto reading = yaml::read_checklist(draft.text(), import.code + ".yaml");
    if (!reading.checklist) {
        throw Failure{at_origins(std::move(reading.errors), draft)};
    }
    auto found = at_origins(std::move(reading.warnings), draft);
    std::move(found.begin(), found.end(), std::back_inserter(warnings));
    std::stable_sort(warnings.begin(), warnings.end(), [](const Error& a, const Error& b) {
        return a.place.line < b.place.line;
    });
    return {.yaml = draft.text(),
            .items = domain::items_of(*reading.checklist).size(),
            .warnings = std::move(warnings)};
}

ImportedChecklist import_checklist(const ChecklistImport& import) {
    return is_form(import.source) ? checklist_from_form(import) : checklist_from_list(import);
}

}  // namespace dudao::workflow
