#include "workflow/remind.hpp"

#include "store/events.hpp"
#include "store/reminders.hpp"
#include "store/units.hpp"
#include "workflow/lookup.hpp"
#include "workflow/transact.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

namespace dudao::workflow {

namespace {

using domain::EscalationRule;
using domain::Told;

/// Finds who is to be told.
class Recipients {
  public:
    explicit Recipients(Session& session)
        : units_(session.driver()), organisation_(units_.organisation()) {
        for (auto& row : store::People{session.driver()}.all()) {
            names_.emplace(row.person.code, row.person.name);
            if (domain::has_role(row.person, domain::Role::manager)) {
                managers_.push_back(std::move(row.person));
            }
        }
    }

    std::set<std::string> of(const EscalationRule& rule, const store::IssueRow& issue) {
        std::set<std::string> codes{rule.people.begin(), rule.people.end()};
        for (const auto told : rule.tell) {
            add(told, issue, codes);
        }
        codes.erase("");
        return codes;
    }

    std::string name(const std::string& code) const {
        const auto found = names_.find(code);
        return found == names_.end() ? std::string{} : found->second;
    }

    const domain::Unit& unit(const std::string& code) { return row(code).unit; }

  private:
    const store::UnitRow& row(const std::string& code) {
        const auto [found, is_new] = known_.try_emplace(code);
        if (is_new) {
            found->second = units_.find(code).value_or(store::UnitRow{});
        }
        return found->second;
    }

    void add(Told told, const store::IssueRow& issue, std::set<std::string>& codes) {
        switch (told) {
            case Told::owner:
                codes.insert(issue.state.owner.empty() ? unit(issue.issue.unit).head
                                                       : issue.state.owner);
                break;
            case Told::head:
                codes.insert(unit(issue.issue.unit).head);
                break;
            case Told::supervisor:
                codes.insert(unit(issue.issue.unit).supervisor);
                break;
            case Told::department:
                codes.insert(issue.state.record.department.empty()
                                 ? unit(issue.issue.unit).head
                                 : unit(issue.state.record.department).head);
                break;
            case Told::manager:
                add_managers(issue, codes);
                break;
        }
    }

    void add_managers(const store::IssueRow& issue, std::set<std::string>& codes) {
        const auto parent = row(issue.issue.unit).parent;
        for (const auto& manager : managers_) {
            const auto* own = organisation_.find(manager.unit);
            if (own == nullptr || own->key == issue.unit ||
                organisation_.is_below(parent, own->key)) {
                codes.insert(manager.code);
            }
        }
    }

    store::Units units_;
    domain::Organisation organisation_;
    std::unordered_map<std::string, std::string> names_;
    std::vector<domain::Person> managers_;
    std::unordered_map<std::string, store::UnitRow> known_;
};

/// Goes through the issues that are open, and gathers what is new.
class Gathering {
  public:
    Gathering(Session& session, const RemindRequest& request)
        : session_(&session),
          request_(&request),
          today_(session.today()),
          recipients_(session),
          reminders_(session.driver()) {}

    void run() {
        std::vector<store::IssueRow> open;
        store::Issues{session_->driver()}.each({}, 0, [&](const store::IssueRow& row) {
            if (may_hold(row)) {
                open.push_back(row);
            }
            return true;
        });
        add_closed(open);
        for (auto& row : open) {
            look_at(row);
        }
    }

    void run(store::IssueRow row) { look_at(row); }

    Reminding take() {
        Reminding reminding{.escalated = std::move(escalated_)};
        for (auto& [recipient, lines] : lines_) {
            reminding.digests.push_back({recipient, recipients_.name(recipient), std::move(lines)});
        }
        return reminding;
    }

    void write(store::Writing& writing) {
        store::EventWriter events{writing};
        for (const auto& [event, unit] : events_) {
            events.add(event, {unit, event.unit});
        }
        events.finish();
        for (const auto& escalation : escalated_) {
            const auto& row = escalation.issue;
            store::Issues{session_->driver()}.keep(row.issue.id, row.state);
        }
        store::ReminderWriter reminders{writing};
        for (auto& [id, reminder] : fresh_) {
            reminder.unit.code = codes_.at(id);
            reminders.add(reminder);
        }
        reminders.finish();
    }

    bool found_any() const noexcept { return !fresh_.empty() || !escalated_.empty(); }
    std::size_t told() const noexcept { return fresh_.size(); }

  private:
    /// Complaints that are closed: the customer may still have to be called back.
    void add_closed(std::vector<store::IssueRow>& rows) {
        const bool asks = std::any_of(
            request_->rules.begin(), request_->rules.end(), [](const EscalationRule& rule) {
                return rule.kind == domain::ReminderKind::call_back_late;
            });
        if (!asks) {
            return;
        }
        const store::IssueFilter filter{.status = domain::IssueStatus::accepted, .served = true};
        store::Issues{session_->driver()}.each(filter, 0, [&](const store::IssueRow& row) {
            if (late(row, domain::ServiceStep::call_back)) {
                rows.push_back(row);
            }
            return true;
        });
    }

    std::optional<Day> late(const store::IssueRow& row, domain::ServiceStep step) const {
        const auto since = domain::late_since(request_->service, row.state, step, session_->now());
        return since ? std::optional{session_->zone().day_of(*since)} : std::nullopt;
    }

    domain::IssueAge age_of(const store::IssueRow& row) const {
        const bool is_open = domain::is_open(row.state.status);
        const auto raised_on = is_open ? std::optional{row.issue.raised_on} : std::nullopt;
        return {.urgency = row.state.urgency,
                .due = is_open ? row.state.due : std::nullopt,
                .last_step = raised_on,
                .source = row.issue.source,
                .raised_on = raised_on,
                .response_late = late(row, domain::ServiceStep::respond),
                .solution_late = late(row, domain::ServiceStep::solve),
                .call_back_late = late(row, domain::ServiceStep::call_back)};
    }

