#pragma once

#include "domain/list_mapping.hpp"
#include "exchange/headers.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dudao::workflow {

/// How someone wants the columns of a list to be understood.
struct ColumnWishes {
    std::vector<exchange::HeaderChoice> choices = {};  ///< go before the mapping
    domain::ListMapping mapping = {};
    domain::HeaderNames headers = {};  ///< own names for columns, before the dictionary's
    std::string mapping_file = {};     ///< for errors; empty: the place of the list's header
    std::string headers_file = {};     ///< the same for `headers`
};

/// What the columns of a list mean: by the wishes, then by the dictionary. Constants and the parts
/// of cells that are split stand in columns of their own, behind those of the list.
class ListColumns {
  public:
    /// `places` says where each header stands; `wishes` must outlive this.
    ListColumns(std::span<const std::string> headers,
                std::span<const Place> places,
                exchange::HeaderDictionary dictionary,
                const ColumnWishes& wishes);

    /// Those of exchange::match_headers(); choice_unknown_field and choice_unknown_header also for
    /// what the mapping names.
    const std::vector<Error>& errors() const noexcept { return match_.errors; }

    /// The column of a field, if it has one.
    std::optional<std::size_t> column(std::string_view field) const { return match_.column(field); }

    /// The column of a field. Errors: header_missing.
    Result<std::size_t> required(std::string_view field) const {
        return match_.required(field, dictionary_);
    }

    /// Columns of the list with a header that no field goes by, without those to be ignored.
    const std::vector<std::size_t>& unknown() const noexcept { return match_.unknown; }

    /// The column of the list that this one is taken from; nothing for a constant.
    std::optional<std::size_t> origin(std::size_t column) const;

    /// True when map() has something to do.
    bool changes_cells() const noexcept {
        return !constants_.empty() || !cuts_.empty() || !values_.empty();
    }

    /// The cells of a row as the mapping has them; they last until the next call, and no longer
    /// than `cells`. Errors: split_failed, with the column from 0 as its place's column.
    Result<std::span<const std::string_view>> map(std::span<const std::string_view> cells);

    /// All this as a mapping file, so that the next list like this one is understood the same way.
    domain::ListMapping told() const;

  private:
    struct Cut {
        std::size_t column;
        std::size_t first;  ///< of the columns that it is cut into
        const domain::ListMapping::Split* split;
    };
    using Values = std::map<std::string, std::string>;

    void take_own_names();
    std::vector<exchange::HeaderChoice> choices() const;
    bool is_chosen(std::string_view field) const;
    bool is_known(std::string_view field, const std::string& file);
    Place place_in(const std::string& file) const;
    std::optional<std::size_t> column_called(const std::string& header);
    void add_constants();
    void add_splits();
    void add_values();
    void drop_ignored();

    std::vector<std::string_view> headers_;
    exchange::HeaderDictionary dictionary_;
    const ColumnWishes* wishes_;
    exchange::HeaderMatch match_ = {};
    std::size_t columns_;  ///< those of the list and those added so far
    std::vector<std::pair<std::size_t, std::string_view>> constants_ = {};
    std::vector<Cut> cuts_ = {};
    std::vector<std::pair<std::size_t, const Values*>> values_ = {};
    std::vector<std::string_view> cells_ = {};
};

}  // namespace dudao::workflow
