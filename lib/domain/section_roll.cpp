#include "domain/section_roll.hpp"

#include <algorithm>

namespace dudao::domain {

namespace {

constexpr std::int64_t whole = 100;

Ratio hundred() {
    return Ratio{Decimal{whole}};
}

Ratio percentage_of(const SectionPoints& points) {
    return points.max.is_zero() ? Ratio{} : hundred() * Ratio{points.got, points.max};
}

__extension__ using Wide = unsigned __int128;

std::int64_t power_of_ten(int places) {
    std::int64_t unit = 1;
    for (int place = 0; place < places; ++place) {
        unit *= 10;
    }
    return unit;
}

/// 100 × part / all, rounded half up to so many places: in whole numbers, since it is done for
/// every visit of an import. Promises: neither is negative, and both are in thousandths.
Decimal rounded_percentage(Decimal part, Decimal all, int places) {
    const auto unit = power_of_ten(places);
    const auto count =
        (2 * whole * unit * part.thousandths() + all.thousandths()) / (2 * all.thousandths());
    return Decimal::from_millionths(count * (Decimal::one / unit));
}

}  // namespace

SectionRoll::SectionRoll(const Checklist& checklist, const std::vector<SectionPoints>& points)
    : checklist_(&checklist), points_(points), in_use_(points.size()), sums_(points.size() + 1) {
    const auto& sections = checklist.sections;
    for (auto at = sections.size(); at-- > 0;) {  // parts come after their groups
        const auto& parent = sections[at].parent;
        if (parent) {
            points_[*parent].got += points_[at].got;
            points_[*parent].max += points_[at].max;
        } else {
            total_.got += points_[at].got;
            total_.max += points_[at].max;
        }
        const bool is_group = sections[at].items.empty() && !sums_[at].is_zero();
        in_use_[at] = is_group || (!sections[at].items.empty() && !points_[at].max.is_zero());
        if (in_use_[at] && !is_pooled()) {
            sum(parent) += weight(at);
        }
    }
}

bool SectionRoll::is_pooled() const noexcept {
    return checklist_->scoring.method != ScoringMethod::weighted_sections &&
           checklist_->scoring.method != ScoringMethod::mean_of_sections;
}

Decimal SectionRoll::weight(std::size_t section) const {
    return checklist_->scoring.method == ScoringMethod::mean_of_sections
               ? Decimal{1}
               : checklist_->sections[section].weight;
}

Decimal& SectionRoll::sum(const std::optional<std::size_t>& parent) {
    return sums_[parent.value_or(points_.size())];
}

Decimal SectionRoll::sum(const std::optional<std::size_t>& parent) const {
    return sums_[parent.value_or(points_.size())];
}

bool SectionRoll::is_assessed() const {
    return is_pooled() ? !total_.max.is_zero() : !sum(std::nullopt).is_zero();
}

/// The mean of the sections' shares by their weights. Promises: one of them is in use.
Ratio SectionRoll::mean(const std::optional<std::size_t>& parent) const {
    Ratio total;
    for (std::size_t at = 0; at < points_.size(); ++at) {
        if (in_use_[at] && checklist_->sections[at].parent == parent) {
            total += share(at) * Ratio{weight(at)};
        }
    }
    return total / Ratio{sum(parent)};
}

Ratio SectionRoll::share(std::size_t section) const {
    const bool is_group = checklist_->sections[section].items.empty();
    if (!is_group || is_pooled()) {
        return percentage_of(points_[section]);
    }
    return sums_[section].is_zero() ? Ratio{} : mean(section);
}

Ratio SectionRoll::raw() const {
    if (!is_pooled()) {
        return mean(std::nullopt);
    }
    const auto points = shown();
    return percentage_of(points);
}

Decimal SectionRoll::rounded() const {
    const auto places = checklist_->scoring.decimals;
    if (is_pooled()) {
        const auto points = shown();
        return rounded_percentage(points.got, points.max, places);
    }
    const auto quick = quick_mean();
    return quick ? *quick : raw().rounded(places);
}

/// The rounded mean of sections that have no parts, in whole numbers: each share is cut off at a
/// billionth, so that the sum is too small by less than a billionth for each section. Nothing where
/// that might decide about the last place.
std::optional<Decimal> SectionRoll::quick_mean() const {
    constexpr Wide billion = 1'000'000'000;
    Wide sum = 0;
    for (std::size_t at = 0; at < points_.size(); ++at) {
        if (checklist_->sections[at].parent || checklist_->sections[at].items.empty()) {
            return std::nullopt;
        }
        if (in_use_[at]) {
            const auto part = static_cast<Wide>(points_[at].got.thousandths()) *
                              static_cast<Wide>(weight(at).thousandths());
            sum += part * billion / static_cast<Wide>(points_[at].max.thousandths());
        }
    }
    const auto unit = power_of_ten(checklist_->scoring.decimals);
    const auto all = static_cast<Wide>(this->sum(std::nullopt).thousandths()) * billion;
    const auto rounded = [&](Wide value) {
        return (static_cast<Wide>(unit) * value * 2 * whole + all) / (2 * all);
    };
    const auto count = rounded(sum);
    if (count != rounded(sum + points_.size())) {
        return std::nullopt;
    }
    return Decimal::from_millionths(static_cast<std::int64_t>(count) * (Decimal::one / unit));
}

SectionPoints SectionRoll::shown() const {
    if (checklist_->scoring.method != ScoringMethod::deduction) {
        return total_;
    }
    const auto full = checklist_->scoring.full_mark;
    return {std::max(full - lost(), Decimal{}), full};
}

Ratio SectionRoll::point_value(std::size_t section) const {
    switch (checklist_->scoring.method) {
        case ScoringMethod::points:
        case ScoringMethod::penalty:
            return total_.max.is_zero() ? Ratio{} : Ratio{Decimal{whole}, total_.max};
        case ScoringMethod::deduction:
            return Ratio{Decimal{whole}, checklist_->scoring.full_mark};
        case ScoringMethod::weighted_sections:
        case ScoringMethod::mean_of_sections:
            break;
    }
    if (!in_use_[section]) {
        return Ratio{};
    }
    auto value = hundred() / Ratio{points_[section].max};
    for (std::optional<std::size_t> at = section; at;) {
        const auto& parent = checklist_->sections[*at].parent;
        if (sum(parent).is_zero()) {
            return Ratio{};
        }
        value *= Ratio{weight(*at), sum(parent)};
        at = parent;
    }
    return value;
}

bool SectionRoll::is_below_pass(std::size_t section) const {
    const auto& pass = checklist_->sections[section].pass;
    return pass && !points_[section].max.is_zero() &&
           share(section).rounded(checklist_->scoring.decimals) < *pass;
}

bool SectionRoll::any_below_pass() const {
    for (std::size_t at = 0; at < points_.size(); ++at) {
        if (is_below_pass(at)) {
            return true;
        }
    }
    return false;
}

}  // namespace dudao::domain
