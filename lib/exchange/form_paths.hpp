#pragma once

#include "domain/score.hpp"
#include "exchange/form_names.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::exchange {

/// What always and what never holds.
inline constexpr std::string_view xpath_true = "true()";
inline constexpr std::string_view xpath_false = "false()";

/// What a checklist asks of its answers, as XPath over the questions of its form: ${NAME} stands
/// for the value of one, which is '' until it is answered and while it does not show.
///
/// A form knows answers alone. What hangs on the unit, on its visits before or on times taken may
/// be so: then the item shows, and the import leaves it out again where it was not to be asked.
class FormPaths {
  public:
    /// Both must outlive it.
    FormPaths(const domain::ScoreSheet& sheet, const FormNames& names);

    /// When a condition holds, or may.
    std::string holds(const domain::Condition& condition) const;

    /// When the answer at this position has the result; never for what the form cannot judge: times
    /// taken, and what is not scored.
    std::string is(std::size_t position, domain::AnswerResult result) const;

  private:
    enum class Unknown : bool { no, yes };

    std::string holds(const domain::Condition& condition, Unknown unknown) const;
    std::string parts(const domain::Condition& condition, Unknown unknown) const;
    std::string holds_for_item(const domain::Condition& condition, Unknown unknown) const;
    std::string says(std::size_t position, const std::string& word) const;
    std::string chosen(std::size_t position, domain::AnswerResult result) const;
    std::string level(std::size_t position, domain::AnswerResult result) const;
    std::string measured(std::size_t position, domain::AnswerResult result) const;
    std::string value(std::size_t position) const { return "${" + names_->answer(position) + "}"; }

    const domain::ScoreSheet* sheet_;
    const FormNames* names_;
    std::map<std::string, std::size_t, std::less<>> positions_;
};

/// A text as XPath writes it; "" for one with both kinds of quotes, which XPath cannot write.
std::string xpath_text(std::string_view text);

/// The conditions, joined; those that are empty count for nothing. Of none all hold, and none of
/// them does.
std::string all_of(const std::vector<std::string>& conditions);
std::string any_of(const std::vector<std::string>& conditions);

}  // namespace dudao::exchange
