#pragma once

#include "base/error.hpp"
#include "exchange/input.hpp"
#include "workflow/list_reader.hpp"
#include "yaml/checklist_draft.hpp"

#include <string>
#include <vector>

namespace dudao::workflow {

/// Where a checklist is to be made from, and what it is to be called where that does not say.
struct ChecklistImport {
    ListSource source;
    std::string code;
    std::string title = {};  ///< empty: the code
};

/// A checklist that was made of a form or a sheet.
struct ImportedChecklist {
    std::string yaml;  ///< read_checklist() finds no errors in it
    std::size_t items = 0;
    std::vector<Error> warnings =
        {};  ///< what could not be carried over and what lint says, by row
};

/// Makes a checklist of a workbook with an XLSForm (https://xlsform.org): where a row has a column
/// `dudao`, what that says, else what its type, labels, options, conditions and limits say.
/// Errors (thrown): xlsx_no_sheet where there is no sheet `survey`; form_bad_row; those of
/// XlsxReader; the errors of the checklist.
ImportedChecklist checklist_from_form(const ChecklistImport& import);

/// Makes a checklist of a list with a row an item: section, id, text, type, points, critical and
/// what else item_headers() knows; nothing but the text must be there. Errors (thrown): those of
/// ListReader; every wrong row; the errors of the checklist.
ImportedChecklist checklist_from_list(const ChecklistImport& import);

/// What was made, with `warnings` and those that lint has about it; problems stand where their
/// lines were made of. Errors (thrown): the errors of the checklist.
ImportedChecklist checked(const yaml::ChecklistDraft& draft,
                          std::vector<Error> warnings,
                          const ChecklistImport& import);

/// The one of the two that the file calls for.
ImportedChecklist import_checklist(const ChecklistImport& import);

}  // namespace dudao::workflow
