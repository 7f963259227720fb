#include "output/frequency.hpp"

#include "report/wording.hpp"

#include <fmt/format.h>

namespace dudao {

namespace {

using domain::Fit;
using domain::Rhythm;
using domain::Span;

std::string_view once(const Catalogue& words, Span span) {
    switch (span) {
        case Span::day:
            return words.text("every day");
        case Span::week:
            return words.text("every week");
        case Span::month:
            return words.text("every month");
        case Span::quarter:
            return words.text("every quarter");
        case Span::period:
            break;
    }
    return words.text("once in the period");
}

std::string_view several(const Catalogue& words, Span span) {
    switch (span) {
        case Span::week:
            return words.text("{} times a week");
        case Span::month:
            return words.text("{} times a month");
        case Span::quarter:
            return words.text("{} times a quarter");
        case Span::day:
        case Span::period:
            break;
    }
    return words.text("{} times in the period");
}

std::string weeks_text(const std::vector<int>& weeks) {
    std::string text;
    for (const auto week : weeks) {
        text += (text.empty() ? "" : ", ") + std::to_string(week);
    }
    return text;
}

std::string rhythm_text(const Catalogue& words, const domain::Frequency& frequency) {
    const auto filled = [](std::string_view pattern, const auto& value) {
        return fmt::format(fmt::runtime(pattern), value);
    };
    switch (frequency.rhythm) {
        case Rhythm::spans:
            return frequency.count == 1 ? std::string{once(words, frequency.span)}
                                        : filled(several(words, frequency.span), frequency.count);
        case Rhythm::every:
            return filled(words.text("every {} days"), frequency.count);
        case Rhythm::recurrence:
            return frequency.recurrence;
        case Rhythm::on_opening:
            return filled(words.text("opening: week {}"), weeks_text(frequency.weeks));
        case Rhythm::after_change:
            break;
    }
    return filled(words.text("new head: {} days"), frequency.count);
}

}  // namespace

std::string frequency_text(const Catalogue& words, const domain::FrequencyRule& rule) {
    const auto rhythm = rhythm_text(words, rule.frequency);
    return rule.working_days ? fmt::format(fmt::runtime(words.text("{}, on working days")), rhythm)
                             : rhythm;
}

std::string fit_text(const Catalogue& words, const domain::RuleVerdict& verdict) {
    switch (verdict.fit) {
        case Fit::follows:
            return std::string{verdict.windows.windows.empty() && verdict.windows.closed.empty()
                                   ? words.text("nothing is due")
                                   : words.text("followed")};
        case Fit::not_open:
            return std::string{words.text("not open")};
        case Fit::other_kind:
            return std::string{words.text("for other kinds")};
        case Fit::other_ownership:
            return std::string{words.text("for another ownership")};
        case Fit::other_tags:
            return std::string{words.text("for other tags")};
        case Fit::elsewhere:
            return std::string{words.text("for other regions")};
        case Fit::other_checklist:
            return std::string{words.text("not for its checklist")};
        case Fit::earlier_rule:
            return fmt::format(fmt::runtime(words.text("{} comes first")), verdict.earlier);
        case Fit::no_opening:
            return std::string{words.text("opening day not known")};
        case Fit::other_risk:
            return std::string{words.text("for another risk")};
        case Fit::no_change:
            break;
    }
    return std::string{words.text("no new head")};
}

}  // namespace dudao
