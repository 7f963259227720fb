#include "exchange/json_rows.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"
#include "exchange/csv.hpp"
#include "exchange/json_events.hpp"

#include <utility>

namespace dudao::exchange {

namespace {

constexpr std::string_view nested_key = "attributes";
constexpr std::string_view list_separator = ";";

struct Cell {
    std::string key;
    std::string text = {};
    std::size_t at = 0;  ///< of the key, in bytes
};

/// Takes one object apart into its cells.
class CellBuilder final : public JsonEvents {
  public:
    std::vector<Cell>& cells() noexcept { return cells_; }

    /// What is wrong; its place's column is an offset in bytes.
    const std::optional<Error>& error() const noexcept { return error_; }

    bool begin_object() override {
        const bool fits = depth_ == Depth::outside || (depth_ == Depth::object && is_nested_key());
        if (!fits) {
            return refuse_type();
        }
        if (depth_ == Depth::object) {
            cells_.pop_back();
        }
        depth_ = depth_ == Depth::outside ? Depth::object : Depth::nested;
        return true;
    }

    bool end_object() override {
        depth_ = depth_ == Depth::nested ? Depth::object : Depth::outside;
        return true;
    }

    bool key(std::string& name, std::size_t at) override {
        at_ = at;
        if (!is_text(name)) {
            return refuse(ErrorId::json_bad_text, {term_safe(name)});
        }
        cells_.push_back({std::move(name), {}, at});
        return true;
    }

    bool begin_list() override {
        if (depth_ == Depth::outside || in_list_) {
            return refuse_type();
        }
        in_list_ = true;
        return true;
    }

    bool end_list() override {
        in_list_ = false;
        return true;
    }

    bool text(std::string& value) override {
        return depth_ == Depth::outside || is_text(value)
                   ? take(value)
                   : refuse(ErrorId::json_bad_text, {cells_.back().key});
    }

    bool number(std::string_view value) override { return take(value); }
    bool flag(bool value) override { return take(value ? "true" : "false"); }
    bool null() override { return take({}); }

  private:
    enum class Depth : std::uint8_t { outside, object, nested };

    bool is_nested_key() const { return !in_list_ && cells_.back().key == nested_key; }

    bool take(std::string_view value) {
        if (depth_ == Depth::outside) {
            return refuse_type();
        }
        auto& cell = cells_.back().text;
        cell += in_list_ && !cell.empty() ? list_separator : std::string_view{};
        cell += value;
        return true;
    }

    bool refuse(ErrorId id, std::vector<Arg> args) {
        error_ = Error{id, std::move(args), {.column = at_}};
        return false;
    }

    bool refuse_type() {
        if (depth_ == Depth::outside) {
            return refuse(ErrorId::json_not_object, {});
        }
        return refuse(ErrorId::json_wrong_type, {cells_.back().key, Arg("text", "kind of JSON")});
    }

    std::vector<Cell> cells_ = {};
    Depth depth_ = Depth::outside;
    bool in_list_ = false;
    std::size_t at_ = 0;
    std::optional<Error> error_ = {};
};

/// The cells of an object, or what is wrong with it; its column is an offset in bytes.
Result<std::vector<Cell>> cells_of(std::string_view object) {
    CellBuilder builder;
    if (const auto trouble = parse_json(object, builder)) {
        return Error{ErrorId::json_syntax, {}, {.column = *trouble}};
    }
    if (const auto& error = builder.error()) {
        return *error;
    }
    return std::move(builder.cells());
}

}  // namespace

Place JsonRows::place(std::size_t field) const {
    if (in_header_) {
        return field < key_places_.size() ? key_places_[field] : objects_->place(0);
    }
    const bool known = field < offsets_.size() && offsets_[field] != std::string::npos;
    return objects_->place(known ? offsets_[field] : 0);
}

Step JsonRows::next() {
    in_header_ = objects_ == nullptr;
    return in_header_ ? read_header() : read_row();
}

void JsonRows::take_keys() {
    const auto cells = cells_of(objects_->text());
    if (!cells) {
        return;  // refused when its row is read
    }
    for (const auto& cell : *cells) {
        if (columns_.try_emplace(cell.key, keys_.size()).second) {
            keys_.push_back(cell.key);
            key_places_.push_back(objects_->place(cell.at));
        }
    }
}

Step JsonRows::read_header() {
    input_->rewind();
    text_ = std::make_unique<Decoder>(*input_, encoding_);
    objects_ = std::make_unique<JsonObjects>(*text_);
    bool any = false;
    auto step = objects_->next();
    for (; step == Step::row; step = objects_->next()) {
        any = true;
        take_keys();
        if (keys_.size() > most_columns) {
            error_ = Error{
                ErrorId::csv_too_many_columns, {std::to_string(most_columns)}, key_places_.back()};
            return Step::stopped;
        }
    }
    if (step == Step::stopped || !any) {
        error_ = any || step == Step::stopped ? objects_->error()
                                              : Error{ErrorId::csv_empty, {}, {input_->name()}};
        return Step::stopped;
    }
    line_ = key_places_.empty() ? 1 : key_places_.front().line;
    fields_.assign(keys_.begin(), keys_.end());
    input_->rewind();
    text_ = std::make_unique<Decoder>(*input_, encoding_);
    objects_ = std::make_unique<JsonObjects>(*text_);
    return Step::row;
}

Step JsonRows::read_row() {
    const auto step = objects_->next();
    if (step != Step::row) {
        if (step == Step::stopped) {
            error_ = objects_->error();
        }
        return step;
    }
    line_ = objects_->line();
    cells_.assign(keys_.size(), {});
    offsets_.assign(keys_.size(), std::string::npos);
    auto error = take_object();
    fields_.assign(cells_.begin(), cells_.end());
    if (error) {
        error->place = objects_->place(error->place.column);
        error_ = std::move(error);
        return Step::refused;
    }
    return Step::row;
}

/// Puts the object's cells into their columns; what is wrong with it.
std::optional<Error> JsonRows::take_object() {
    auto cells = cells_of(objects_->text());
    if (!cells) {
        return cells.error();
    }
    for (auto& cell : *std::move(cells)) {
        const auto column = columns_.find(cell.key)->second;
        if (offsets_[column] != std::string::npos) {
            return Error{ErrorId::json_repeated_key, {cell.key}, {.column = cell.at}};
        }
        offsets_[column] = cell.at;
        cells_[column] = std::move(cell.text);
    }
    return std::nullopt;
}

}  // namespace dudao::exchange
