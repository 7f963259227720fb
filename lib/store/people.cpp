#include "store/people.hpp"

#include "store/cells.hpp"

namespace dudao::store {

namespace {

constexpr std::string_view select_one_sql =
    "SELECT key, code, name, roles, unit, phone, email FROM person WHERE code = $1";
constexpr std::string_view select_of_unit_sql =
    "SELECT key, code, name, roles, unit, phone, email FROM person WHERE unit = $1 ORDER BY code";
constexpr std::string_view select_all_sql =
    "SELECT key, code, name, roles, unit, phone, email FROM person ORDER BY code";

PersonRow row_to_person(const Statement& row) {
    return {.key = row.integer(0),
            .person = {.code = row.text(1),
                       .name = row.text(2),
                       .roles = domain::parse_roles(row.view(3)).or_throw(Errc::integrity),
                       .unit = row.text(4),
                       .phone = row.text(5),
                       .email = row.text(6)}};
}

}  // namespace

std::optional<PersonRow> People::find(std::string_view code) const {
    Statement query{*driver_, select_one_sql};
    return query.bind(code).step() ? std::optional{row_to_person(query)} : std::nullopt;
}

std::vector<PersonRow> People::of_unit(std::string_view unit) const {
    std::vector<PersonRow> people;
    Statement query{*driver_, select_of_unit_sql};
    query.bind(unit);
    while (query.step()) {
        people.push_back(row_to_person(query));
    }
    return people;
}

std::vector<PersonRow> People::all() const {
    std::vector<PersonRow> people;
    Statement query{*driver_, select_all_sql};
    while (query.step()) {
        people.push_back(row_to_person(query));
    }
    return people;
}

PersonWriter::PersonWriter(Writing& writing) : people_(writing, "person") {}

Row& PersonWriter::row_of(const domain::Person& person, std::int64_t key) {
    roles_ = domain::to_text(person.roles);
    return people_.row()
        .plain(cell(key))
        .plain(cell(people_.writing().entry()))
        .covered(must_text_cell(person.code))
        .covered(must_text_cell(person.name))
        .covered(text_cell(roles_))
        .covered(text_cell(person.unit))
        .covered(text_cell(person.phone))
        .covered(text_cell(person.email))
        .seal(must_text_cell(people_.writing().entry_name()));
}

std::int64_t PersonWriter::add(const domain::Person& person) {
    const auto key = people_.new_key();
    people_.insert(row_of(person, key));
    return key;
}

void PersonWriter::change(std::int64_t key, const domain::Person& person) {
    people_.update(row_of(person, key));
}

}  // namespace dudao::store
