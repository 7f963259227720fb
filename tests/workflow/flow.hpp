#pragma once

#include "base/error_id.hpp"
#include "domain/policy.hpp"
#include "support/fresh_store.hpp"
#include "workflow/checklists.hpp"
#include "workflow/generate_visits.hpp"
#include "workflow/import_answers.hpp"
#include "workflow/import_people.hpp"
#include "workflow/plan.hpp"
#include "workflow/rectify.hpp"
#include "workflow/session.hpp"

#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::test {

/// Text in the place of a file that is imported.
class ListFile {
  public:
    explicit ListFile(std::string text)
        : stream_(std::move(text)), input_(exchange::Input::from_stream(stream_, "list")) {}

    exchange::Input& input() noexcept { return input_; }

  private:
    std::istringstream stream_;
    exchange::Input input_;
};

/// How a list is imported.
struct Importing {
    std::string actor = "admin";
    bool keep_going = false;
    bool dry_run = false;
    std::optional<Day> as_of = {};
    std::vector<exchange::HeaderChoice> choices = {};
    std::string reason = {};  ///< why recorded visits are corrected
    /// Takes each file whose name ends with .jpg, as if its name were its content.
    workflow::TakeFile take_file = [](const std::string& file) {
        return file.ends_with(".jpg") ? Result<Digest>{sha256(file)}
                                      : Error{ErrorId::no_such_file, {file}};
    };
};

/// A store of its own and those who work with it. Its end is a check_store() and a verify() that
/// must find nothing, unless the test says that it breaks the store on purpose.
class Flow {
  public:
    /// Begun on 1 October 2026 by admin, who is the only one in it.
    Flow();

    /// A store that nothing was written to, on another device.
    struct Empty {
        std::string device;
    };
    explicit Flow(Empty empty);
    Flow(const Flow&) = delete;
    Flow& operator=(const Flow&) = delete;
    ~Flow();

    store::Driver& driver() const noexcept { return *driver_; }
    const FreshStore& place() const noexcept { return place_; }
    domain::Policy& policy() noexcept { return policy_; }

    /// What happens next happens then.
    void set(Instant now) noexcept { now_ = now; }

    /// One command of this person, a second after the one before.
    workflow::Session as(std::string actor = "admin");

    workflow::ImportedList units(const std::string& list, const Importing& how = {});
    workflow::ImportedList people(const std::string& list, const Importing& how = {});

    /// CSV, or JSON Lines where the text begins with a brace.
    workflow::ImportedAnswers answers(const std::string& text,
                                      const std::string& checklist = "qsc",
                                      const Importing& how = {.actor = "zhang"});
    workflow::Published publish(std::string_view yaml, const std::string& actor = "admin");

    /// A plan to visit every shop in `period`, approved and published.
    store::PlanRow plan(std::string_view period, int visits_per_unit = 1);

    /// An integer that plain SQL gives.
    std::int64_t number(std::string_view sql) const;

    /// The texts of the first column that plain SQL gives.
    std::vector<std::string> texts(std::string_view sql) const;

    /// The store is left broken: no check at the end.
    void leave_unchecked() noexcept { checked_ = false; }

  private:
    FreshStore place_;
    std::unique_ptr<store::Driver> driver_;
    domain::Policy policy_;
    std::string device_ = "device-a";
    std::uint64_t seed_ = 1;
    Millis now_;
    bool checked_ = true;
};

/// people_list, shop_list and qsc_yaml in one store, at the end of October 2026.
void open_chain(Flow& flow);

/// zhang and zhao (supervisors), li and ma (managers), wu (approver), wang (head of S01), chen
/// (head of S02).
extern const std::string people_list;

/// S01, S02 in 上海 with zhang; S03 (open) and S04 (suspended) in 四川 / 成都, and S05 in 新疆 with
/// a zone two hours behind, all with zhao.
extern const std::string shop_list;

/// Checklist qsc@1, two sections of weight 60 and 40. Q1: pass or fail, 5 points, raises an urgent
/// issue for 品控部 in 2 days. Q2: 3 points, 1 for partial; medium. Q3: 0 to 5 ℃, 4 points. Q4: a
/// scale to 5, not required. Q5: good, fair or poor; raises no issue.
extern const std::string qsc_yaml;

/// Everything that a store holds, a text a row, sorted: equal for equal contents.
std::vector<std::string> contents(store::Driver& driver);

/// The errors' ids that `step` throws; none when it throws nothing.
template <class Step>
std::vector<Error> errors_of(const Step& step) {
    try {
        step();
    } catch (const Failure& failure) {
        return failure.errors();
    }
    return {};
}

}  // namespace dudao::test
