#include "base/vocabulary.hpp"

#include "base/error_id.hpp"
#include "base/nearest.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace dudao {

Error unknown_word(std::string_view text,
                   std::string_view kind,
                   const std::vector<std::string_view>& names) {
    const auto list = fmt::format("{}", fmt::join(names, ", "));
    return Error{ErrorId::unknown_word,
                 {text, Arg{kind, "kind of word"}, list, nearest(text, names).value_or(list)}};
}

Error unknown_number(std::int64_t number, std::string_view kind) {
    return Error{ErrorId::unknown_number, {std::to_string(number), kind}};
}

}  // namespace dudao
