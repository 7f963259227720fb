#pragma once

#include "base/file.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>

namespace dudao::test {

/// The line of `text` in which `offset` lies.
inline std::string_view line_at(std::string_view text, std::size_t offset) {
    const auto before = text.substr(0, offset).rfind('\n');
    const auto from = before == std::string_view::npos ? 0 : before + 1;
    return text.substr(from, text.substr(from).find('\n'));
}

/// Compares with golden/`name` beside this file, byte for byte. With UPDATE_GOLDEN=1 in the
/// environment the file is written anew, and the test fails so that nobody takes it for a pass.
inline void check_golden(const std::string& name, const std::string& rendered) {
    constexpr std::size_t most = 1U << 22U;
    const std::string path = std::string{DUDAO_SOURCE_DIR} + "/tests/unit/report/golden/" + name;
    const char* const update = std::getenv("UPDATE_GOLDEN");
    if (update != nullptr && std::string_view{update} == "1") {
        write_atomically(path, rendered);
        FAIL_CHECK("rewritten, read it before you trust it: " << path);
        return;
    }
    const auto golden = read_file(path, most).or_throw();
    const auto common = std::min(golden.size(), rendered.size());
    const auto differ = static_cast<std::size_t>(
        std::mismatch(
            golden.begin(), golden.begin() + static_cast<std::ptrdiff_t>(common), rendered.begin())
            .first -
        golden.begin());
    const bool same = golden == rendered;
    INFO(path);
    INFO("golden:   " << std::string{line_at(golden, differ)});
    INFO("rendered: " << std::string{line_at(rendered, differ)});
    CHECK(same);
}

}  // namespace dudao::test
