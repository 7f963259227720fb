#include "workflow/report_month.hpp"

#include "domain/compare.hpp"
#include "exchange/details.hpp"
#include "report/month_builder.hpp"
#include "store/checklists.hpp"
#include "store/events.hpp"
#include "store/inspections.hpp"
#include "store/issues.hpp"
#include "store/plans.hpp"
#include "store/units.hpp"
#include "workflow/lookup.hpp"
#include "workflow/transact.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace dudao::workflow {

namespace {

constexpr int trend_months = 13;

/// A checklist that visits of the month were made with.
struct InUse {
    std::unique_ptr<domain::Checklist> checklist;
    std::unique_ptr<domain::ScoreSheet> sheet;
    bool needs_details = false;
};

/// Gathers the facts of one month.
class Gathering {
  public:
    Gathering(Session& session, const MonthReportRequest& request)
        : session_(&session),
          request_(&request),
          driver_(&session.driver()),
          organisation_(store::Units{session.driver()}.organisation()),
          below_(request.below.empty() ? 0 : find_unit(session, request.below).key),
          last_day_(std::min(request.month.last, session.today())) {}

    report::MonthReport run() {
        make_builder();
        add_visits();
        add_planned();
        add_trend();
        add_issues();
        std::vector<report::MonthBuilder::Ranked> best;
        std::vector<report::MonthBuilder::Ranked> worst;
        auto report = builder_->finish(request_->language, best, worst);
        report.made_at = session_->now();
        report.timezone = session_->zone().name();
        report.chain = request_->chain;
        report.scope = below_ == 0 ? "" : organisation_.path(below_);
        name(best, report.best);
        name(worst, report.worst);
        add_overdue(report);
        return report;
    }

  private:
    /// The key of the region that a unit counts to: the child of the scope above it; 0 for none.
    std::int64_t region_of(std::int64_t parent) const {
        constexpr int deepest = 64;  // two stores that were merged may have made a circle
        std::int64_t last = 0;
        int depth = 0;
        for (const auto* node = organisation_.find(parent); node != nullptr && depth < deepest;
             node = organisation_.find(node->parent), ++depth) {
            if (node->key == below_) {
                return last;
            }
            last = node->key;
        }
        return below_ == 0 ? last : 0;
    }

    bool in_scope(std::int64_t key, std::int64_t parent) const {
        return below_ == 0 || key == below_ || organisation_.is_below(parent, below_);
    }

    void make_builder() {
        std::vector<report::RegionFact> regions;
        std::vector<const domain::Organisation::Node*> nodes;
        for (const auto& node : organisation_.nodes()) {
            if (node.parent == below_ && node.kind != domain::UnitKind::department) {
                nodes.push_back(&node);
            }
        }
        std::sort(nodes.begin(), nodes.end(), [](const auto* a, const auto* b) {
            return a->code < b->code;
        });
        for (const auto* node : nodes) {
            region_index_[node->key] = regions.size();
            regions.push_back({node->code, node->name});
        }
        builder_.emplace(request_->month, session_->today(), std::move(regions));
        add_units();
    }

    void add_units() {
        const store::Units units{*driver_};
        const auto past = units.affiliations_on(last_day_);
        units.scan([&](const store::UnitScan& row) {
            auto parent = row.parent;
            auto status = row.status;
            const auto was = past.find(row.key);
            if (was != past.end()) {
                const auto* node = organisation_.find(was->second.parent);
                parent = node == nullptr ? 0 : node->key;
                status = was->second.status;
            }
            if (!in_scope(row.key, parent)) {
                return;
            }
            const auto region = region_index_.find(region_of(parent));
            builder_->add_unit(
                {.key = row.key,
                 .code = std::string{row.code},
                 .region = region == region_index_.end() ? report::no_region : region->second,
                 .is_open_shop =
                     row.kind == domain::UnitKind::store && status == domain::UnitStatus::open});
        });
    }

    const InUse& in_use(std::int64_t key) {
        auto& use = checklists_[key];
        if (!use.checklist) {
            use.checklist = std::make_unique<domain::Checklist>(
                store::Checklists{*driver_}.load(key).checklist);
            use.sheet = std::make_unique<domain::ScoreSheet>(*use.checklist);
            const auto& items = use.sheet->items();
            use.needs_details = std::any_of(items.begin(), items.end(), [](const auto& placed) {
                return domain::needs_value(*placed.item);
            });
            builder_->add_checklist(key, *use.sheet);
        }
        return use;
    }

    void add_visits() {
        const InUse* use = nullptr;
        std::int64_t last = 0;
        store::Inspections{*driver_}.scan(
            request_->month.first, request_->month.last, [&](const store::InspectionScan& row) {
                if (use == nullptr || row.checklist != last) {
                    use = &in_use(row.checklist);
                    last = row.checklist;
                }
                report::VisitFact fact{.unit = row.unit,
                                       .checklist = row.checklist,
                                       .day = row.day,
                                       .verdict = row.verdict,
                                       .score = row.score,
                                       .max_score = row.max_score,
                                       .percentage = row.percentage,
                                       .grade = row.grade,
                                       .results = row.results,
                                       .planned = row.visit != 0};
                domain::Answers answers;
                if (use->needs_details) {
                    answers.results = row.results;
                    answers.details = exchange::parse_details(use->sheet->items(), row.details)
                                          .or_throw(Errc::integrity);
                    fact.answers = &answers;
                }
                builder_->add_visit(fact);
            });
    }

    void add_planned() {
        store::Plans{*driver_}.scan_visits(
            request_->month.first, request_->month.last, [&](const store::VisitScan& row) {
                builder_->add_planned(
                    row.unit,
                    domain::standing(row.to, row.cancelled, row.done_on, session_->today()));
            });
    }

