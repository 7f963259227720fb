#include "commands/import.hpp"

#include "base/file.hpp"
#include "base/text.hpp"
#include "errors.hpp"
#include "yaml/list_mapping.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace dudao::commands {

namespace {

constexpr std::size_t most_yaml = 1U << 20U;

/// The mapping file that --map names. Errors (thrown): every mistake in it.
domain::ListMapping read_map(const ImportOptions& options, const Context& context) {
    if (options.map.empty()) {
        return {};
    }
    const auto path = from(context.workspace(), options.map);
    auto read = yaml::read_mapping(read_file(path, most_yaml).or_throw(), path.string());
    if (!read.mapping) {
        throw Failure{std::move(read.errors)};
    }
    return *std::move(read.mapping);
}

/// Where a workspace has its own names for columns; empty without a workspace.
std::filesystem::path own_headers_file(const Context& context) {
    const auto& root = context.workspace().root;
    return root ? *root / "headers.yaml" : std::filesystem::path{};
}

/// What headers.yaml in the workspace says. Errors (thrown): every mistake in it.
domain::OwnHeaders read_own_headers(const Context& context) {
    const auto path = own_headers_file(context);
    std::error_code ignored;
    if (path.empty() || !std::filesystem::exists(path, ignored)) {
        return {};
    }
    auto read = yaml::read_headers(read_file(path, most_yaml).or_throw(), path.string());
    if (!read.headers) {
        throw Failure{std::move(read.errors)};
    }
    return *std::move(read.headers);
}

}  // namespace

Import::Import(const ImportOptions& options,
               Context& context,
               domain::HeaderNames domain::OwnHeaders::*kind)
    : options_(&options),
      context_(&context),
      mapping_(read_map(options, context)),
      headers_(read_own_headers(context).*kind),
      input_(open_input(context, options.table.file)),
      progress_(context, input_.size()),
      clock_(context.clock()),
      begun_(clock_()) {}

workflow::ListSource Import::source() {
    auto source = source_of(options_->table, input_);
    source.format = options_->format;
    source.delimiter = options_->delimiter;
    source.mapping = mapping_;
    source.headers = headers_;
    source.headers_file = own_headers_file(*context_).string();
    source.dry_run = options_->dry_run;
    source.keep_going = options_->keep_going;
    if (!options_->map.empty()) {
        source.mapping_file = from(context_->workspace(), options_->map).string();
    }
    if (source.sheet.empty()) {
        source.sheet = mapping_.sheet;
    }
    if (!options_->table.header_row) {
        source.header_row = std::max<std::size_t>(mapping_.header_row, 1);
    }
    source.words = [this](const Error& error) { return message_of(error, context_->words()); };
    source.progress = [this](std::uint64_t bytes) { progress_.show(bytes); };
    return source;
}

void Import::note_reading(const workflow::ListSummary& list) const {
    for (const auto& warning : list.warnings) {
        print_warning(context_->err(), warning, context_->words(), context_->screen());
    }
    if (list.sheets > 1) {
        context_->note(context_->words().text("read sheet {0} of {1}"), list.sheet, list.sheets);
    }
    if (!options_->table.sheet.empty() && list.format != exchange::TableFormat::xlsx) {
        context_->note(context_->words().text("this is no workbook: --sheet was left aside"));
    }
    if (list.encoding != exchange::Encoding::utf8) {
        context_->note(context_->words().text("read as {}"),
                       exchange::encodings.word(list.encoding));
    }
    if (!list.unused.empty()) {
        context_->note(context_->words().text("columns that were not used: {}"),
                       joined(list.unused, ", "));
    }
}

ExitCode Import::finish(const workflow::ListSummary& list) {
    progress_.clear();
    const auto& words = context_->words();
    if (!options_->save_map.empty()) {
        write_atomically(from(context_->workspace(), options_->save_map),
                         yaml::mapping_text(list.mapping));
    }
    print_errors(context_->err(), list.errors, words, context_->screen());
    if (list.rejected == 0) {
        return ExitCode::ok;
    }
    if (!options_->dry_run) {
        const auto name = options_->rejects.empty()
                              ? (options_->table.file == "-" ? "stdin" : options_->table.file) +
                                    ".rejects" + rejects_suffix_
                              : options_->rejects;
        write_atomically(from(context_->workspace(), name), list.rejects);
        context_->note(words.text("rejected rows are in {}"), name);
    }
    return ExitCode::partial;
}

void Import::write(report::JsonWriter& json, const workflow::ListSummary& list) const {
    json.member("rows", list.rows);
    json.member("rejected", list.rejected);
    json.member("format", exchange::table_formats.word(list.format));
    json.key("sheet").text_or_null(list.sheet);
    json.key("encoding");
    if (list.format == exchange::TableFormat::xlsx) {
        json.null();
    } else {
        json.value(exchange::encodings.word(list.encoding));
    }
    json.key("delimiter");
    if (list.format == exchange::TableFormat::csv) {
        json.value(std::string_view{&list.delimiter, 1});
    } else {
        json.null();
    }
    json.member("dry_run", options_->dry_run);
    constexpr std::int64_t second = 1000;
    const auto ms = std::int64_t{(clock_() - begun_).count()};  // with --now none
    json.key("seconds").raw(fmt::format("{}.{:03}", ms / second, ms % second));
    json.key("rows_per_second");
    ms == 0 ? json.null() : json.value(list.rows * second / ms);
    json.key("unused_columns").begin_array();
    for (const auto& header : list.unused) {
        json.value(header);
    }
    json.end_array();
}

}  // namespace dudao::commands
