#pragma once

#include "domain/score.hpp"
#include "domain/section_roll.hpp"

namespace dudao::domain {

/// What the grades of a visit look at; the worst item and section only where a grade asks for them.
Standing standing_of(const ScoreSheet& sheet,
                     const Answers& answers,
                     const SectionRoll& roll,
                     Decimal percentage);

}  // namespace dudao::domain
