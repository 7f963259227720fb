#include "store/statement.hpp"

namespace dudao::store {

Cell cell(std::int64_t value) noexcept {
    return {ColumnType::integer, value, {}};
}

Cell cell(Day day) noexcept {
    return cell(std::int64_t{day.time_since_epoch().count()});
}

Cell cell(Instant instant) noexcept {
    return cell(std::int64_t{instant.time_since_epoch().count()});
}

Cell flag_cell(bool flag) noexcept {
    return cell(std::int64_t{flag ? 1 : 0});
}

Cell text_cell(std::string_view text) noexcept {
    return text.empty() ? Cell{} : must_text_cell(text);
}

Cell must_text_cell(std::string_view text) noexcept {
    return {ColumnType::text, 0, text};
}

Cell bytes_cell(std::string_view bytes) noexcept {
    return {ColumnType::bytes, 0, bytes};
}

Cell id_cell(const Ulid& id) noexcept {
    return bytes_cell(as_bytes(id));
}

Cell null_cell() noexcept {
    return {};
}

std::optional<std::int64_t> Statement::integer_if(int column) const {
    const auto value = read(column);
    return value.type == ColumnType::null ? std::nullopt : std::optional{value.number};
}

std::optional<Day> Statement::day_if(int column) const {
    const auto value = read(column);
    return value.type == ColumnType::null ? std::nullopt
                                          : std::optional{Day{std::chrono::days{value.number}}};
}

std::optional<Instant> Statement::instant_if(int column) const {
    return is_null(column) ? std::nullopt : std::optional{instant(column)};
}

Ulid Statement::id(int column) const {
    return ulid_from_bytes(view(column)).or_throw(Errc::integrity);
}

std::optional<Ulid> Statement::id_if(int column) const {
    return is_null(column) ? std::nullopt : std::optional{id(column)};
}

}  // namespace dudao::store
