#include "workflow/plan_contents.hpp"

#include "base/error_id.hpp"
#include "store/units.hpp"
#include "workflow/lookup.hpp"
#include "yaml/plan_contents.hpp"

#include <algorithm>
#include <iterator>

namespace dudao::workflow {

namespace {

domain::PlanContents read(std::string_view yaml, std::string_view file) {
    auto reading = yaml::read_plan_contents(yaml, file);
    if (!reading.contents) {
        throw Failure{std::move(reading.errors)};
    }
    return *std::move(reading.contents);
}

/// Whether a plan may be part of the other.
bool holds(const domain::Plan& around, const domain::Plan& plan) {
    return around.kind == plan.kind && around.period.first <= plan.period.first &&
           plan.period.last <= around.period.last && around.period != plan.period;
}

}  // namespace

domain::PlanContents contents_of(const domain::Plan& plan) {
    return plan.contents.empty() ? domain::PlanContents{} : read(plan.contents, "contents");
}

domain::PlanContents read_contents(Session& session, std::string_view yaml, std::string_view file) {
    auto contents = read(yaml, file);
    const store::Units units{session.driver()};
    std::vector<Error> errors;
    for (const auto& target : contents.targets) {
        if (target.region.code.empty() || units.find(target.region.code)) {
            continue;
        }
        errors.push_back({.id = ErrorId::no_such_unit,
                          .args = {target.region.code},
                          .place = target.region.place});
    }
    if (!errors.empty()) {
        throw Failure{std::move(errors)};
    }
    return contents;
}

std::vector<domain::Target> of_outer_regions(const domain::Organisation& organisation,
                                             const std::vector<domain::Target>& targets,
                                             std::string_view metric) {
    std::vector<domain::Target> regional;
    std::copy_if(
        targets.begin(), targets.end(), std::back_inserter(regional), [&](const auto& target) {
            return target.metric == metric && !target.region.code.empty();
        });
    const auto is_inside_another = [&](const domain::Target& target) {
        const auto* inner = organisation.find(target.region.code);
        return inner != nullptr && std::any_of(regional.begin(), regional.end(), [&](auto& each) {
                   const auto* outer = organisation.find(each.region.code);
                   return outer != nullptr && outer != inner &&
                          organisation.is_below(inner->key, outer->key);
               });
    };
    std::vector<domain::Target> outer;
    std::remove_copy_if(
        regional.begin(), regional.end(), std::back_inserter(outer), is_inside_another);
    return outer;
}

std::optional<Ulid> parent_of(Session& session, const domain::Plan& plan, std::string_view named) {
    if (!named.empty()) {
        const auto parent = find_plan(session, named).plan;
        if (!holds(parent, plan)) {
            throw Failure{Error{ErrorId::parent_unfit, {named, Arg{domain::to_text(plan.period)}}}};
        }
        return parent.id;
    }
    std::optional<domain::Plan> nearest;
    bool is_alone = false;
    for (const auto& row : store::Plans{session.driver()}.all()) {
        if (!holds(row.plan, plan) || row.plan.scope != plan.scope) {
            continue;
        }
        const auto length = domain::length_of(row.plan.period);
        const auto before = nearest ? domain::length_of(nearest->period) : length + 1;
        if (length < before) {
            nearest = row.plan;
            is_alone = true;
        } else if (length == before) {
            is_alone = false;
        }
    }
    return is_alone ? std::optional{nearest->id} : std::nullopt;
}

}  // namespace dudao::workflow
