#include "language.hpp"

#include "embedded.hpp"

namespace dudao {

Catalogue catalogue(std::string_view language) {
    if (language == "zh-CN") {
        return {language, embedded::zh_CN_mo()};
    }
    if (language == "zh-TW") {
        return {language, embedded::zh_TW_mo()};
    }
    return {};
}

}  // namespace dudao
