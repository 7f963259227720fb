#include "workflow/plan_parts.hpp"

#include "store/units.hpp"
#include "workflow/lookup.hpp"
#include "workflow/plan_contents.hpp"
#include "workflow/report_period.hpp"
#include "workflow/transact.hpp"

#include <functional>
#include <map>
#include <utility>

namespace dudao::workflow {

namespace {

using domain::Metric;
using domain::Target;

std::optional<Decimal> figure(const report::PeriodReport& report, Metric metric) {
    switch (metric) {
        case Metric::visits:
            return Decimal{report.scores.visits};
        case Metric::visit_rate:
            return report::percent({report.coverage.done, report.coverage.planned});
        case Metric::store_coverage:
            return report::percent(report.coverage.units);
        case Metric::mean_score:
            return report.scores.mean.now;
        case Metric::pass_rate:
            return report::percent(report.scores.passed);
        case Metric::closing_rate:
            return report::percent(report.rectification.closed);
        case Metric::on_time_rate:
            return report::percent(report.rectification.on_time);
    }
    return std::nullopt;
}

/// The figures of one plan's period, region by region.
class Actuals {
  public:
    Actuals(Session& session, const domain::Plan& plan) : session_(&session), plan_(&plan) {}

    std::optional<Decimal> of(const Target& target) {
        const auto metric = domain::known_metric(target.metric);
        if (!metric || plan_->period.first > session_->today()) {
            return std::nullopt;
        }
        const auto& region = target.region.code.empty() ? plan_->scope : target.region.code;
        auto found = reports_.find(region);
        if (found == reports_.end()) {
            const PeriodReportRequest request{
                .period = plan_->period, .units = {.below = region}, .chain = {}};
            found = reports_.emplace(region, report_period(*session_, request)).first;
        }
        return figure(found->second, *metric);
    }

  private:
    Session* session_;
    const domain::Plan* plan_;
    std::map<std::string, report::PeriodReport> reports_ = {};
};

/// The plan and those below it, each before its parts.
void each_below(Session& session,
                const store::PlanRow& row,
                std::size_t depth,
                const std::function<void(const store::PlanRow&, std::size_t)>& visit) {
    visit(row, depth);
    for (const auto& part : store::Plans{session.driver()}.parts_of(row.plan.id)) {
        each_below(session, part, depth + 1, visit);
    }
}

/// The values that the parts of one kind of period have for a figure.
using PartValues = std::map<domain::PeriodKind, std::vector<Decimal>>;

class Checking {
  public:
    explicit Checking(Session& session)
        : session_(&session), organisation_(store::Units{session.driver()}.organisation()) {}

    void check(const store::PlanRow& row) {
        ++found_.plans;
        const auto targets = contents_of(row.plan).targets;
        std::vector<std::pair<domain::PeriodKind, std::vector<Target>>> parts;
        for (const auto& part : store::Plans{session_->driver()}.parts_of(row.plan.id)) {
            parts.emplace_back(part.plan.period.kind, contents_of(part.plan).targets);
        }
        for (const auto& target : targets) {
            PartValues values;
            for (const auto& [kind, of_part] : parts) {
                for (const auto& each : of_part) {
                    if (domain::is_same_figure(each, target)) {
                        values[kind].push_back(each.value);
                    }
                }
            }
            check_parts(row, target, values);
            check_regions(row, target, targets);
        }
    }

    PlanCheck finish() { return std::move(found_); }

  private:
    /// Weeks do not fill months: those that lie in one come to no more than it.
    void check_parts(const store::PlanRow& row, const Target& target, const PartValues& values) {
        for (const auto& [kind, of_kind] : values) {
            const auto sum = domain::come_to(target, of_kind);
            const bool fits = kind != domain::PeriodKind::week
                                  ? sum == target.value
                                  : target.adds == domain::Adds::mean || sum <= target.value;
            if (!fits) {
                found_.misfits.push_back({row, target, kind, of_kind.size(), sum});
            }
        }
    }

    void check_regions(const store::PlanRow& row,
                       const Target& target,
                       const std::vector<Target>& targets) {
        if (target.adds != domain::Adds::sum || !target.region.code.empty()) {
            return;
        }
        std::vector<Decimal> values;
        for (const auto& each : of_outer_regions(organisation_, targets, target.metric)) {
            values.push_back(each.value);
        }
        const auto sum = values.empty() ? Decimal{} : domain::come_to(target, values);
        if (sum > target.value) {
            found_.misfits.push_back({row, target, std::nullopt, values.size(), sum});
        }
    }

    Session* session_;
    domain::Organisation organisation_;
    PlanCheck found_ = {};
};

}  // namespace

std::vector<PlanNode> plan_tree(Session& session, std::string_view plan) {
    auto nodes = reading(session, [&] {
        std::vector<PlanNode> found;
        const store::Units units{session.driver()};
        each_below(session,
                   find_plan(session, plan),
                   0,
                   [&](const store::PlanRow& row, std::size_t depth) {
                       auto& node = found.emplace_back(PlanNode{.row = row, .depth = depth});
                       for (auto& target : contents_of(row.plan).targets) {
                           const auto unit = units.find(target.region.code);
                           node.targets.push_back({.target = std::move(target),
                                                   .region_name = unit ? unit->unit.name : ""});
                       }
                   });
        return found;
    });
    for (auto& node : nodes) {
        Actuals actuals{session, node.row.plan};
        for (auto& standing : node.targets) {
            standing.actual = actuals.of(standing.target);
        }
    }
    return nodes;
}

PlanCheck check_plan(Session& session, std::string_view plan) {
    return reading(session, [&] {
        Checking checking{session};
        each_below(session,
                   find_plan(session, plan),
                   0,
                   [&](const store::PlanRow& row, std::size_t /*depth*/) { checking.check(row); });
        return checking.finish();
    });
}

}  // namespace dudao::workflow
