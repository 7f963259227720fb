#include "output/answer_hint.hpp"

#include "report/wording.hpp"

#include <fmt/format.h>

namespace dudao {

std::string typed_hint(const Catalogue& words, const domain::Item& item) {
    const auto kind = report::shown(words, domain::item_kinds, item.kind);
    switch (item.kind) {
        case domain::ItemKind::count:
            return fmt::format("0… {}", words.text("number of defects"));
        case domain::ItemKind::stopwatch:
            return fmt::format("95; 102; 2:05 (×{}) ≤ {} s",
                               item.samples,
                               item.accept_max ? to_text(*item.accept_max) : "");
        case domain::ItemKind::date:
            return "2026-11-05 " + kind;
        case domain::ItemKind::time:
            return "22:30 " + kind;
        case domain::ItemKind::knowledge:
        case domain::ItemKind::scale:
            return fmt::format("{}–{} {}",
                               item.scale_from,
                               item.scale_from + static_cast<int>(item.levels.size()) - 1,
                               words.text("value"));
        case domain::ItemKind::number:
            return fmt::format("{} {} ({}…{})",
                               words.text("number"),
                               item.measure_unit,
                               item.accept_min ? to_text(*item.accept_min) : "",
                               item.accept_max ? to_text(*item.accept_max) : "");
        default:
            return "… " + kind;
    }
}

std::vector<std::string> answer_words(const Catalogue& words, const domain::Item& item) {
    std::vector<std::string> all;
    const auto result = [&](domain::AnswerResult value) {
        all.push_back(report::shown(words, domain::answer_results, value));
    };
    switch (item.kind) {
        case domain::ItemKind::pass_fail:
        case domain::ItemKind::step:
            result(domain::AnswerResult::pass);
            if (item.partial_points) {
                result(domain::AnswerResult::partial);
            }
            result(domain::AnswerResult::fail);
            break;
        case domain::ItemKind::choice:
            for (const auto& option : item.options) {
                all.emplace_back(option.label.in(words.language()));
            }
            break;
        case domain::ItemKind::scale:
            for (std::size_t at = 0; at < item.levels.size(); ++at) {
                all.push_back(std::to_string(item.scale_from + static_cast<int>(at)));
            }
            break;
        default:
            return all;
    }
    if (domain::na_allowed(item)) {
        result(domain::AnswerResult::na);
    }
    return all;
}

}  // namespace dudao
