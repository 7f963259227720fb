#include "commands/visit_file.hpp"

#include "base/text.hpp"
#include "commands/import.hpp"
#include "exchange/input.hpp"
#include "workflow/record_visit.hpp"

#include <filesystem>

namespace dudao::commands {

namespace {

constexpr std::size_t largest_visit = 1U << 20U;

bool is_list(const std::string& file) {
    const auto suffix = ascii_lower(std::filesystem::path{file}.extension().string());
    return suffix == ".csv" || suffix == ".tsv" || suffix == ".xlsx";
}

}  // namespace

yaml::VisitFile read_visit_file(Context& context, const std::string& file) {
    auto input = open_input(context, file);
    if (is_list(file)) {
        yaml::VisitFile visit;
        visit.answers = workflow::read_answers({.input = &input});
        return visit;
    }
    auto reading = yaml::read_visit(read_all(input, largest_visit), file);
    if (!reading.errors.empty()) {
        throw Failure{std::move(reading.errors)};
    }
    return std::move(reading.visit);
}

}  // namespace dudao::commands
