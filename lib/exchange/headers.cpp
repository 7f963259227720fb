#include "exchange/headers.hpp"

#include "base/error_id.hpp"
#include "base/nearest.hpp"
#include "base/text.hpp"
#include "exchange/rejects.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace dudao::exchange {

namespace {

/// Full-width forms as what they are forms of.
char32_t narrow(char32_t point) noexcept {
    constexpr char32_t first = 0xFF01;
    constexpr char32_t last = 0xFF5E;
    constexpr char32_t shift = first - '!';
    return point >= first && point <= last ? point - shift : point;
}

/// What makes no difference between two headers.
bool is_dropped(char32_t point) noexcept {
    constexpr std::u32string_view dropped = U" \t\r\n-_*.:\u00A0\u200B\u3000\uFEFF";
    return dropped.find(point) != std::u32string_view::npos;
}

/// Without what stands in brackets at the end, unless that is all.
std::string_view without_brackets(std::string_view key) noexcept {
    using Pair = std::pair<std::string_view, std::string_view>;
    constexpr std::array<Pair, 4> pairs{{{"(", ")"}, {"[", "]"}, {"【", "】"}, {"〔", "〕"}}};
    for (const auto& [open, close] : pairs) {
        if (key.ends_with(close)) {
            const auto at = key.rfind(open);
            return at == std::string_view::npos || at == 0 ? key : key.substr(0, at);
        }
    }
    return key;
}

/// Matches the headers of one list.
class Matcher {
  public:
    Matcher(std::span<const std::string_view> headers,
            std::span<const Place> places,
            const HeaderDictionary& dictionary)
        : headers_(headers),
          places_(places),
          dictionary_(dictionary),
          taken_(headers.size(), false) {
        for (const auto header : headers) {
            keys_.push_back(header_key(header));
        }
        for (const auto& each : dictionary) {
            for (const auto& name : each.names) {
                fields_.try_emplace(header_key(name), &each.field);
            }
        }
        if (!places.empty()) {
            match_.place = {places.front().file, places.front().line};
        }
    }

    void choose(const HeaderChoice& choice) {
        const auto is_chosen = [&choice](const HeaderField& each) {
            return each.field == choice.field;
        };
        if (std::none_of(dictionary_.begin(), dictionary_.end(), is_chosen)) {
            return refuse_field(choice.field);
        }
        const auto column = chosen_column(choice.header);
        if (!column) {
            return;
        }
        if (taken_[*column] || !match_.columns.try_emplace(choice.field, *column).second) {
            add(ErrorId::choice_twice, {choice.field, choice.header}, match_.place);
            return;
        }
        taken_[*column] = true;
    }

    HeaderMatch finish() && {
        const auto chosen = match_.columns;
        for (std::size_t column = 0; column < headers_.size(); ++column) {
            if (!taken_[column] && !is_own_column(headers_[column])) {
                place_column(column, chosen);
            }
        }
        check_unknown();
        return std::move(match_);
    }

  private:
    void add(ErrorId id, std::vector<Arg> args, Place place) {
        match_.errors.push_back({id, std::move(args), std::move(place)});
    }

    void refuse_field(const std::string& field) {
        std::vector<std::string_view> known;
        std::string list;
        for (const auto& each : dictionary_) {
            known.emplace_back(each.field);
            list += (list.empty() ? "" : ", ") + each.field;
        }
        add(ErrorId::choice_unknown_field,
            {field, list, nearest(field, known).value_or(list)},
            match_.place);
    }

