#include "commands/checklist_file.hpp"

#include "base/error_id.hpp"
#include "base/file.hpp"
#include "workflow/checklists.hpp"
#include "yaml/checklist.hpp"

#include <filesystem>
#include <system_error>
#include <utility>

namespace dudao::commands {

LoadedChecklist load_checklist(Context& context, const std::string& reference) {
    if (!reference.ends_with(".yaml") && !reference.ends_with(".yml")) {
        auto opened = context.open(store::Need::reading);
        auto shown = workflow::show_checklist(opened.session, reference);
        return {std::move(shown.checklist), std::move(shown.source)};
    }
    auto source = read_file(from(context.workspace(), reference), largest_checklist).or_throw();
    auto reading = yaml::read_checklist(source, reference);
    if (!reading.checklist) {
        throw Failure{std::move(reading.errors)};
    }
    return {*std::move(reading.checklist), std::move(source)};
}

void write_new(const Context& context, const std::string& output, std::string_view yaml) {
    const auto path = from(context.workspace(), output);
    if (std::filesystem::exists(path)) {
        throw Failure{Error{ErrorId::file_unwritable,
                            {output, std::make_error_code(std::errc::file_exists).message()}}};
    }
    write_atomically(path, yaml);
}

}  // namespace dudao::commands