    /// Whether any rule can hold, had nothing been done about the issue.
    bool may_hold(const store::IssueRow& row) const {
        return std::any_of(request_->rules.begin(), request_->rules.end(), [&](const auto& rule) {
            return domain::holds_since(rule, age_of(row), today_).has_value();
        });
    }

    void look_at(store::IssueRow& row) {
        auto age = age_of(row);
        if (domain::is_open(row.state.status)) {
            const auto step = reminders_.last_step(row.issue.id);
            age.last_step = step ? step : age.last_step;
        }
        const auto known = reminders_.of(row.issue.id);
        const auto before = row.state.urgency;
        std::map<std::string, ReminderLine> told;
        for (const auto& rule : request_->rules) {
            const auto since = domain::holds_since(rule, age, today_);
            if (!since) {
                continue;
            }
            tell(rule, *since, row, known, told);
            escalate(rule, *since, row);
        }
        for (auto& [recipient, line] : told) {
            line.issue = row;
            lines_[recipient].push_back(std::move(line));
        }
        if (row.state.urgency != before) {
            escalated_.push_back({row, before});
        }
    }

    void tell(const EscalationRule& rule,
              Day since,
              const store::IssueRow& row,
              const std::unordered_set<Ulid>& known,
              std::map<std::string, ReminderLine>& told) {
        const auto level = domain::level_of(rule);
        for (const auto& recipient : recipients_.of(rule, row)) {
            const auto id = domain::reminder_id(row.issue.id, recipient, level, since);
            const bool is_meant = request_->to.empty() || request_->to == recipient;
            if (!is_meant || known.contains(id)) {
                continue;
            }
            fresh_.insert_or_assign(id,
                                    store::Reminder{.id = id,
                                                    .issue = row.issue.id,
                                                    .unit = {row.unit, {}},
                                                    .recipient = recipient,
                                                    .level = level,
                                                    .anchor = since,
                                                    .at = session_->now()});
            codes_.emplace(id, row.issue.unit);
            auto& line = told[recipient];
            if (line.days == 0 || rule.kind >= line.kind) {
                line.kind = rule.kind;
                line.days = std::abs((today_ - since).count());
            }
        }
    }

    /// Raises the urgency once for a rule and the day that it counts from.
    void escalate(const EscalationRule& rule, Day since, store::IssueRow& row) {
        if (rule.raise_urgency == 0 || !request_->to.empty()) {
            return;
        }
        const auto level = domain::level_of(rule);
        const auto urgency = domain::raised_by(row.state.urgency, rule.raise_urgency);
        if (urgency == row.state.urgency) {
            return;
        }
        const auto events = store::Events{session_->driver()}.of(row.issue.id);
        const bool was = std::any_of(events.begin(), events.end(), [&](const auto& each) {
            return each.event.verb == domain::Verb::escalated && each.event.note == level &&
                   each.event.due == since;
        });
        if (was) {
            return;
        }
        auto event = session_->event(domain::SubjectKind::issue,
                                     row.issue.id,
                                     domain::Verb::escalated,
                                     row.issue.unit,
                                     recipients_.unit(row.issue.unit).zone);
        event.note = level;
        event.due = since;
        event.number = static_cast<int>(urgency);
        row.state = domain::after(row.state, event).or_throw();
        events_.emplace_back(std::move(event), row.unit);
    }

    Session* session_;
    const RemindRequest* request_;
    Day today_;
    Recipients recipients_;
    store::Reminders reminders_;
    std::map<Ulid, store::Reminder> fresh_;  ///< in the order of their ids
    std::map<Ulid, std::string> codes_;      ///< of the units of those
    std::map<std::string, std::vector<ReminderLine>> lines_;
    std::vector<std::pair<domain::Event, std::int64_t>> events_;
    std::vector<Escalation> escalated_;
};

}  // namespace

Reminding remind(Session& session, const RemindRequest& request) {
    if (request.dry_run) {
        return reading(session, [&] {
            if (!request.to.empty()) {
                check_person(session, request.to);
            }
            Gathering gathering{session, request};
            gathering.run();
            return gathering.take();
        });
    }
    return transact(session, "issue remind", [&](store::Writing& writing) {
        session.who_may(domain::Permission::judge);
        if (!request.to.empty()) {
            check_person(session, request.to);
        }
        Gathering gathering{session, request};
        gathering.run();
        if (gathering.found_any()) {
            gathering.write(writing);
            writing.commit(fmt::format("{} reminders", gathering.told()));
        }
        return gathering.take();
    });
}

Reminding tell_at_once(Session& session,
                       const store::IssueRow& issue,
                       const std::vector<EscalationRule>& rules) {
    RemindRequest request;
    std::copy_if(rules.begin(),
                 rules.end(),
                 std::back_inserter(request.rules),
                 [](const EscalationRule& rule) {
                     return rule.kind == domain::ReminderKind::raised && rule.days == 0;
                 });
    if (request.rules.empty()) {
        return {};
    }
    return transact(session, "issue raise", [&](store::Writing& writing) {
        session.who_may(domain::Permission::raise);
        Gathering gathering{session, request};
        gathering.run(issue);
        if (gathering.found_any()) {
            gathering.write(writing);
            writing.commit(fmt::format("{} reminders", gathering.told()));
        }
        return gathering.take();
    });
}

}  // namespace dudao::workflow
