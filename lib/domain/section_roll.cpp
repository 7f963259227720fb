#include "domain/section_roll.hpp"

#include <algorithm>

namespace dudao::domain {

namespace {

constexpr std::int64_t whole = 100;

Ratio hundred() {
    return Ratio{Decimal{whole}};
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
    : checklist_(&checklist), points_(points), in_use_(points.size()), weights_(points.size() + 1) {
    points_.emplace_back();
    const auto& sections = checklist.sections;
    const bool merges = std::any_of(sections.begin(), sections.end(), [](const Section& section) {
        return section.repeat.value_or(RepeatScore::sum) != RepeatScore::sum;
    });
    if (merges) {
        add_up_exactly();
    } else {
        add_up();
    }
    if (!is_pooled()) {
        use_weights();
    }
}

void SectionRoll::add_up() {
    const auto& sections = checklist_->sections;
    for (auto at = sections.size(); at-- > 0;) {  // parts come after their groups
        auto& sum = points_[above(sections[at].parent)];
        sum.got += points_[at].got;
        sum.max += points_[at].max;
    }
}

void SectionRoll::add_up_exactly() {
    const auto& sections = checklist_->sections;
    for (const auto& points : points_) {
        exact_.push_back({Ratio{points.got}, Ratio{points.max}, Ratio{Decimal{1}}});
    }
    for (auto at = sections.size(); at-- > 0;) {
        if (sections[at].repeat) {
            merge(at);
        }
        if (!is_merged_part(at)) {
            auto& sum = exact_[above(sections[at].parent)];
            sum.got += exact_[at].got;
            sum.max += exact_[at].max;
        }
    }
    constexpr int places = 3;
    for (std::size_t at = 0; at < points_.size(); ++at) {
        points_[at] = {exact_[at].got.rounded(places), exact_[at].max.rounded(places)};
    }
}

/// The points of a section that is repeated. Of n parts in which something counted each counts
/// 1 / n for their mean. The worst counts alone, with as many points as the largest part could
/// give, so that the weight of the section does not hang on which one that is.
void SectionRoll::merge(std::size_t group) {
    const auto& sections = checklist_->sections;
    std::vector<std::size_t> parts;
    Ratio largest;
    for (auto at = group + 1; at < sections.size(); ++at) {
        if (sections[at].parent == group && !points_[at].max.is_zero()) {
            parts.push_back(at);
            largest = std::max(largest, exact_[at].max);
        }
    }
    if (parts.empty()) {
        return;
    }
    const auto worst = *std::min_element(parts.begin(), parts.end(), [&](auto one, auto other) {
        return percentage(one) < percentage(other);
    });
    for (const auto part : parts) {
        auto& [got, max, counts] = exact_[part];
        switch (*sections[group].repeat) {
            case RepeatScore::sum:
                break;
            case RepeatScore::mean:
                counts = Ratio{Decimal{1}, Decimal{static_cast<std::int64_t>(parts.size())}};
                break;
            case RepeatScore::worst:
                counts = part == worst ? largest / max : Ratio{};
                break;
        }
        exact_[group].got += counts * got;
        exact_[group].max += counts * max;
    }
}

void SectionRoll::use_weights() {
    const auto& sections = checklist_->sections;
    for (auto at = sections.size(); at-- > 0;) {
        const bool has_points = !sections[at].items.empty() || sections[at].repeat;
        in_use_[at] = has_points ? !points_[at].max.is_zero() && !is_merged_part(at)
                                 : !weights_[at].is_zero();
        if (in_use_[at]) {
            weights_[above(sections[at].parent)] += weight(at);
        }
    }
}

bool SectionRoll::is_pooled() const noexcept {
    return checklist_->scoring.method != ScoringMethod::weighted_sections &&
           checklist_->scoring.method != ScoringMethod::mean_of_sections;
}

/// Whether its points count in a section that is repeated, and nowhere else.
bool SectionRoll::is_merged_part(std::size_t section) const {
    const auto& parent = checklist_->sections[section].parent;
    return parent && checklist_->sections[*parent].repeat;
}

Ratio SectionRoll::got(std::size_t section) const {
    return exact_.empty() ? Ratio{points_[section].got} : exact_[section].got;
}

Ratio SectionRoll::max(std::size_t section) const {
    return exact_.empty() ? Ratio{points_[section].max} : exact_[section].max;
}

Ratio SectionRoll::percentage(std::size_t section) const {
    return points_[section].max.is_zero() ? Ratio{} : hundred() * got(section) / max(section);
}

Decimal SectionRoll::weight(std::size_t section) const {
    return checklist_->scoring.method == ScoringMethod::mean_of_sections
               ? Decimal{1}
               : checklist_->sections[section].weight;
}

bool SectionRoll::is_assessed() const {
    return is_pooled() ? !points_.back().max.is_zero() : !weights_.back().is_zero();
}

/// The mean of the sections' shares by their weights. Promises: one of them is in use.
Ratio SectionRoll::mean(const std::optional<std::size_t>& parent) const {
    Ratio total;
    for (std::size_t at = 0; at < in_use_.size(); ++at) {
        if (in_use_[at] && checklist_->sections[at].parent == parent) {
            total += share(at) * Ratio{weight(at)};
        }
    }
    return total / Ratio{weights_[above(parent)]};
}

Ratio SectionRoll::share(std::size_t section) const {
    const auto& one = checklist_->sections[section];
    if (!one.items.empty() || one.repeat || is_pooled()) {
        return percentage(section);
    }
    return weights_[section].is_zero() ? Ratio{} : mean(section);
}

Ratio SectionRoll::raw() const {
    if (!is_pooled()) {
        return mean(std::nullopt);
    }
    const auto all = checklist_->sections.size();
    if (checklist_->scoring.method != ScoringMethod::deduction) {
        return percentage(all);
    }
    const Ratio full{checklist_->scoring.full_mark};
    return hundred() * std::max(full - (max(all) - got(all)), Ratio{}) / full;
}

Decimal SectionRoll::rounded() const {
    const auto places = checklist_->scoring.decimals;
    if (is_pooled() && exact_.empty()) {
        const auto points = shown();
        return rounded_percentage(points.got, points.max, places);
    }
    const auto quick = is_pooled() ? std::nullopt : quick_mean();
    return quick ? *quick : raw().rounded(places);
}

/// The rounded mean of sections that have no parts, in whole numbers: each share is cut off at a
/// billionth, so that the sum is too small by less than a billionth for each section. Nothing where
/// that might decide about the last place.
std::optional<Decimal> SectionRoll::quick_mean() const {
    constexpr Wide billion = 1'000'000'000;
    Wide sum = 0;
    for (std::size_t at = 0; at < in_use_.size(); ++at) {
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
    const auto all = static_cast<Wide>(weights_.back().thousandths()) * billion;
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
        return points_.back();
    }
    const auto full = checklist_->scoring.full_mark;
    return {std::max(full - lost(), Decimal{}), full};
}

Ratio SectionRoll::point_value(std::size_t section) const {
    const auto counts = exact_.empty() ? Ratio{Decimal{1}} : exact_[section].counts;
    if (checklist_->scoring.method == ScoringMethod::deduction) {
        return counts * hundred() / Ratio{checklist_->scoring.full_mark};
    }
    if (is_pooled()) {
        return is_assessed() ? counts * hundred() / max(checklist_->sections.size()) : Ratio{};
    }
    const auto counting = is_merged_part(section) ? *checklist_->sections[section].parent : section;
    if (!in_use_[counting]) {
        return Ratio{};
    }
    auto value = counts * hundred() / max(counting);
    for (std::optional<std::size_t> at = counting; at;) {
        const auto& parent = checklist_->sections[*at].parent;
        const auto& all = weights_[above(parent)];
        if (all.is_zero()) {
            return Ratio{};
        }
        value *= Ratio{weight(*at), all};
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
    for (std::size_t at = 0; at < in_use_.size(); ++at) {
        if (is_below_pass(at)) {
            return true;
        }
    }
    return false;
}

}  // namespace dudao::domain
