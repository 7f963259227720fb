#pragma once

#include "domain/person.hpp"
#include "store/table.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dudao::store {

/// A person with his key in this store.
struct PersonRow {
    std::int64_t key = 0;
    domain::Person person;
};

/// Reads people (table `person`).
class People {
  public:
    explicit People(Driver& driver) : driver_(&driver) {}

    std::optional<PersonRow> find(std::string_view code) const;

    /// Those who belong to the unit with this code, in the order of their codes.
    std::vector<PersonRow> of_unit(std::string_view unit) const;

    /// All people in the order of their codes.
    std::vector<PersonRow> all() const;

  private:
    Driver* driver_;
};

/// Adds and changes people.
class PersonWriter {
  public:
    explicit PersonWriter(Writing& writing);

    std::int64_t add(const domain::Person& person);
    void change(std::int64_t key, const domain::Person& person);
    void finish() { people_.finish(); }

  private:
    Row& row_of(const domain::Person& person, std::int64_t key);

    TableWriter people_;
    std::string roles_;
};

}  // namespace dudao::store
