#include "workflow/import_people.hpp"

#include "base/error_id.hpp"
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
    /// Puts what the row says into `person`. False when something is wrong with it, here or before.
    bool fill(domain::Person& person) {
        const auto name = reader_.text("name");
        if (name.empty() || !is_line(name)) {
            wrong_.push_back({{ErrorId::bad_name, {name}}, "name"});
        }
        person.name = name;
        if (reader_.has("roles")) {
            auto roles = domain::parse_roles(reader_.text("roles"));
            if (roles) {
                person.roles = *std::move(roles);
            } else {
                wrong_.push_back({roles.error(), "roles"});
            }
        }
        for (const auto& [field, into] : {std::pair{"unit", &person.unit},
                                          std::pair{"phone", &person.phone},
                                          std::pair{"email", &person.email}}) {
            if (!reader_.has(field)) {
                continue;
            }
            *into = reader_.text(field);
            if (!is_line(*into)) {
                wrong_.push_back({{ErrorId::bad_text, {*into}}, field});
            }
        }
        return wrong_.empty();
    }

    void take_row() {
        wrong_.clear();
        const auto code = take_code();
        const auto found = there_.find(code);
        auto person =
            found == there_.end() ? domain::Person{.code = code, .name = {}} : found->second.person;
        if (!fill(person)) {
            reader_.refuse(wrong_);
        } else if (found == there_.end()) {
            writer_.add(person);
            ++imported_.added;
        } else if (person != found->second.person) {
            writer_.change(found->second.key, person);
            ++imported_.changed;
        } else {
            ++imported_.unchanged;
        }
    }

    /// The code of the row; "" when it is not one.
    std::string take_code() {
        auto code = domain::parse_code(reader_.text("code"));
        if (!code) {
            wrong_.push_back({code.error(), "code"});
            return {};
        }
        const auto [seen, first] = lines_.try_emplace(*code, reader_.line());
        if (!first) {
            const auto line = std::to_string(seen->second);
            wrong_.push_back({{ErrorId::code_repeated, {*code, line}}, "code"});
        }
        return *std::move(code);
    }

    ListReader reader_;
    store::PersonWriter writer_;
    std::unordered_map<std::string, store::PersonRow> there_;
    std::unordered_map<std::string, std::size_t> lines_;
    std::vector<FieldError> wrong_;  ///< with the row
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
