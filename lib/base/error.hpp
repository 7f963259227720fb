#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace dudao {

/// What kind of trouble, chosen by what the caller can do about it. The number is the exit code.
enum class Errc : std::uint8_t {
    usage = 2,      ///< the command line is wrong
    input = 3,      ///< a file or another input is refused
    refused = 4,    ///< a rule refuses: state, permission, separation of duties
    store = 6,      ///< the store or a file could not be used
    newer = 7,      ///< the store was made by a newer program
    integrity = 8,  ///< what is kept is not what was written
};

/// Every kind of problem that the program reports, listed in base/error_id.hpp: whoever only passes
/// errors on need not be built anew for each new one.
enum class ErrorId : std::uint16_t;

/// The kind that an error id belongs to: its first digit.
Errc errc_of(ErrorId id) noexcept;

/// Where in an input the trouble is. Lines and columns count from 1; columns count code points.
struct Place {
    std::string file = {};   ///< empty: no place is known
    std::size_t line = 0;    ///< 0: the file as a whole
    std::size_t column = 0;  ///< 0: the line as a whole

    bool operator==(const Place&) const = default;
};

/// "file:line:column", as short as what is known.
std::string to_text(const Place& place);

/// One value that an error's words quote. A word of ours (a state, a role) is translated.
struct Arg {
    std::string text;
    std::string context = {};  ///< for a word of ours: its kind, such as "issue status"

    Arg(std::string value) : text(std::move(value)) {}  // NOLINT(*-explicit-*): args read as lists
    Arg(std::string_view value) : text(value) {}        // NOLINT(*-explicit-*)
    Arg(const char* value) : text(value) {}             // NOLINT(*-explicit-*)
    Arg(std::string_view word, std::string_view kind) : text(word), context(kind) {}

    bool operator==(const Arg&) const = default;
};

/// One problem, as data: put into words by the program, in the language of the person who can
/// mend it.
struct Error {
    ErrorId id;
    std::vector<Arg> args = {};
    Place place = {};
    Errc errc = errc_of(id);  ///< may be filed anew where the blame lies elsewhere

    bool operator==(const Error&) const = default;
};

/// Problems on their way to main(), thrown when the command cannot go on. Never without one.
class Failure : public std::exception {
  public:
    explicit Failure(Error error) : errors_{std::move(error)} {}
    explicit Failure(std::vector<Error> errors) : errors_(std::move(errors)) {}

    const Error& error() const noexcept { return errors_.front(); }
    const std::vector<Error>& errors() const noexcept { return errors_; }
    const char* what() const noexcept override;

  private:
    std::vector<Error> errors_;
};

/// A T, or why there is none. Same names as C++23 std::expected, to be replaced by it.
template <class T>
class [[nodiscard]] Result {
  public:
    Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}  // NOLINT(*-explicit-*)
    Result(Error error)
        : held_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(*-explicit-*)

    bool has_value() const noexcept { return held_.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }
    const T& operator*() const& { return std::get<0>(held_); }
    T operator*() && { return std::get<0>(std::move(held_)); }  // by value: nothing dangles
    const T* operator->() const { return &std::get<0>(held_); }
    const Error& error() const& { return std::get<1>(held_); }

    /// The value, or its Error thrown.
    T or_throw() && {
        if (!has_value()) {
            throw Failure{std::get<1>(std::move(held_))};
        }
        return std::get<0>(std::move(held_));
    }

    /// The value, or its Error thrown and filed as `as`, where the blame lies elsewhere.
    T or_throw(Errc as) && {
        if (!has_value()) {
            auto error = std::get<1>(std::move(held_));
            error.errc = as;
            throw Failure{std::move(error)};
        }
        return std::get<0>(std::move(held_));
    }

  private:
    std::variant<T, Error> held_;
};

}  // namespace dudao