    void add_trend() {
        const auto first = domain::months_later(request_->month, 1 - trend_months).first;
        const store::Inspections inspections{*driver_};
        std::vector<store::ScoreGroup> groups;
        if (below_ == 0) {
            groups = inspections.groups(first, request_->month.last);
        } else {
            std::unordered_set<std::int64_t> units;
            store::Units{*driver_}.scan([&](const store::UnitScan& row) {
                if (builder_->has_unit(row.key)) {
                    units.insert(row.key);
                }
            });
            groups = inspections.groups(first, request_->month.last, units);
        }
        break_trend(groups);
        for (const auto& group : groups) {
            builder_->add_trend({.day = group.day,
                                 .verdict = group.verdict,
                                 .grade = group.grade,
                                 .visits = group.visits,
                                 .scored = group.scored,
                                 .percentages = group.percentages});
        }
    }

    /// Finds the months from which on a checklist is used in a version whose scores cannot be
    /// compared with those of the version before.
    void break_trend(const std::vector<store::ScoreGroup>& groups) {
        std::map<Day, std::set<std::int64_t>> used;  // by the first day of the month
        for (const auto& group : groups) {
            used[domain::month_of(group.day).first].insert(group.checklist);
        }
        std::map<std::string, std::set<std::int64_t>> before;  // versions by their code
        for (const auto& [first, checklists] : used) {
            std::map<std::string, std::set<std::int64_t>> now;
            for (const auto checklist : checklists) {
                now[code_of(checklist)].insert(checklist);
            }
            for (auto& [code, versions] : now) {
                const auto known = before.find(code);
                if (known != before.end() && !are_comparable(known->second, versions)) {
                    builder_->break_trend(first);
                }
                before[code] = std::move(versions);
            }
        }
    }

    const std::string& code_of(std::int64_t checklist) { return version(checklist).code; }

    /// A checklist of the trend; each is loaded once, and hardly any has more than a version.
    const domain::Checklist& version(std::int64_t checklist) {
        const auto found = versions_.find(checklist);
        if (found != versions_.end()) {
            return found->second;
        }
        return versions_.emplace(checklist, store::Checklists{*driver_}.load(checklist).checklist)
            .first->second;
    }

    bool are_comparable(const std::set<std::int64_t>& before, const std::set<std::int64_t>& after) {
        for (const auto one : before) {
            for (const auto other : after) {
                const bool differ = one != other && domain::effect_of(domain::compare(
                                                        version(one), version(other))) ==
                                                        domain::ChangeEffect::score;
                if (differ) {
                    return false;
                }
            }
        }
        return true;
    }

    void add_issues() {
        const store::Issues issues{*driver_};
        const auto categories = issues.categories();
        const auto fact = [&](const store::IssueScan& row) {
            return report::IssueFact{.unit = row.unit,
                                     .category = categories.at(row.category),
                                     .urgency = row.urgency,
                                     .course = row.course};
        };
        issues.scan(request_->month.first, request_->month.last, [&](const auto& row) {
            builder_->add_raised(fact(row));
        });
        issues.scan_open([&](const auto& row) { builder_->add_open(fact(row)); });
        store::Events{*driver_}.on_days(domain::Verb::accepted,
                                        request_->month.first,
                                        request_->month.last,
                                        [&](std::int64_t unit) { builder_->add_closed(unit); });
    }

    void name(const std::vector<report::MonthBuilder::Ranked>& ranked,
              std::vector<report::UnitLine>& into) const {
        for (const auto& each : ranked) {
            auto line = each.line;
            if (const auto row = store::Units{*driver_}.find(each.key)) {
                line.name = row->unit.name;
                line.region = organisation_.path(row->parent);
            }
            into.push_back(std::move(line));
        }
    }

    void add_overdue(report::MonthReport& report) const {
        const store::IssueFilter filter{.due_before = session_->today()};
        const store::People people{*driver_};
        store::Issues{*driver_}.each(filter, below_, [&](const store::IssueRow& row) {
            if (report.overdue.size() == request_->overdue) {
                return false;
            }
            const auto owner = people.find(row.state.owner);
            const auto due = row.state.due.value_or(Day{});
            report.overdue.push_back({.id = row.issue.id,
                                      .unit = row.issue.unit,
                                      .unit_name = row.unit_name,
                                      .text = text_of(row),
                                      .category = row.issue.category,
                                      .urgency = row.issue.urgency,
                                      .status = row.state.status,
                                      .owner = owner ? owner->person.name : "",
                                      .due = due,
                                      .days = (session_->today() - due).count()});
            return true;
        });
    }

    /// What is wrong, in the report's language where the checklist has it.
    std::string text_of(const store::IssueRow& row) const {
        if (!row.issue.text.empty()) {
            return row.issue.text;
        }
        const auto use = checklists_.find(row.checklist);
        if (use == checklists_.end()) {
            return row.item_text;
        }
        const auto& item = *use->second.sheet->items().at(row.issue.position).item;
        return std::string{item.text.in(request_->language)};
    }

    std::map<std::int64_t, domain::Checklist> versions_ = {};  ///< of the trend, by key
    Session* session_;
    const MonthReportRequest* request_;
    store::Driver* driver_;
    domain::Organisation organisation_;
    std::int64_t below_;
    Day last_day_;
    std::optional<report::MonthBuilder> builder_;
    std::unordered_map<std::int64_t, std::size_t> region_index_;
    std::map<std::int64_t, InUse> checklists_;
};

}  // namespace

report::MonthReport report_month(Session& session, const MonthReportRequest& request) {
    return reading(session, [&] { return Gathering{session, request}.run(); });
}

}  // namespace dudao::workflow
