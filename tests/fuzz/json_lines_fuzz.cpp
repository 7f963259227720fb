#include "base/text.hpp"
#include "exchange/decoder.hpp"
#include "exchange/details.hpp"
#include "exchange/input.hpp"
#include "exchange/json_lines.hpp"

#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>

namespace {

using namespace dudao;
using namespace dudao::exchange;

void demand(bool holds) {
    if (!holds) {
        std::abort();
    }
}

void check_visit(const JsonLinesReader& reader) {
    for (const auto& answer : reader.visit().answers) {
        demand(is_text(answer.item.text) && is_text(answer.answer) && is_text(answer.remark));
        demand(reader.line().at(answer.item.at) == '"');
    }
}

void check_lines(const std::string& bytes) {
    std::istringstream stream{bytes};
    auto input = Input::from_stream(stream, "answers.jsonl");
    Decoder text{input, Encoding::utf8};
    JsonLinesReader reader{text};
    for (;;) {
        const auto step = reader.next();
        if (step == Step::end || step == Step::stopped) {
            return;
        }
        if (step == Step::row) {
            check_visit(reader);
        } else {
            demand(reader.error().place.line == reader.line_number());
            demand(reader.error().place.column >= 1);
        }
    }
}

void check_detail(std::string_view text) {
    const auto detail = parse_detail(text);
    if (detail) {
        const auto written = detail_text(*detail);
        demand(*parse_detail(written) == *detail);
    }
}

}  // namespace

/// Any bytes may be refused, but what is accepted is text at a known place, and the detail of an
/// answer survives a round trip.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes{reinterpret_cast<const char*>(data), size};
    check_lines(bytes);
    if (!first_malformed(bytes)) {
        check_detail(bytes);
    }
    return 0;
}
