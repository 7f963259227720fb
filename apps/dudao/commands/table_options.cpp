#include "commands/table_options.hpp"

#include "base/error_id.hpp"
#include "options.hpp"

#include <utility>

namespace dudao::commands {

namespace {

/// The value of --header-row: a number from 1 on. Errors: usage_bad_value.
Result<std::size_t> parse_row(const std::string& text) {
    constexpr std::size_t longest = 9;
    const bool is_number = !text.empty() && text.size() <= longest && text.front() != '0' &&
                           text.find_first_not_of("0123456789") == std::string::npos;
    if (!is_number) {
        return Error{ErrorId::usage_bad_value, {text, "--header-row"}};
    }
    return std::stoul(text);
}

/// The values of --column. Errors (thrown): those of field_and_text().
std::vector<exchange::HeaderChoice> choices_of(const std::vector<std::string>& columns) {
    std::vector<exchange::HeaderChoice> choices;
    for (const auto& column : columns) {
        auto [field, header] = field_and_text(column, "--column");
        choices.push_back({std::move(field), std::move(header)});
    }
    return choices;
}

}  // namespace

void add_table_options(Command& verb,
                       TableOptions& options,
                       std::string help,
                       const Catalogue& words) {
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    verb.add_option("FILE", options.file, std::move(help))->required();
    verb.add_option("--sheet",
                    options.sheet,
                    text("Sheet of a workbook, when not the first: name or number"))
        ->type_name("SHEET");
    add_parsed(verb,
               "--header-row",
               options.header_row,
               parse_row,
               text("Row of the column names, when not the first"))
        ->type_name("ROW");
    add_parsed(verb,
               "--encoding",
               options.encoding,
               exchange::parse_encoding,
               text("Read the file as utf-8, gb18030, big5, utf-16le or utf-16be"))
        ->type_name("NAME");
    verb.add_option(
            "--column", options.columns, text("Take a field from the column with this header"))
        ->type_name("FIELD=HEADER")
        ->repeated();
}

exchange::Input open_input(const Context& context, const std::string& file) {
    return file == "-" ? exchange::Input::from_descriptor(context.env().input, "-")
                       : exchange::Input::open(from(context.workspace(), file)).or_throw();
}

workflow::ListSource source_of(const TableOptions& options, exchange::Input& input) {
    return {.input = &input,
            .sheet = options.sheet,
            .header_row = options.header_row.value_or(1),
            .encoding = options.encoding,
            .choices = choices_of(options.columns)};
}

}  // namespace dudao::commands
