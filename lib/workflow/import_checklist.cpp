#include "workflow/import_checklist.hpp"

#include "exchange/xlsx.hpp"
#include "yaml/checklist.hpp"

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

}  // namespace

ImportedChecklist checked(ImportedChecklist made, const ChecklistImport& import) {
    auto reading = yaml::read_checklist(made.yaml, import.code + ".yaml");
    if (!reading.checklist) {
        throw Failure{std::move(reading.errors)};
    }
    made.items = domain::items_of(*reading.checklist).size();
    made.warnings.insert(made.warnings.end(), reading.warnings.begin(), reading.warnings.end());
    return made;
}

ImportedChecklist import_checklist(const ChecklistImport& import) {
    return is_form(import.source) ? checklist_from_form(import) : checklist_from_list(import);
}

}  // namespace dudao::workflow
