#include "report/mustache_page.hpp"

#include "report/templates.hpp"

namespace dudao::report {

using kainjow::mustache::data;

namespace {

data facts_data(const Heading& heading, const Catalogue& words) {
    data facts{data::type::list};
    const auto add = [&facts](std::string_view label, const std::string& value) {
        data fact;
        fact.set("label", std::string{label});
        fact.set("value", value);
        facts.push_back(fact);
    };
    add(words.text("Scope"), heading.scope);
    add(words.text("As of"), heading.as_of);
    add(words.text("Made at"), heading.made_at);
    return facts;
}

}  // namespace

data text_or_false(const std::string& text) {
    return text.empty() ? data{false} : data{text};
}

data head_data(const Heading& heading, const Catalogue& words) {
    data page;
    page.set("lang", words.language());
    page.set("chain", text_or_false(heading.chain));
    page.set("full_title", heading.full_title);
    page.set("made_at", heading.made_at);
    page.set("facts", facts_data(heading, words));
    return page;
}

std::string filled_page(std::string_view text, data page) {
    for (const auto& shared : shared_templates()) {
        page.set(
            std::string{shared.name},
            data{kainjow::mustache::partial{[part = shared.text] { return std::string{part}; }}});
    }
    kainjow::mustache::mustache shown{std::string{text}};
    return shown.render(page);
}

}  // namespace dudao::report
