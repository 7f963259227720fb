#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dudao::test {

/// The parts of a ZIP archive, by their names.
using Parts = std::vector<std::pair<std::string, std::string>>;

/// A ZIP archive, deflated.
std::string zip_of(const Parts& parts);

/// What a small workbook is made of; tests put other parts in the place of these.
struct Workbook {
    std::string rows;              ///< inside <sheetData>
    std::string strings = {};      ///< inside <sst>
    std::string formats = {};      ///< inside <numFmts>
    std::string cell_styles = {};  ///< inside <cellXfs>
    std::string properties = {};   ///< of workbookPr
    std::string sheets = R"(<sheet name="门店" sheetId="1" r:id="rId1"/>)";
    Parts more = {};  ///< in the place of parts with these names, or beside them

    Parts parts() const;
    std::string bytes() const { return zip_of(parts()); }
};

}  // namespace dudao::test
