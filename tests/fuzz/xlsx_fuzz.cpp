#include "base/text.hpp"
#include "exchange/input.hpp"
#include "exchange/xlsx.hpp"
#include "support/workbook.hpp"

#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <utility>

namespace {

using namespace dudao;
using namespace dudao::exchange;

void demand(bool holds) {
    if (!holds) {
        std::abort();
    }
}

void check_row(const XlsxReader& reader, std::size_t last_line) {
    demand(reader.line() > last_line);
    for (const auto field : reader.fields()) {
        demand(is_text(field));
    }
}

void read(const std::string& bytes) {
    std::istringstream stream{bytes};
    auto input = Input::from_stream(stream, "list.xlsx");
    try {
        XlsxReader reader{input, ""};
        std::size_t columns = 0;
        std::size_t line = 0;
        for (auto step = reader.next(); step == Step::row || step == Step::refused;
             step = reader.next()) {
            if (step == Step::row) {
                check_row(reader, line);
                columns = columns == 0 ? reader.fields().size() : columns;
                demand(reader.fields().size() == columns);
            } else {
                demand(reader.error().place.line > line);
            }
            line = reader.line();
        }
    } catch (const Failure&) {
        return;  // refused as a whole
    }
}

}  // namespace

/// Any bytes may be refused, but what is accepted is text, in rows of one length and in order. The
/// first byte says what the others are: an archive, or one of the parts of a workbook.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    std::string bytes{reinterpret_cast<const char*>(data) + 1, size - 1};
    if (data[0] == 'Z') {
        read(bytes);
        return 0;
    }
    test::Workbook book{.rows = R"(<row><c t="s" s="1"><v>0</v></c><c s="1"><v>1</v></c></row>)",
                        .strings = "<si><t>a</t></si>"};
    switch (data[0]) {
        case 'S':
            book.strings = std::move(bytes);
            break;
        case 'F':
            book.cell_styles = R"(<xf numFmtId="200"/>)";
            book.formats = R"(<numFmt numFmtId="200" formatCode=")" + bytes + "\"/>";
            break;
        case 'W':
            book.more = {{"xl/workbook.xml", std::move(bytes)}};
            break;
        default:
            book.rows = std::move(bytes);
    }
    read(book.bytes());
    return 0;
}
