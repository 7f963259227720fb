#include "workflow/edit_issues.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"
#include "workflow/issue_events.hpp"
#include "workflow/lookup.hpp"
#include "workflow/reach.hpp"
#include "workflow/transact.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace dudao::workflow {

namespace {

using domain::IssueField;
using domain::Permission;
using domain::Verb;

bool changes_course(const IssueEdit& edit) {
    return edit.department || !edit.owner.empty() || edit.changes.contains(IssueField::category) ||
           edit.changes.contains(IssueField::urgency);
}

bool says_nothing(const IssueEdit& edit) {
    return edit.changes.empty() && !edit.department && edit.owner.empty() &&
           edit.add_labels.empty() && edit.remove_labels.empty();
}

/// Errors (thrown): bad_text, usage_bad_value for a label with a comma or none.
void check_labels(const std::vector<std::string>& labels) {
    constexpr std::size_t longest = 60;
    for (const auto& label : labels) {
        if (trimmed(label).empty() || !is_line(label) || label.size() > longest ||
            label.find(',') != std::string::npos) {
            throw Failure{Error{ErrorId::usage_bad_value, {label, "--add-label"}}};
        }
    }
}

/// Tries an edit on issues, one by one.
class Editing {
  public:
    Editing(Session& session, const EditRequest& request)
        : session_(&session), request_(&request), steps_(session) {
        check();
    }

    /// Errors (thrown): those of the one issue that is named.
    void edit(store::IssueRow row) {
        const auto before = row;
        row.state = steps_.state_of(row);
        const auto refusal = change(row);
        if (!refusal) {
            edited_.changed.push_back(std::move(row));
        } else if (request_->issues.size() == 1) {
            throw Failure{*refusal};
        } else {
            edited_.left_alone.push_back({before, *refusal});
        }
    }

    void write(store::Writing& writing) {
        if (const auto found = request_->edit.changes.find(IssueField::category);
            found != request_->edit.changes.end()) {
            store::add_category(writing, found->second);
        }
        steps_.write(writing);
        writing.commit(fmt::format("{} issues", edited_.changed.size()));
    }

    /// Errors (thrown): count_differs.
    void check_count() const {
        const auto count = edited_.changed.size();
        if (request_->expected && *request_->expected != count) {
            throw Failure{Error{ErrorId::count_differs,
                                {std::to_string(*request_->expected), std::to_string(count)}}};
        }
    }

    EditedIssues& result() noexcept { return edited_; }

  private:
    void check() {
        const auto& edit = request_->edit;
        if (says_nothing(edit)) {
            throw Failure{Error{ErrorId::nothing_to_edit}};
        }
        permission_ = changes_course(edit) ? Permission::judge : Permission::rectify;
        person_ = session_->who_may(permission_);
        check_changes(*session_, edit.changes, request_->causes);
        check_labels(edit.add_labels);
        if (edit.department && edit.reason.empty()) {
            throw Failure{Error{ErrorId::reason_missing,
                                {Arg{domain::verbs.word(Verb::reassigned), domain::verbs.kind}}}};
        }
        if (edit.department && !edit.department->empty()) {
            find_unit(*session_, *edit.department);
        }
        if (!edit.owner.empty()) {
            check_person(*session_, edit.owner);
        }
    }

    /// Takes all steps that the edit needs, or none. Errors: the rule that refuses.
    std::optional<Error> change(store::IssueRow& row) {
        if (const auto error = beyond_reach(row)) {
            return error;
        }
        IssueEvents tried{*session_};
        auto trial = row;
        std::vector<domain::Event> events = events_for(row);
        std::optional<Error> unchanged;
        std::vector<domain::Event> fitting;
        for (auto& event : events) {
            const auto error = tried.take(trial, event);
            if (!error) {
                fitting.push_back(std::move(event));
            } else if (error->id == ErrorId::nothing_changed ||
                       error->id == ErrorId::responsible_already) {
                unchanged = error;
            } else {
                return error;
            }
        }
        if (fitting.empty()) {
            return unchanged.value_or(Error{ErrorId::nothing_changed});
        }
        for (auto& event : fitting) {
            if (auto error = steps_.take(row, std::move(event))) {
                return error;
            }
        }
        return std::nullopt;
    }

    std::optional<Error> beyond_reach(const store::IssueRow& row) {
        try {
            check_reach(*session_,
                        person_,
                        permission_,
                        {.unit = row.issue.unit,
                         .department = row.state.record.department,
                         .owner = row.state.owner});
        } catch (const Failure& failure) {
            if (failure.error().id != ErrorId::not_your_unit) {
                throw;
            }
            return failure.error();
        }
        return std::nullopt;
    }

    std::vector<domain::Event> events_for(const store::IssueRow& row) {
        const auto& edit = request_->edit;
        std::vector<domain::Event> events;
        auto amended = steps_.event(row, Verb::amended);
        amended.changes = edit.changes;
        if (!edit.add_labels.empty() || !edit.remove_labels.empty()) {
            amended.changes[IssueField::labels] = labels_for(row);
        }
        amended.note = edit.reason;
        if (!amended.changes.empty()) {
            events.push_back(std::move(amended));
        }
        if (edit.department) {
            auto moved = steps_.event(row, Verb::reassigned);
            moved.changes[IssueField::department] = *edit.department;
            moved.note = edit.reason;
            events.push_back(std::move(moved));
        }
        if (!edit.owner.empty() && edit.owner != row.state.owner) {
            auto assigned = steps_.event(row, Verb::assigned);
            assigned.person = edit.owner;
            assigned.note = edit.reason;
            events.push_back(std::move(assigned));
        }
        return events;
    }

    std::string labels_for(const store::IssueRow& row) const {
        const auto& edit = request_->edit;
        auto labels = row.state.record.labels;
        for (const auto& label : edit.add_labels) {
            labels.emplace_back(trimmed(label));
        }
        std::erase_if(labels, [&](const std::string& label) {
            return std::find(edit.remove_labels.begin(), edit.remove_labels.end(), label) !=
                   edit.remove_labels.end();
        });
        return joined(labels, ",");
    }

    Session* session_;
    const EditRequest* request_;
    IssueEvents steps_;
    Permission permission_ = Permission::judge;
    store::PersonRow person_;
    EditedIssues edited_;
};

std::vector<store::IssueRow> rows_of(Session& session, const EditRequest& request) {
    std::vector<store::IssueRow> rows;
    if (request.issues.empty()) {
        each_issue(
            session, request.which, [&](const store::IssueRow& row) { rows.push_back(row); });
        return rows;
    }
    rows.reserve(request.issues.size());
    for (const auto& tail : request.issues) {
        auto row = find_issue(session, tail);
        const bool is_new = std::none_of(rows.begin(), rows.end(), [&](const auto& each) {
            return each.issue.id == row.issue.id;
        });
        if (is_new) {
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

}  // namespace

EditedIssues edit_issues(Session& session, const EditRequest& request) {
    if (request.dry_run) {
        return reading(session, [&] {
            Editing editing{session, request};
            for (auto& row : rows_of(session, request)) {
                editing.edit(std::move(row));
            }
            return std::move(editing.result());
        });
    }
    return transact(session, "issue edit", [&](store::Writing& writing) {
        Editing editing{session, request};
        for (auto& row : rows_of(session, request)) {
            editing.edit(std::move(row));
        }
        editing.check_count();
        if (!editing.result().changed.empty()) {
            editing.write(writing);
        }
        return std::move(editing.result());
    });
}

}  // namespace dudao::workflow
