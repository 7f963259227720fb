#include "domain/condition.hpp"

#include "base/error_id.hpp"
#include "base/vocabulary.hpp"

#include <algorithm>

namespace dudao::domain {

namespace {

constexpr Vocabulary<ConditionKind, 7> condition_kinds{"condition",
                                                       {{{ConditionKind::all, "all"},
                                                         {ConditionKind::any, "any"},
                                                         {ConditionKind::none, "not"},
                                                         {ConditionKind::item, "item"},
                                                         {ConditionKind::unit, "unit"},
                                                         {ConditionKind::attribute, "attribute"},
                                                         {ConditionKind::history, "history"}}}};

constexpr int deepest = 32;
constexpr std::int64_t one = 1'000'000;  // in millionths

bool is_group(ConditionKind kind) {
    return kind <= ConditionKind::none;
}

std::string in_quotes(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            quoted += '\\';
        }
        quoted += c;
    }
    return quoted + '"';
}

/// Reads what to_text() wrote.
class Parser {
  public:
    explicit Parser(std::string_view text) : rest_(text) {}

    std::optional<Condition> whole() {
        auto condition = read(0);
        return rest_.empty() ? condition : std::nullopt;
    }

  private:
    bool take(std::string_view token) {
        if (!rest_.starts_with(token)) {
            return false;
        }
        rest_.remove_prefix(token.size());
        return true;
    }

    std::string_view word() {
        const auto size = std::min(rest_.find_first_of(" )\""), rest_.size());
        const auto found = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return found;
    }

    std::optional<std::string> text() {
        if (!take("\"")) {
            return std::nullopt;
        }
        std::string found;
        while (!rest_.empty() && !take("\"")) {
            if (rest_.front() == '\\' && rest_.size() > 1) {
                rest_.remove_prefix(1);
            }
            found += rest_.front();
            rest_.remove_prefix(1);
            if (rest_.empty()) {
                return std::nullopt;
            }
        }
        return found;
    }

    std::optional<Condition> read(int depth) {
        if (depth > deepest || !take("(")) {
            return std::nullopt;
        }
        const auto kind = condition_kinds.parse(word());
        if (!kind) {
            return std::nullopt;
        }
        Condition condition{.kind = *kind};
        const bool read = is_group(*kind) ? parts(condition, depth) : test(condition);
        return read && take(")") ? std::optional{std::move(condition)} : std::nullopt;
    }

    bool parts(Condition& condition, int depth) {
        while (take(" ")) {
            auto part = read(depth + 1);
            if (!part) {
                return false;
            }
            condition.parts.push_back(*std::move(part));
        }
        return true;
    }

    bool limit(std::string_view key, std::optional<Decimal>& into) {
        if (!take(key)) {
            return true;
        }
        const auto value = parse_decimal(word());
        if (value) {
            into = *value;
        }
        return value.has_value();
    }

    bool visits(int& into) {
        std::optional<Decimal> count;
        const bool read = limit(" visits ", count);
        into = count ? static_cast<int>(count->millionths() / one) : 0;
        return read;
    }

    bool test(Condition& condition) {
        if (!take(" ")) {
            return false;
        }
        auto subject = text();
        if (!subject) {
            return false;
        }
        condition.subject = *std::move(subject);
        if (take(" is")) {
            while (rest_.starts_with(" \"")) {
                take(" ");
                auto word = text();
                if (!word) {
                    return false;
                }
                condition.words.push_back(*std::move(word));
            }
        }
        return limit(" min ", condition.min) && limit(" max ", condition.max) &&
               visits(condition.visits);
    }

    std::string_view rest_;
};

}  // namespace

std::string to_text(const Condition& condition) {
    auto text = "(" + std::string{condition_kinds.word(condition.kind)};
    for (const auto& part : condition.parts) {
        text += ' ' + to_text(part);
    }
    if (!is_group(condition.kind)) {
        text += ' ' + in_quotes(condition.subject);
    }
    if (!condition.words.empty()) {
        text += " is";
        for (const auto& word : condition.words) {
            text += ' ' + in_quotes(word);
        }
    }
    if (condition.min) {
        text += " min " + to_text(*condition.min);
    }
    if (condition.max) {
        text += " max " + to_text(*condition.max);
    }
    if (condition.visits != 0) {
        text += " visits " + std::to_string(condition.visits);
    }
    return text + ')';
}

Result<Condition> parse_condition(std::string_view text) {
    if (auto condition = Parser{text}.whole()) {
        return *std::move(condition);
    }
    return Error{ErrorId::bad_text, {text}};
}

}  // namespace dudao::domain
