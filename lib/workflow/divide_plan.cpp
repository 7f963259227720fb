#include "workflow/divide_plan.hpp"

#include "base/error_id.hpp"
#include "domain/forecast.hpp"
#include "domain/plan_target.hpp"
#include "store/inspections.hpp"
#include "store/units.hpp"
#include "workflow/lookup.hpp"
#include "workflow/plan_contents.hpp"
#include "workflow/transact.hpp"
#include "yaml/plan_contents.hpp"

#include <map>

namespace dudao::workflow {

namespace {

using domain::Period;
using domain::Target;

/// How much of an amount belongs into each period.
class Weighing {
  public:
    Weighing(Session& session,
             const store::PlanRow& plan,
             DivideBy by,
             const domain::Calendar& calendar)
        : session_(&session), plan_(&plan), by_(by), calendar_(&calendar) {}

    /// `region` is the code of a unit; empty: all that the plan is about.
    std::int64_t of(const Period& period, const std::string& region) {
        const auto months = domain::divided(period);
        if (months.empty()) {
            return of_month(period, region);
        }
        std::int64_t sum = 0;
        for (const auto& month : months) {
            sum += of(month, region);
        }
        return sum;
    }

  private:
    std::int64_t of_month(const Period& month, const std::string& region) {
        switch (by_) {
            case DivideBy::equal:
                break;
            case DivideBy::working_days:
                return domain::days_of_period(*calendar_, month, month.last).or_throw().gone;
            case DivideBy::last_year: {
                const auto& season = season_of(region);
                const auto found = season.find(domain::year_before(month).first);
                return found == season.end() ? 0 : found->second;
            }
        }
        return 1;
    }

    /// Visits by the first day of their month.
    using Season = std::map<Day, std::int64_t>;

    const Season& season_of(const std::string& region) {
        const auto [found, is_new] = seasons_.try_emplace(region);
        if (is_new) {
            const auto year = domain::year_before(plan_->plan.period);
            const auto below = region.empty() ? plan_->scope : find_unit(*session_, region).key;
            store::Inspections{session_->driver()}.each(
                {.from = year.first, .to = year.last}, below, [&](const store::InspectionRow& row) {
                    ++found->second[domain::month_of(row.day).first];
                    return true;
                });
            if (found->second.empty()) {
                throw Failure{Error{ErrorId::no_season, {to_text(year.first), to_text(year.last)}}};
            }
        }
        return found->second;
    }

    Session* session_;
    const store::PlanRow* plan_;
    DivideBy by_;
    const domain::Calendar* calendar_;
    std::map<std::string, Season> seasons_ = {};
};

/// Divides the targets of one plan among periods.
class TargetDivision {
  public:
    TargetDivision(const std::vector<Target>& targets,
                   const std::vector<Period>& periods,
                   const domain::Organisation& organisation,
                   Weighing& weighing)
        : targets_(&targets),
          periods_(&periods),
          organisation_(&organisation),
          weighing_(&weighing) {}

    /// The targets of each period.
    std::vector<std::vector<Target>> run() const {
        std::vector<std::vector<Target>> parts(periods_->size(), *targets_);
        for (std::size_t which = 0; which < targets_->size(); ++which) {
            const auto& target = (*targets_)[which];
            if (target.adds == domain::Adds::mean) {
                continue;
            }
            const auto values = target.region.code.empty() ? of_all(target) : of(target);
            for (std::size_t at = 0; at < periods_->size(); ++at) {
                parts[at][which].value = values[at];
            }
        }
        return parts;
    }

  private:
    std::vector<Decimal> of(const Target& target) const {
        std::vector<std::int64_t> weights;
        weights.reserve(periods_->size());
        for (const auto& period : *periods_) {
            weights.push_back(weighing_->of(period, target.region.code));
        }
        return domain::shares(target.value, weights);
    }

