#pragma once

#include "base/vocabulary.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace dudao::domain {

/// What a step may say of an issue beside who, when and why.
enum class IssueField : std::uint8_t {
    category = 1,
    urgency = 2,
    department = 3,     ///< code of the responsible unit (主责); empty: the unit itself
    assisting = 4,      ///< codes of the units that help (协办), commas between
    labels = 5,         ///< commas between
    channel = 6,        ///< by which a complaint came in
    scope = 7,          ///< a word of ImpactScope
    manifestation = 8,  ///< how it shows
    containment = 9,    ///< what was done at once
    cause_class = 10,   ///< code of a node in the tree of causes
    whys = 11,          ///< up to five, a line each, the last the root cause
    risk = 12,          ///< what names the risk in the list of risks
    received = 13,      ///< when the complaint came in or the incident was known, in UTC
    at = 14,            ///< when it happened, where that was earlier than it was recorded, in UTC
    outcome = 15,       ///< of a call-back: a word of CallBackOutcome
};

inline constexpr Vocabulary<IssueField, 15> issue_fields{
    "issue field",
    {{{IssueField::category, "category"},
      {IssueField::urgency, "urgency"},
      {IssueField::department, "department"},
      {IssueField::assisting, "assisting"},
      {IssueField::labels, "labels"},
      {IssueField::channel, "channel"},
      {IssueField::scope, "scope"},
      {IssueField::manifestation, "manifestation"},
      {IssueField::containment, "containment"},
      {IssueField::cause_class, "cause_class"},
      {IssueField::whys, "whys"},
      {IssueField::risk, "risk"},
      {IssueField::received, "received_at"},
      {IssueField::at, "at"},
      {IssueField::outcome, "outcome"}}}};

/// What is said by field; an empty text takes back what was said.
using IssueChanges = std::map<IssueField, std::string>;

}  // namespace dudao::domain
