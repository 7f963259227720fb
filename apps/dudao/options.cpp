#include "options.hpp"

#include "base/error_id.hpp"

namespace dudao {

std::pair<std::string, std::string> field_and_text(const std::string& pair, const char* option) {
    const auto equals = pair.find('=');
    if (equals == std::string::npos || equals == 0) {
        throw Failure{Error{ErrorId::usage_bad_value, {pair, option}}};
    }
    return {pair.substr(0, equals), pair.substr(equals + 1)};
}

}  // namespace dudao
