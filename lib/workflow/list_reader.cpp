#include "workflow/list_reader.hpp"

#include "base/text.hpp"

namespace dudao::workflow {

namespace {

/// How often the progress is told.
constexpr std::int64_t rows_per_report = 4096;

}  // namespace

ListReader::ListReader(const ListSource& source,
                       const exchange::HeaderDictionary& dictionary,
                       const std::vector<std::string>& required)
    : source_(&source) {
    auto& input = *source.input;
    input.rewind();
    summary_.encoding =
        source.encoding ? *source.encoding : exchange::detect_encoding(input).or_throw();
    decoder_ = std::make_unique<exchange::Decoder>(input, summary_.encoding);
    reader_ = std::make_unique<exchange::CsvReader>(*decoder_, source.delimiter);
    read_header(dictionary, required);
}

ListReader::~ListReader() = default;

void ListReader::read_header(const exchange::HeaderDictionary& dictionary,
                             const std::vector<std::string>& required) {
    if (reader_->next() != exchange::Step::row) {
        throw Failure{reader_->error()};
    }
    summary_.delimiter = reader_->delimiter();
    std::vector<Place> places;
    for (std::size_t at = 0; at < reader_->fields().size(); ++at) {
        headers_.emplace_back(reader_->fields()[at]);
        places.push_back(reader_->place(at));
    }
    const std::vector<std::string_view> views{headers_.begin(), headers_.end()};
    match_ = exchange::match_headers(views, places, dictionary, source_->choices);
    auto errors = match_.errors;
    for (const auto& field : required) {
        const auto found = match_.required(field, dictionary);
        if (!found) {
            errors.push_back(found.error());
        }
    }
    if (!errors.empty()) {
        throw Failure{std::move(errors)};
    }
    for (const auto column : match_.unknown) {
        further_.push_back({column, std::string{trimmed(headers_[column])}});
    }
}

bool ListReader::next(const std::function<void()>& unreadable) {
    for (;;) {
        const auto step = reader_->next();
        if (step == exchange::Step::end) {
            source_->progress(source_->input->position());
            return false;
        }
        if (step == exchange::Step::stopped) {
            auto errors = summary_.errors;
            errors.push_back(reader_->error());
            throw Failure{std::move(errors)};
        }
        if (++summary_.rows % rows_per_report == 0) {
            source_->progress(source_->input->position());
        }
        if (step == exchange::Step::row) {
            return true;
        }
        record(reader_->error());
        unreadable();
    }
}

bool ListReader::has(std::string_view field) const {
    return match_.column(field).has_value();
}

std::string_view ListReader::text(std::string_view field) const {
    const auto found = match_.column(field);
    return found ? trimmed(cell(*found)) : std::string_view{};
}

std::optional<std::size_t> ListReader::column(std::string_view field) const {
    return match_.column(field);
}

Place ListReader::place(std::string_view field) const {
    const auto found = match_.column(field);
    return found ? reader_->place(*found) : Place{source_->input->name(), line(), 0};
}

Place ListReader::place(std::size_t column) const {
    return reader_->place(column);
}

void ListReader::refuse(Error error, std::string_view field) {
    if (error.place == Place{}) {
        error.place = place(field);
    }
    record(error);
}

void ListReader::record(const Error& error) {
    ++summary_.rejected;
    if (error.id != ErrorId::visit_refused) {
        ++listed_;
        if (summary_.errors.size() < most_errors) {
            summary_.errors.push_back(error);
        }
    }
    if (!source_->keep_going) {
        return;
    }
    if (!rejects_) {
        const std::vector<std::string_view> views{headers_.begin(), headers_.end()};
        rejects_ = std::make_unique<exchange::RejectWriter>(
            summary_.rejects, views, exchange::CsvStyle{.delimiter = summary_.delimiter});
    }
    rejects_->add(reader_->fields(), error, source_->words(error));
}

void ListReader::check() const {
    if (source_->keep_going || summary_.rejected == 0) {
        return;
    }
    auto errors = summary_.errors;
    if (listed_ > errors.size()) {
        errors.push_back({ErrorId::more_errors, {std::to_string(listed_ - errors.size())}});
    }
    throw Failure{std::move(errors)};
}

}  // namespace dudao::workflow
