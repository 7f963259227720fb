#include "domain/task.hpp"

#include "base/error_id.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

namespace dudao::domain {

using test::an_event;
using test::error_of;
using test::november_fifth;

TEST_SUITE("domain/task") {
    TEST_CASE("an open task is done or dropped, once") {
        const auto done = after(TaskState{}, an_event(Verb::done, "wang"));
        REQUIRE(done.has_value());
        CHECK(done->status == TaskStatus::done);
        CHECK(done->closed_on == november_fifth);
        CHECK(done->closed_by == "wang");
        CHECK(error_of(after(*done, an_event(Verb::dropped))) == ErrorId::task_settled);
        CHECK(after(TaskState{}, an_event(Verb::dropped))->status == TaskStatus::dropped);
    }

    TEST_CASE("to drop a task needs a reason, and no other step is for tasks") {
        auto event = an_event(Verb::dropped);
        event.note.clear();
        CHECK(error_of(after(TaskState{}, event)) == ErrorId::reason_missing);
        for (const auto& [verb, word] : verbs.words) {
            const bool is_ours = verb == Verb::done || verb == Verb::dropped;
            const auto& told_word = word;
            CAPTURE(told_word);
            CHECK(after(TaskState{}, an_event(verb)).has_value() == is_ours);
        }
    }

    TEST_CASE("of two devices that close a task the first counts") {
        auto first = an_event(Verb::done);
        first.id = test::id_of(7);
        auto second = an_event(Verb::dropped);
        second.id = test::id_of(8);
        const auto folded = fold_task({first, second});
        CHECK(folded.state.status == TaskStatus::done);
        CHECK(folded.conflicts == std::vector{second.id});
    }

    TEST_CASE("a task is overdue from the day after the last one, while it is open") {
        const Task task{.due = november_fifth};
        CHECK_FALSE(is_overdue(task, {}, november_fifth));
        CHECK(is_overdue(task, {}, november_fifth + std::chrono::days{1}));
        CHECK_FALSE(
            is_overdue(task, {.status = TaskStatus::done}, november_fifth + std::chrono::days{1}));
        CHECK_FALSE(is_overdue({}, {}, november_fifth));
    }

    TEST_CASE("a step of a playbook is the same task of an issue everywhere, and no other") {
        const auto id = playbook_task_id(test::id_of(1), "complaint", 1, test::morning);
        CHECK(id == playbook_task_id(test::id_of(1), "complaint", 1, test::morning));
        CHECK(id != playbook_task_id(test::id_of(1), "complaint", 2, test::morning));
        CHECK(id != playbook_task_id(test::id_of(2), "complaint", 1, test::morning));
    }
}

}  // namespace dudao::domain
