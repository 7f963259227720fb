#include "report/limit.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"

namespace dudao::report {

namespace {

std::int64_t incomplete_visits(const Scores& scores) {
    for (const auto& each : scores.verdicts) {
        if (each.verdict == domain::Verdict::incomplete) {
            return each.visits;
        }
    }
    return 0;
}

}  // namespace

Result<Limit> parse_limit(std::string_view text) {
    const auto sign = text.find_first_of("<>");
    if (sign == std::string_view::npos) {
        return Error{ErrorId::bad_limit, {text}};
    }
    const bool with_equal = text.substr(sign + 1).starts_with('=');
    const auto figure = limit_figures.parse(trimmed(text.substr(0, sign)));
    if (!figure) {
        return figure.error();
    }
    const auto number = parse_decimal(trimmed(text.substr(sign + (with_equal ? 2 : 1))));
    if (!number) {
        return Error{ErrorId::bad_limit, {text}};
    }
    return Limit{
        .figure = *figure, .above = text[sign] == '>', .with_equal = with_equal, .number = *number};
}

std::optional<Decimal> value_of(LimitFigure figure, const PeriodReport& report) {
    const auto& coverage = report.coverage;
    const auto& mended = report.rectification;
    switch (figure) {
        case LimitFigure::visits:
            return Decimal{report.scores.visits};
        case LimitFigure::mean:
            return report.scores.mean.now;
        case LimitFigure::passed:
            return percent(report.scores.passed);
        case LimitFigure::coverage:
            return percent({coverage.done, coverage.planned});
        case LimitFigure::units:
            return percent(coverage.units);
        case LimitFigure::missed:
            return Decimal{coverage.missed};
        case LimitFigure::late:
            return Decimal{coverage.late};
        case LimitFigure::incomplete:
            return Decimal{incomplete_visits(report.scores)};
        case LimitFigure::raised:
            return Decimal{report.issues.raised};
        case LimitFigure::open:
            return Decimal{report.issues.open};
        case LimitFigure::overdue:
            return Decimal{report.issues.overdue};
        case LimitFigure::closed:
            return percent(mended.closed);
        case LimitFigure::on_time:
            return percent(mended.on_time);
        case LimitFigure::first_pass:
            return percent(mended.first_pass);
    }
    return std::nullopt;
}

bool is_met(const Limit& limit, const PeriodReport& report) {
    const auto value = value_of(limit.figure, report);
    if (!value) {
        return false;
    }
    if (*value == limit.number) {
        return limit.with_equal;
    }
    return (*value > limit.number) == limit.above;
}

}  // namespace dudao::report
