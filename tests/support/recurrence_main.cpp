// Expands recurrences for tests/oracles/recurrence.py. A line of input is a rule, its start, and
// the first and last day wanted, with blanks between them; a line of output is the days.
#include "domain/recurrence_rule.hpp"
#include "exchange/recurrence.hpp"

#include <iostream>
#include <sstream>
#include <string>

namespace {

dudao::Day day(const std::string& text) {
    return dudao::parse_day(text).or_throw();
}

std::string expanded(const std::string& line) {
    std::istringstream words{line};
    std::string rule;
    std::string starting;
    std::string from;
    std::string to;
    words >> rule >> starting >> from >> to;
    if (const auto part = dudao::domain::impossible_part(rule)) {
        return "impossible: " + *part;
    }
    std::string text;
    for (const auto each :
         dudao::exchange::recurrence_days(rule, day(starting), day(from), day(to))) {
        text += (text.empty() ? "" : " ") + dudao::to_text(each);
    }
    return text;
}

}  // namespace

int main() {
    std::string line;
    while (std::getline(std::cin, line)) {
        try {
            std::cout << expanded(line) << '\n';
        } catch (const dudao::Failure&) {
            std::cout << "never\n";
        }
    }
}
