#pragma once

#include "base/vocabulary.hpp"

#include <cstdint>

namespace dudao::domain {

/// What listings of issues show and are sorted by.
enum class IssueColumn : std::uint8_t {
    id = 1,
    due = 2,
    urgency = 3,
    status = 4,
    store = 5,
    text = 6,
    department = 7,
    owner = 8,
    category = 9,
    source = 10,
    raised = 11,
    raised_by = 12,
    ref = 13,
    responsibility = 14,
    assisting = 15,
    labels = 16,
    channel = 17,
    scope = 18,
    cause_class = 19,
    risk = 20,
    percent = 21,
    cycle = 22,
    closed = 23,
    received = 24,
    responded = 25,
    solved = 26,
    called_back = 27,
};

inline constexpr Vocabulary<IssueColumn, 27> issue_columns{
    "issue column",
    {{{IssueColumn::id, "id"},
      {IssueColumn::due, "due"},
      {IssueColumn::urgency, "urgency"},
      {IssueColumn::status, "status"},
      {IssueColumn::store, "store"},
      {IssueColumn::text, "text"},
      {IssueColumn::department, "department"},
      {IssueColumn::owner, "owner"},
      {IssueColumn::category, "category"},
      {IssueColumn::source, "source"},
      {IssueColumn::raised, "raised"},
      {IssueColumn::raised_by, "raised_by"},
      {IssueColumn::ref, "ref"},
      {IssueColumn::responsibility, "responsibility"},
      {IssueColumn::assisting, "assisting"},
      {IssueColumn::labels, "labels"},
      {IssueColumn::channel, "channel"},
      {IssueColumn::scope, "scope"},
      {IssueColumn::cause_class, "cause_class"},
      {IssueColumn::risk, "risk"},
      {IssueColumn::percent, "percent"},
      {IssueColumn::cycle, "cycle"},
      {IssueColumn::closed, "closed"},
      {IssueColumn::received, "received"},
      {IssueColumn::responded, "responded"},
      {IssueColumn::solved, "solved"},
      {IssueColumn::called_back, "called_back"}}}};

}  // namespace dudao::domain
