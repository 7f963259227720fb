#include "output/form_options.hpp"

#include "language.hpp"
#include "report/wording.hpp"

#include <algorithm>

namespace dudao {

namespace {

using domain::AnswerResult;
using domain::ItemKind;

FormOption result_option(const std::vector<FormLanguage>& languages, AnswerResult result) {
    FormOption option{std::string{domain::answer_results.word(result)}, {}};
    for (const auto& language : languages) {
        option.labels.push_back(report::shown(language.words, domain::answer_results, result));
    }
    return option;
}

/// What a step of a walk-through was, where others pass or fail.
FormOption step_option(const std::vector<FormLanguage>& languages, AnswerResult result) {
    auto option = result_option(languages, result);
    option.labels.clear();
    for (const auto& [code, words] : languages) {
        option.labels.emplace_back(result == AnswerResult::pass      ? words.text("done")
                                   : result == AnswerResult::partial ? words.text("slow")
                                                                     : words.text("omitted"));
    }
    return option;
}

std::vector<FormOption> results_of(const std::vector<FormLanguage>& languages,
                                   const domain::Item& item) {
    std::vector<FormOption> options;
    for (const auto result : {AnswerResult::pass, AnswerResult::partial, AnswerResult::fail}) {
        if (result != AnswerResult::partial || item.partial_points) {
            options.push_back(item.kind == ItemKind::step ? step_option(languages, result)
                                                          : result_option(languages, result));
        }
    }
    return options;
}

std::vector<FormOption> values_of(const std::vector<FormLanguage>& languages,
                                  const domain::Item& item) {
    std::vector<FormOption> options;
    for (std::size_t at = 0; at < item.levels.size(); ++at) {
        const auto value = std::to_string(item.scale_from + static_cast<int>(at));
        options.push_back({value, std::vector<std::string>(languages.size(), value)});
    }
    return options;
}

std::vector<FormOption> labels_of(const std::vector<FormLanguage>& languages,
                                  const domain::Item& item) {
    std::vector<FormOption> options;
    for (const auto& option : item.options) {
        FormOption each{option.value, {}};
        for (const auto& language : languages) {
            each.labels.emplace_back(option.label.in(language.code));
        }
        options.push_back(std::move(each));
    }
    if (item.kind == ItemKind::choices) {
        FormOption none{"none", {}};
        for (const auto& language : languages) {
            none.labels.emplace_back(language.words.text("none of them"));
        }
        options.push_back(std::move(none));
    }
    return options;
}

}  // namespace

std::vector<FormLanguage> form_languages(const Context& context,
                                         const domain::Checklist& checklist) {
    std::vector<FormLanguage> languages;
    const auto add = [&](const domain::LocalText& text) {
        for (const auto& each : text.all()) {
            const auto& code = each.first;
            if (!code.empty() &&
                std::none_of(languages.begin(), languages.end(), [&](const auto& known) {
                    return known.code == code;
                })) {
                languages.push_back({code, catalogue(code)});
            }
        }
    };
    add(checklist.title);
    for (const auto& section : checklist.sections) {
        add(section.title);
        for (const auto& item : section.items) {
            add(item.text);
        }
    }
    if (languages.empty()) {
        languages.push_back({"", context.words()});
    }
    return languages;
}

FormOption not_applicable_option(const std::vector<FormLanguage>& languages) {
    return result_option(languages, AnswerResult::na);
}

std::vector<FormOption> form_options(const std::vector<FormLanguage>& languages,
                                     const domain::Item& item) {
    std::vector<FormOption> options;
    switch (item.kind) {
        case ItemKind::pass_fail:
        case ItemKind::step:
            options = results_of(languages, item);
            break;
        case ItemKind::scale:
            options = values_of(languages, item);
            break;
        default:
            options = labels_of(languages, item);
            break;
    }
    if (na_allowed(item)) {
        options.push_back(not_applicable_option(languages));
    }
    return options;
}

}  // namespace dudao
