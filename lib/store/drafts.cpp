#include "store/drafts.hpp"

#include "store/cells.hpp"

namespace dudao::store {

namespace {

constexpr std::string_view select_sql =
    "SELECT id, unit, checklist, at, inspector, kind, position, shift, manager_on_duty, area, "
    "team, profile, device FROM draft ";
constexpr std::string_view insert_sql =
    "INSERT INTO draft (id, unit, checklist, at, inspector, kind, position, shift, "
    "manager_on_duty, area, team, profile, device) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
constexpr std::string_view move_sql = "UPDATE draft SET position = $2 WHERE id = $1";
constexpr std::string_view answers_sql =
    "SELECT position, mark, detail, author, at, seconds FROM draft_answer WHERE draft = $1 "
    "ORDER BY position";
constexpr std::string_view put_sql =
    "INSERT INTO draft_answer (draft, position, mark, detail, author, at, seconds) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (draft, position) DO UPDATE SET "
    "mark = excluded.mark, detail = excluded.detail, author = excluded.author, "
    "at = excluded.at, seconds = excluded.seconds";
constexpr std::string_view clear_sql =
    "DELETE FROM draft_answer WHERE draft = $1 AND position = $2";
constexpr std::string_view remove_answers_sql = "DELETE FROM draft_answer WHERE draft = $1";
constexpr std::string_view remove_sql = "DELETE FROM draft WHERE id = $1";

Draft row_to_draft(const Statement& row) {
    return {.id = row.id(0),
            .unit = row.text(1),
            .checklist = row.integer(2),
            .at = row.instant(3),
            .inspector = row.text(4),
            .kind = domain::visit_kinds.from_number(row.integer(5)).or_throw(),
            .position = static_cast<std::size_t>(row.integer(6)),
            .shift = row.text(7),
            .manager_on_duty = row.text(8),
            .area = row.text(9),
            .team = row.text(10),
            .profile = row.text(11),
            .device = row.text(12)};
}

std::optional<Draft> one(Statement& query) {
    return query.step() ? std::optional{row_to_draft(query)} : std::nullopt;
}

std::int64_t number(std::size_t position) {
    return static_cast<std::int64_t>(position);
}

}  // namespace

std::vector<Draft> Drafts::all() const {
    std::vector<Draft> drafts;
    Statement query{*driver_, std::string{select_sql} + "ORDER BY id"};
    while (query.step()) {
        drafts.push_back(row_to_draft(query));
    }
    return drafts;
}

std::optional<Draft> Drafts::find(const Ulid& id) const {
    Statement query{*driver_, std::string{select_sql} + "WHERE id = $1"};
    return one(query.bind(id_cell(id)));
}

std::optional<Draft> Drafts::find(std::string_view unit,
                                  std::int64_t checklist,
                                  std::string_view inspector) const {
    Statement query{
        *driver_,
        std::string{select_sql} + "WHERE unit = $1 AND checklist = $2 AND inspector = $3"};
    return one(query.bind(unit).bind(checklist).bind(inspector));
}

std::map<std::size_t, DraftAnswer> Drafts::answers(const Ulid& draft) const {
    std::map<std::size_t, DraftAnswer> answers;
    Statement row{*driver_, answers_sql};
    row.bind(id_cell(draft));
    while (row.step()) {
        const auto mark = row.text(1);
        answers[static_cast<std::size_t>(row.integer(0))] = {
            .mark = mark.empty() ? domain::mark::not_checked : mark.front(),
            .detail = row.text(2),
            .author = row.text(3),
            .at = row.instant(4),
            .seconds = static_cast<int>(row.integer(5))};
    }
    return answers;
}

void Drafts::add(const Draft& draft) const {
    Statement{*driver_, insert_sql}
        .bind(id_cell(draft.id))
        .bind(draft.unit)
        .bind(draft.checklist)
        .bind(cell(draft.at))
        .bind(draft.inspector)
        .bind(enum_cell(draft.kind))
        .bind(number(draft.position))
        .bind(text_cell(draft.shift))
        .bind(text_cell(draft.manager_on_duty))
        .bind(text_cell(draft.area))
        .bind(text_cell(draft.team))
        .bind(text_cell(draft.profile))
        .bind(draft.device)
        .run();
}

void Drafts::move_to(const Ulid& draft, std::size_t position) const {
    Statement{*driver_, move_sql}.bind(id_cell(draft)).bind(number(position)).run();
}

void Drafts::put(const Ulid& draft, std::size_t position, const DraftAnswer& answer) const {
    Statement{*driver_, put_sql}
        .bind(id_cell(draft))
        .bind(number(position))
        .bind(std::string_view{&answer.mark, 1})
        .bind(text_cell(answer.detail))
        .bind(answer.author)
        .bind(cell(answer.at))
        .bind(std::int64_t{answer.seconds})
        .run();
}

void Drafts::clear(const Ulid& draft, std::size_t position) const {
    Statement{*driver_, clear_sql}.bind(id_cell(draft)).bind(number(position)).run();
}

void Drafts::remove(const Ulid& draft) const {
    Statement{*driver_, remove_answers_sql}.bind(id_cell(draft)).run();
    Statement{*driver_, remove_sql}.bind(id_cell(draft)).run();
}

}  // namespace dudao::store
