// Whatever is written in whatever order, a store holds together: digests, chains, folds.
#include "store/events.hpp"
#include "store/people.hpp"
#include "store/plans.hpp"
#include "store/units.hpp"
#include "support/arbitrary.hpp"
#include "support/chain.hpp"
#include "support/check_store.hpp"
#include "support/print.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

#include <set>

namespace dudao::store {

using test::Chain;

namespace {

const std::vector<std::string> people{"zhang", "li", "wang", "wu"};

/// Writes by chance, through every repository.
class Writer {
  public:
    Writer(Chain& chain, std::uint64_t seed) : chain_(&chain), random_(seeded_random(seed)) {}

    void step() {
        switch (test::below(random_, 8)) {
            case 0:
                return add_unit();
            case 1:
                return change_unit();
            case 2:
                return write_person();
            case 3:
                return publish();
            case 4:
                return inspect();
            case 5:
                return plan();
            default:
                return raise_and_rectify();
        }
    }

  private:
    std::string next_code(char kind) { return kind + std::to_string(++codes_); }

    void add_unit() {
        auto writing = chain_->write("store import");
        UnitWriter writer{writing};
        for (auto n = test::between(random_, 1, 4); n > 0; --n) {
            auto unit = test::arbitrary_unit(random_, next_code('U'));
            unit.parent = test::pick(random_, {"", "EAST", "NORTH"});
            writer.add(unit, unit.parent.empty() ? 0 : chain_->unit_key(unit.parent));
        }
        writer.finish();
        writing.commit("units");
    }

    void change_unit() {
        const auto before = Units{chain_->driver()}.find(test::pick(random_, {"S02", "S03"}));
        auto unit = test::arbitrary_unit(random_, before->unit.code);
        unit.parent = test::pick(random_, {"EAST", "NORTH"});
        auto writing = chain_->write("store import");
        UnitWriter writer{writing};
        writer.change(*before, unit, chain_->unit_key(unit.parent), test::arbitrary_day(random_));
        writer.finish();
        writing.commit("a unit");
    }

    void write_person() {
        auto writing = chain_->write("people import");
        PersonWriter writer{writing};
        writer.change(chain_->person_key("wu"), test::arbitrary_person(random_, "wu"));
        writer.add(test::arbitrary_person(random_, next_code('P')));
        writer.finish();
        writing.commit("people");
    }

    void publish() {
        auto checklist = test::arbitrary_checklist(random_);
        checklist.code = next_code('L');
        auto writing = chain_->write("checklist publish");
        add_checklist(writing, checklist, {.source = "x", .at = test::morning, .by = "li"});
        writing.commit("a checklist");
    }

    void inspect() {
        const auto results = [&] {
            std::string marks;
            for (const auto* const allowed : {"PFN-W", "PMFN-", "PF-W."}) {
                marks += allowed[test::below(random_, 5)];
            }
            return marks;
        }();
        const auto id = chain_->add_inspection(
            test::pick(random_, {"S01", "S02"}), test::arbitrary_instant(random_), results);
        for (auto n = test::below(random_, 4); n > 0; --n) {
            auto event = test::arbitrary_event(random_,
                                               domain::SubjectKind::inspection,
                                               id.id,
                                               {domain::Verb::approved,
                                                domain::Verb::received,
                                                domain::Verb::returned,
                                                domain::Verb::voided},
                                               people);
            event.unit = "S01";
            chain_->happen(event);
        }
    }

    void plan() {
        auto plan = test::arbitrary_plan(random_);
        plan.checklist = "qsc";
        const auto id = chain_->add_plan(plan);
        std::vector<domain::Visit> visits;
        for (const auto* const unit : {"S01", "S02", "S03"}) {
            for (int number = 1; number <= plan.visits_per_unit; ++number) {
                const auto window = domain::visit_window(plan.period, number, plan.visits_per_unit);
                visits.push_back({.id = domain::visit_id(plan, unit, number),
                                  .plan = plan.id,
                                  .checklist = plan.checklist,
                                  .unit = unit,
                                  .from = window.from,
                                  .to = window.to,
                                  .number = number});
            }
        }
        chain_->add_visits(visits, id);
        for (const auto& event :
             test::arbitrary_plan_events(random_, plan, test::below(random_, 8), people)) {
            chain_->happen(event);
        }
    }

    void raise_and_rectify() {
        auto issue = test::arbitrary_issue(random_, test::pick(random_, {"S01", "S02", "S03"}));
        issue.raised_by = "zhang";
        chain_->add_issue(issue);
        for (const auto& event :
             test::arbitrary_issue_events(random_, issue, test::below(random_, 10), people)) {
            chain_->happen(event);
        }
    }

    Chain* chain_;
    Random random_;
    int codes_ = 0;
};

}  // namespace

TEST_SUITE("store/random_writes") {
    TEST_CASE("after random writes every digest, chain and fold is what the journal says") {
        for (std::uint64_t seed = 1; seed <= 3; ++seed) {
            CAPTURE(seed);
            Chain chain;
            Writer writer{chain, seed};
            for (int n = 0; n < 25; ++n) {
                writer.step();
            }
            test::check_store(chain.driver());
        }
    }

    TEST_CASE("a writing that failed on its way leaves no trace") {
        Chain chain;
        const auto before = journal(chain.driver());
        Writer writer{chain, 7};
        CHECK_THROWS(([&] {
            auto writing = chain.write();
            PersonWriter people_writer{writing};
            people_writer.add(test::a_person("new"));
            people_writer.add(test::a_person("zhang"));  // is there already
            people_writer.finish();
            writing.commit("never");
        }()));
        CHECK((journal(chain.driver()) == before));
        writer.step();
        test::check_store(chain.driver());
    }
}

}  // namespace dudao::store