    /// What regions get of it, and the rest: so regions never come to more than all.
    std::vector<Decimal> of_all(const Target& target) const {
        const auto regions = of_outer_regions(*organisation_, *targets_, target.metric);
        auto rest = target;
        for (const auto& region : regions) {
            rest.value -= region.value;
        }
        if (rest.value < Decimal{}) {
            return of(target);
        }
        auto values = of(rest);
        for (const auto& region : regions) {
            const auto of_region = of(region);
            for (std::size_t at = 0; at < values.size(); ++at) {
                values[at] += of_region[at];
            }
        }
        return values;
    }

    const std::vector<Target>* targets_;
    const std::vector<Period>* periods_;
    const domain::Organisation* organisation_;
    Weighing* weighing_;
};

/// The whole's title with the part's period in the place of its own, or at the end.
std::string title_of(const domain::Plan& whole, const Period& part) {
    const auto period = domain::to_text(whole.period);
    if (whole.title.starts_with(period)) {
        return domain::to_text(part) + whole.title.substr(period.size());
    }
    const auto rest = whole.title.ends_with(' ' + period)
                          ? whole.title.substr(0, whole.title.size() - period.size() - 1)
                          : whole.title;
    return rest + ' ' + domain::to_text(part);
}

class Dividing {
  public:
    Dividing(Session& session, store::Writing& writing, Weighing& weighing)
        : session_(&session),
          writer_(writing),
          organisation_(store::Units{session.driver()}.organisation()),
          weighing_(&weighing) {}

    void divide(const store::PlanRow& whole, const std::vector<Target>& targets) {
        const auto periods = domain::divided(whole.plan.period);
        if (periods.empty()) {
            return;
        }
        const auto parts = TargetDivision{targets, periods, organisation_, *weighing_}.run();
        for (std::size_t at = 0; at < periods.size(); ++at) {
            auto part = whole;
            part.status = domain::PlanStatus::draft;
            part.plan.id = session_->new_id();
            part.plan.period = periods[at];
            part.plan.title = title_of(whole.plan, periods[at]);
            part.plan.author = session_->actor();
            part.plan.at = session_->now();
            part.plan.approvers = session_->policy().plan_approvers;
            part.plan.parent = whole.plan.id;
            part.plan.contents = yaml::plan_targets_text(parts[at]);
            part.key = writer_.add(part.plan, {whole.scope, whole.plan.scope});
            rows_.push_back(part);
            divide(part, parts[at]);
        }
    }

    std::vector<store::PlanRow> finish() {
        writer_.finish();
        return std::move(rows_);
    }

  private:
    Session* session_;
    store::PlanWriter writer_;
    domain::Organisation organisation_;
    Weighing* weighing_;
    std::vector<store::PlanRow> rows_ = {};
};

/// The targets to divide, if the plan can be.
std::vector<Target> divisible(Session& session,
                              const store::PlanRow& row,
                              const std::string& name) {
    if (row.plan.kind == domain::PlanKind::visit || domain::divided(row.plan.period).empty()) {
        throw Failure{Error{ErrorId::plan_indivisible, {name}}};
    }
    auto targets = contents_of(row.plan).targets;
    if (targets.empty()) {
        throw Failure{Error{ErrorId::plan_without_targets, {name}}};
    }
    const auto parts = store::Plans{session.driver()}.parts_of(row.plan.id);
    if (!parts.empty()) {
        throw Failure{Error{ErrorId::plan_divided, {name, std::to_string(parts.size())}}};
    }
    return targets;
}

}  // namespace

std::vector<store::PlanRow> divide_plan(Session& session,
                                        const DivideRequest& request,
                                        const domain::Calendar& calendar) {
    return transact(session, "plan decompose", [&](store::Writing& writing) {
        session.who_may(domain::Permission::draft_plan);
        const auto whole = find_plan(session, request.plan);
        const auto targets = divisible(session, whole, request.plan);
        Weighing weighing{session, whole, request.by, calendar};
        Dividing dividing{session, writing, weighing};
        dividing.divide(whole, targets);
        auto rows = dividing.finish();
        if (!request.dry_run) {
            writing.commit(domain::to_text(whole.plan.period));
        }
        return rows;
    });
}

}  // namespace dudao::workflow
