#pragma once

#include "base/ulid.hpp"
#include "domain/issue.hpp"
#include "domain/search_words.hpp"
#include "store/driver.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace dudao::store {

/// What a search goes through of an issue as it was raised: its text and its reference. Empty for
/// an issue that says nothing of its own, as those that items raise: their items are searched.
std::string searched_text(const domain::Issue& issue);

/// What a search goes through of a step: measures, reasons and notes, and what it says of the
/// issue.
std::string searched_text(const domain::Event& event);

/// An issue whose grams are not those of its text.
struct StaleTerms {
    std::int64_t issue = 0;       ///< key
    std::optional<Ulid> id = {};  ///< absent: there is no such issue with a text
    std::string text = {};        ///< what its grams are to be made of
    bool has_some = false;        ///< some grams are there
};

/// The index for searches (table `term`): what is in the texts of issues and of their steps, made
/// anew from them at any time. The journal does not cover it.
class Terms {
  public:
    explicit Terms(Driver& driver) : driver_(&driver) {}

    /// Adds what is in the text of an issue that has no grams yet.
    void add(std::int64_t issue, std::string_view text) const;

    void each_stale(const std::function<void(const StaleTerms&)>& visit) const;

    void renew(const StaleTerms& issue) const;

    /// What is in the texts of the issue and its steps as they are now. Does nothing without it.
    void renew(const Ulid& issue) const;

    /// What a search goes through of an issue and its steps.
    std::string text_of(const Ulid& issue) const;

    /// The items that hold the words in one language or in several together: of each the key of its
    /// checklist × items_a_checklist + its position.
    std::vector<std::int64_t> items(const domain::SearchWords& words) const;

    static constexpr std::int64_t items_a_checklist = 1'000'000;

  private:
    Driver* driver_;
};

}  // namespace dudao::store
