#pragma once

#include "base/error.hpp"
#include "domain/issue_amendment.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dudao::yaml {

/// An answer as a file of one visit says it, with its place.
struct VisitAnswer {
    std::string item;
    std::string answer = {};
    std::string value = {};
    std::string remark = {};
    std::vector<std::string> evidence = {};  ///< names of files
    domain::IssueAmendment issue = {};
    Place issue_place = {};  ///< of `issue`, where it says anything
    Place place = {};
};

/// A visit as a file says it. What is empty is not said.
struct VisitFile {
    std::string unit = {};
    std::string at = {};
    std::string inspector = {};
    std::string checklist = {};
    std::string kind = {};
    std::string profile = {};
    std::string ref = {};
    std::vector<VisitAnswer> answers = {};  ///< in the file's order
};

struct VisitReading {
    VisitFile visit = {};            ///< of use when there are no errors
    std::vector<Error> errors = {};  ///< by place
};

/// Reads a visit in YAML, or JSON, which is YAML: a map with the keys unit, at, inspector,
/// checklist, kind, profile, ref and answers, or the answers alone: by item a word, or a map with
/// answer, value, remark, evidence and issue. Never throws on bad input.
VisitReading read_visit(std::string_view yaml, std::string_view file);

}  // namespace dudao::yaml
