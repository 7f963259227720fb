#include "workflow/import_people.hpp"

#include "base/text.hpp"
#include "workflow/transact.hpp"

#include <fmt/format.h>

#include <unordered_map>

namespace dudao::workflow {

namespace {

/// Imports the rows of one list.
class PeopleImport {
  public:
    PeopleImport(Session& session, store::Writing& writing, const ListSource& source)
        : reader_(source, exchange::person_headers(), {"code", "name"}), writer_(writing) {
        for (auto& row : store::People{session.driver()}.all()) {
            there_.emplace(row.person.code, row);
        }
    }

    ImportedList run() {
        while (reader_.next()) {
            take_row();
        }
        reader_.check();
        writer_.finish();
        imported_.list = std::move(reader_.summary());
        for (const auto& [column, header] : reader_.further()) {
            imported_.list.unused.push_back(header);
        }
        return std::move(imported_);
    }

  private:
    /// Puts what the row says into `person`; the first thing that is wrong with it.
    std::optional<std::pair<Error, std::string_view>> fill(domain::Person& person) const {
        const auto name = reader_.text("name");
        if (name.empty() || !is_line(name)) {
            return std::pair{Error{ErrorId::bad_name, {name}}, "name"};
        }
        person.name = name;
        if (reader_.has("roles")) {
            auto roles = domain::parse_roles(reader_.text("roles"));
            if (!roles) {
                return std::pair{roles.error(), "roles"};
            }
            person.roles = *std::move(roles);
        }
        for (const auto& [field, into] : {std::pair{"unit", &person.unit},
                                          std::pair{"phone", &person.phone},
                                          std::pair{"email", &person.email}}) {
            if (!reader_.has(field)) {
                continue;
            }
            if (!is_line(reader_.text(field))) {
                return std::pair{Error{ErrorId::bad_text, {reader_.text(field)}}, field};
            }
            *into = reader_.text(field);
        }
        return std::nullopt;
    }

    void take_row() {
        const auto code = domain::parse_code(reader_.text("code"));
        if (!code) {
            reader_.refuse(code.error(), "code");
            return;
        }
        const auto [seen, first] = lines_.try_emplace(*code, reader_.line());
        if (!first) {
            reader_.refuse({ErrorId::code_repeated, {*code, std::to_string(seen->second)}}, "code");
            return;
        }
        const auto found = there_.find(*code);
        auto person = found == there_.end() ? domain::Person{.code = *code, .name = {}}
                                            : found->second.person;
        if (const auto wrong = fill(person)) {
            reader_.refuse(wrong->first, wrong->second);
            return;
        }
        if (found == there_.end()) {
            writer_.add(person);
            ++imported_.added;
        } else if (person != found->second.person) {
            writer_.change(found->second.key, person);
            ++imported_.changed;
        } else {
            ++imported_.unchanged;
        }
    }

    ListReader reader_;
    store::PersonWriter writer_;
    std::unordered_map<std::string, store::PersonRow> there_;
    std::unordered_map<std::string, std::size_t> lines_;
    ImportedList imported_;
};

}  // namespace

ImportedList import_people(Session& session, const ListSource& source) {
    return transact(session, "people import", [&](store::Writing& writing) {
        session.who_may(domain::Permission::set_up);
        auto imported = PeopleImport{session, writing, source}.run();
        if (!source.dry_run) {
            writing.commit(fmt::format("{} added, {} changed", imported.added, imported.changed));
        }
        return imported;
    });
}

}  // namespace dudao::workflow
