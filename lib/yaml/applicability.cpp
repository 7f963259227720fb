#include "yaml/applicability.hpp"

namespace dudao::yaml {

domain::Applicability read_applicability(MapReader& map) {
    domain::Applicability rule;
    auto& problems = map.problems();
    if (const auto* kinds = map.find("kinds")) {
        rule.kinds = read_words(*kinds, problems, domain::unit_kinds);
    }
    if (const auto* ownerships = map.find("ownerships")) {
        rule.ownerships = read_words(*ownerships, problems, domain::ownerships);
    }
    if (const auto* tags = map.find("tags")) {
        rule.tags = read_tags(*tags, problems);
    }
    return rule;
}

}  // namespace dudao::yaml