    /// The column with this header: the same to the letter, else the same key.
    std::optional<std::size_t> chosen_column(std::string_view header) {
        auto found =
            find_columns([&](std::size_t n) { return trimmed(headers_[n]) == trimmed(header); });
        if (found.empty()) {
            const auto key = header_key(header);
            found = find_columns([&](std::size_t n) { return keys_[n] == key; });
        }
        if (found.empty()) {
            const std::vector<std::string_view> known{headers_.begin(), headers_.end()};
            constexpr std::size_t enough = 10;
            const auto some = std::span{known}.first(std::min(known.size(), enough));
            const auto list = joined({some.begin(), some.end()}, ", ");
            add(ErrorId::choice_unknown_header,
                {header, nearest(header, known).value_or(list)},
                match_.place);
            return std::nullopt;
        }
        if (found.size() > 1) {
            repeat(found[0], found[1]);
            return std::nullopt;
        }
        return found.front();
    }

    template <class Predicate>
    std::vector<std::size_t> find_columns(const Predicate& fits) const {
        std::vector<std::size_t> found;
        for (std::size_t n = 0; n < headers_.size(); ++n) {
            if (fits(n)) {
                found.push_back(n);
            }
        }
        return found;
    }

    /// `chosen` holds the fields that someone has chosen columns for: the dictionary gives them no
    /// other.
    void place_column(std::size_t column,
                      const std::map<std::string, std::size_t, std::less<>>& chosen) {
        if (keys_[column].empty()) {
            match_.unnamed.push_back(column);
            return;
        }
        const auto field = fields_.find(keys_[column]);
        if (field == fields_.end() || chosen.contains(*field->second)) {
            match_.unknown.push_back(column);
            return;
        }
        const auto [other, is_first] = match_.columns.try_emplace(*field->second, column);
        if (!is_first) {
            add(ErrorId::header_same_field,
                {headers_[other->second], headers_[column], *field->second},
                places_[column]);
        }
    }

    /// Unknown columns go by their headers, so each needs its own.
    void check_unknown() {
        std::map<std::string_view, std::size_t> seen;
        for (const auto column : match_.unknown) {
            const auto [other, is_first] = seen.try_emplace(trimmed(headers_[column]), column);
            if (!is_first) {
                repeat(other->second, column);
            }
        }
    }

    void repeat(std::size_t first, std::size_t second) {
        add(ErrorId::header_repeated,
            {headers_[second], std::to_string(first + 1), std::to_string(second + 1)},
            places_[second]);
    }

    std::span<const std::string_view> headers_;
    std::span<const Place> places_;
    const HeaderDictionary& dictionary_;
    std::vector<std::string> keys_ = {};
    std::map<std::string, const std::string*> fields_ = {};  ///< by header_key()
    std::vector<bool> taken_;
    HeaderMatch match_ = {};
};

}  // namespace

std::string header_key(std::string_view header) {
    std::string key;
    while (!header.empty()) {
        const auto point = narrow(take_code_point(header));
        if (!is_dropped(point)) {
            append_utf8(key, point >= 'A' && point <= 'Z' ? point - 'A' + 'a' : point);
        }
    }
    return std::string{without_brackets(key)};
}

std::optional<std::size_t> HeaderMatch::column(std::string_view field) const {
    const auto found = columns.find(field);
    return found == columns.end() ? std::nullopt : std::optional{found->second};
}

Result<std::size_t> HeaderMatch::required(std::string_view field,
                                          const HeaderDictionary& dictionary) const {
    if (const auto found = column(field)) {
        return *found;
    }
    const auto known =
        std::find_if(dictionary.begin(), dictionary.end(), [field](const HeaderField& each) {
            return each.field == field;
        });
    const bool has_name = known != dictionary.end() && !known->names.empty();
    const Arg name = has_name ? Arg{known->names.front(), "column"} : Arg{field};
    return Error{ErrorId::header_missing, {field, name}, place};
}

HeaderMatch match_headers(std::span<const std::string_view> headers,
                          std::span<const Place> places,
                          const HeaderDictionary& dictionary,
                          std::span<const HeaderChoice> choices) {
    Matcher matcher{headers, places, dictionary};
    for (const auto& choice : choices) {
        matcher.choose(choice);
    }
    return std::move(matcher).finish();
}

}  // namespace dudao::exchange
