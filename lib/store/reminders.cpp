#include "store/reminders.hpp"

#include "domain/event.hpp"
#include "store/cells.hpp"

namespace dudao::store {

namespace {

constexpr std::string_view of_sql = "SELECT id FROM reminder WHERE issue = $1";
constexpr std::string_view last_step_sql =
    "SELECT max(day) FROM event WHERE subject = $1 AND verb <> $2 AND applied = 1";

}  // namespace

void ReminderWriter::add(const Reminder& reminder) {
    auto& row = reminders_.row()
                    .plain(cell(reminders_.new_key()))
                    .plain(cell(reminders_.writing().entry()))
                    .covered(id_cell(reminder.id))
                    .covered(id_cell(reminder.issue));
    refer(row, reminder.unit);
    row.covered(must_text_cell(reminder.recipient))
        .covered(must_text_cell(reminder.level))
        .covered(cell(reminder.anchor))
        .covered(cell(reminder.at));
    reminders_.insert(row);
}

std::unordered_set<Ulid> Reminders::of(const Ulid& issue) const {
    std::unordered_set<Ulid> ids;
    Statement row{*driver_, of_sql};
    row.bind(id_cell(issue));
    while (row.step()) {
        ids.insert(row.id(0));
    }
    return ids;
}

std::optional<Day> Reminders::last_step(const Ulid& issue) const {
    Statement row{*driver_, last_step_sql};
    row.bind(id_cell(issue)).bind(enum_cell(domain::Verb::escalated));
    return row.step() ? row.day_if(0) : std::nullopt;
}

}  // namespace dudao::store
