#pragma once

#include "base/error.hpp"
#include "yaml/node.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::yaml {

/// What an error quotes of a text: all of it or, of a long one, its beginning.
std::string shortened(std::string_view text);

/// The error after the last one that is told.
Error too_many_problems(std::string_view file);

/// What is wrong with one file: all of it, so that its author can mend it in one go.
class Problems {
  public:
    /// More errors than this help nobody; the last one then says that there are more.
    static constexpr std::size_t most = 200;

    explicit Problems(std::string_view file) : file_(file) {}

    void error(const Node& at, ErrorId id, std::vector<Arg> args = {});

    /// An error that a function which knows of no places gave.
    void error(const Node& at, Error error);

    /// What is probably a mistake, but does not stop anybody.
    void warning(const Node& at, ErrorId id, std::vector<Arg> args = {});

    bool has_errors() const noexcept { return !errors_.empty(); }
    bool is_full() const noexcept { return errors_.size() > most; }

    /// By place.
    std::vector<Error> take_errors();
    std::vector<Error> take_warnings();

    /// Where a node stands.
    Place place_of(const Node& node) const { return {file_, node.line, node.column}; }

  private:
    void add(std::vector<Error>& list, Error error) const;

    std::string file_;
    std::vector<Error> errors_;
    std::vector<Error> warnings_;
};

}  // namespace dudao::yaml
