#include "commands/declare.hpp"
#include "commands/list_import.hpp"
#include "output/listing.hpp"
#include "report/wording.hpp"
#include "workflow/units.hpp"

namespace dudao::commands {

namespace {

struct ListOptions {
    std::optional<domain::Role> role;
    bool json = false;
};

std::string roles_in(const Catalogue& words, const std::vector<domain::Role>& roles) {
    std::string text;
    for (const auto role : roles) {
        text += text.empty() ? "" : words.text("list separator", ", ");
        text += report::shown(words, domain::roles, role);
    }
    return text;
}

void write(report::JsonWriter& json, const domain::Person& person) {
    json.begin_object().member("code", person.code).member("name", person.name);
    json.key("roles").begin_array();
    for (const auto role : person.roles) {
        json.value(domain::roles.word(role));
    }
    json.end_array();
    json.key("unit").text_or_null(person.unit);
    json.key("phone").text_or_null(person.phone);
    json.key("email").text_or_null(person.email).end_object();
}

ExitCode run_list(const ListOptions& options, Context& context) {
    const auto& words = context.words();
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    Listing listing{context,
                    options.json,
                    "people",
                    {{.title = text("Code")},
                     {.title = std::string{words.text("person", "Name")}, .least = 8},
                     {.title = text("Roles"), .least = 10, .rank = 1},
                     {.title = text("Unit"), .least = 8, .rank = 2},
                     {.title = text("Phone"), .rank = 3}}};
    auto opened = context.open(store::Need::reading);
    const auto people = workflow::list_people(opened.session, options.role);
    for (const auto& [key, person] : people) {
        if (listing.is_json()) {
            write(listing.json(), person);
            listing.end_row();
        } else {
            listing.add({person.code,
                         person.name,
                         roles_in(words, person.roles),
                         person.unit,
                         person.phone});
        }
    }
    return listing.finish(people.size(), false);
}

}  // namespace

void declare_people(Declaring& to) {
    const auto& words = to.words;
    declare_verb<ImportOptions>(
        to,
        "import",
        words.text("Import a list of people"),
        "  dudao people import people.csv --dry-run",
        [&](Command& verb, ImportOptions& options) { add_import_options(verb, options, words); },
        run_people_import);
    declare_verb<ListOptions>(
        to,
        "list",
        words.text("List people"),
        "  dudao people list --role supervisor",
        [&](Command& verb, ListOptions& options) {
            add_word(verb,
                     "--role",
                     options.role,
                     domain::roles,
                     std::string{words.text("Only people with this role")})
                ->type_name("ROLE");
            add_json(verb, options.json, words);
        },
        run_list);
}

}  // namespace dudao::commands
