#pragma once

#include "context.hpp"
#include "domain/checklist.hpp"
#include "yaml/node.hpp"

#include <string>

namespace dudao {

/// A checklist as an XLSForm, which ODK Collect and KoboToolbox make a form for phones of: a
/// workbook with the sheets survey, choices and settings (https://xlsform.org). `source` is the
/// YAML that the checklist was read from; what XLSForm cannot say of it stands in a column `dudao`,
/// so that `checklist import` makes the same checklist of the form again. Errors (thrown):
/// xlsx_no_room, no_libxlsxwriter, file_unwritable.
std::string xlsform_workbook(const Context& context,
                             const domain::Checklist& checklist,
                             const yaml::Node& source);

}  // namespace dudao
