#include "report/diff.hpp"

#include "base/error_id.hpp"
#include "report/flat_report.hpp"

#include <set>

namespace dudao::report {

namespace {

/// Gathers what differs, a line that one report lacks as one.
class Changes {
  public:
    Changes(const FlatReport& before, const FlatReport& after) : before_(&before), after_(&after) {
        for (const auto& figure : before.order()) {
            if (before[figure] != after[figure]) {
                add(figure, before.line_of(figure));
            }
        }
        for (const auto& figure : after.order()) {
            if (before[figure].empty()) {
                add(figure, after.line_of(figure));
            }
        }
    }

    std::vector<FigureChange>&& take() && { return std::move(changes_); }

  private:
    void add(const std::string& figure, const std::string& line) {
        const auto old = before_->line(line);
        const auto now = after_->line(line);
        if (old.empty() == now.empty()) {
            changes_.push_back({figure, (*before_)[figure], (*after_)[figure]});
        } else if (told_.insert(line).second) {
            changes_.push_back({line, old, now});
        }
    }

    const FlatReport* before_;
    const FlatReport* after_;
    std::set<std::string> told_ = {};
    std::vector<FigureChange> changes_ = {};
};

}  // namespace

Result<std::vector<FigureChange>> changes_between(std::string_view before, std::string_view after) {
    const auto old = FlatReport::parse(before);
    const auto now = FlatReport::parse(after);
    if (!old || !now) {
        return Error{ErrorId::bad_report, {old ? "after" : "before"}};
    }
    return Changes{*old, *now}.take();
}

}  // namespace dudao::report
