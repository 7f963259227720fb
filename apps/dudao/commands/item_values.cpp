#include "commands/item_values.hpp"

#include "base/error.hpp"

namespace dudao::commands {

ItemValue item_value(std::string_view text, std::string_view shape) {
    const auto sign = text.find('=');
    if (sign == std::string_view::npos) {
        throw Failure{Error{ErrorId::usage_bad_value, {text, shape}}};
    }
    return {.item = text.substr(0, sign), .value = text.substr(sign + 1)};
}

}  // namespace dudao::commands
