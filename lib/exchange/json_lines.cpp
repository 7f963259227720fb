#include "exchange/json_lines.hpp"

#include "base/error_id.hpp"
#include "base/nearest.hpp"
#include "base/text.hpp"
#include "exchange/json_events.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>
#include <utility>

namespace dudao::exchange {

namespace {

using Target = std::pair<std::string_view, JsonText JsonVisit::*>;

constexpr std::array<Target, 7> texts{{{"unit", &JsonVisit::unit},
                                       {"at", &JsonVisit::at},
                                       {"inspector", &JsonVisit::inspector},
                                       {"ref", &JsonVisit::ref},
                                       {"checklist", &JsonVisit::checklist},
                                       {"kind", &JsonVisit::kind},
                                       {"profile", &JsonVisit::profile}}};

using Part = std::pair<std::string_view, std::string JsonAnswer::*>;

constexpr std::array<Part, 3> parts{{{"answer", &JsonAnswer::answer},
                                     {"value", &JsonAnswer::value},
                                     {"remark", &JsonAnswer::remark}}};

constexpr std::string_view answers_key = "answers";
constexpr std::string_view evidence_key = "evidence";

/// Fills a JsonVisit with what one line says.
class VisitBuilder final : public JsonEvents {
  public:
    explicit VisitBuilder(JsonVisit& visit) : visit_(visit) {}

    /// What is wrong; its place's column is an offset in bytes.
    std::optional<Error> error() && { return std::move(error_); }

    bool begin_object() override {
        const bool fits = depth_ == Depth::outside ||
                          (depth_ == Depth::visit && key_ == answers_key) ||
                          depth_ == Depth::answers;
        if (!fits) {
            return refuse_type(false);
        }
        depth_ = static_cast<Depth>(static_cast<int>(depth_) + 1);
        seen_parts_ = 0;
        return true;
    }

    bool end_object() override {
        const bool was_answers = depth_ == Depth::answers;
        depth_ = static_cast<Depth>(static_cast<int>(depth_) - 1);
        return !was_answers || check_repeats();
    }

    bool key(std::string& name, std::size_t at) override {
        key_at_ = at;
        if (!is_text(name)) {
            return refuse(ErrorId::json_bad_text, {term_safe(name)});
        }
        switch (depth_) {
            case Depth::visit:
                return visit_key(name);
            case Depth::answers:
                return item_key(name);
            default:
                return answer_key(name);
        }
    }

    bool begin_list() override {
        if (depth_ != Depth::answer || key_ != evidence_key || in_list_) {
            return refuse_type(wants_object());
        }
        in_list_ = true;
        return true;
    }
    bool end_list() override {
        in_list_ = false;
        return true;
    }
    bool flag(bool /*value*/) override { return refuse_type(wants_object()); }
    bool number(std::string_view value) override { return take(std::string{value}); }

    bool text(std::string& value) override {
        if (!is_text(value)) {
            return refuse(ErrorId::json_bad_text, {key_});
        }
        return take(std::move(value));
    }

    bool null() override { return depth_ == Depth::outside ? refuse_type(true) : take({}); }

  private:
    enum class Depth : int { outside, visit, answers, answer };

    bool wants_object() const {
        return depth_ == Depth::outside || (depth_ == Depth::visit && key_ == answers_key);
    }

    bool visit_key(const std::string& name) {
        key_ = name;
        std::size_t bit = 0;
        target_ = nullptr;
        for (const auto& [known, member] : texts) {
            if (known == name) {
                target_ = &(visit_.*member);
                target_->at = key_at_;
                return first_time(seen_keys_, bit);
            }
            ++bit;
        }
        return name == answers_key ? first_time(seen_keys_, bit)
                                   : refuse_key(name, texts, answers_key);
    }

    bool item_key(std::string& name) {
        key_ = name;
        if (visit_.answers.size() == most_json_answers) {
            return refuse(ErrorId::json_too_many, {std::to_string(most_json_answers)});
        }
        visit_.answers.push_back({.item = {std::move(name), key_at_}});
        part_ = &visit_.answers.back().answer;
        return true;
    }

    bool answer_key(const std::string& name) {
        key_ = name;
        std::size_t bit = 0;
        for (const auto& [known, member] : parts) {
            if (known == name) {
                part_ = &(visit_.answers.back().*member);
                return first_time(seen_parts_, bit);
            }
            ++bit;
        }
        return name == evidence_key ? first_time(seen_parts_, bit)
                                    : refuse_key(name, parts, evidence_key);
    }

    bool take(std::string value) {
        if (wants_object()) {
            return refuse_type(true);
        }
        if (depth_ == Depth::visit) {
            target_->text = std::move(value);
        } else if (depth_ == Depth::answer && key_ == evidence_key) {
            take_file(std::move(value));
        } else {
            *part_ = std::move(value);
        }
        return true;
    }

    /// One file may stand for a list of one.
    void take_file(std::string name) {
        if (!name.empty()) {
            visit_.answers.back().evidence.push_back(std::move(name));
        }
    }

    bool first_time(unsigned& seen, std::size_t bit) {
        if (((seen >> bit) & 1U) != 0) {
            return refuse(ErrorId::json_repeated_key, {key_});
        }
        seen |= 1U << bit;
        return true;
    }

    /// No item may come twice. The later one is named.
    bool check_repeats() {
        order_.resize(visit_.answers.size());
        std::iota(order_.begin(), order_.end(), std::size_t{0});
        const auto item = [this](std::size_t n) -> const JsonText& {
            return visit_.answers[n].item;
        };
        std::sort(order_.begin(), order_.end(), [&item](std::size_t a, std::size_t b) {
            return std::tie(item(a).text, a) < std::tie(item(b).text, b);
        });
        const auto twice =
            std::adjacent_find(order_.begin(), order_.end(), [&item](auto a, auto b) {
                return item(a).text == item(b).text;
            });
        if (twice == order_.end()) {
            return true;
        }
        key_at_ = item(*std::next(twice)).at;
        return refuse(ErrorId::json_repeated_key, {item(*twice).text});
    }

    bool refuse(ErrorId id, std::vector<Arg> args) {
        error_ = Error{id, std::move(args), {.column = key_at_}};
        return false;
    }

    bool refuse_type(bool wants_object) {
        if (depth_ == Depth::outside) {
            return refuse(ErrorId::json_not_object, {});
        }
        return refuse(
            ErrorId::json_wrong_type,
            {key_, wants_object ? Arg("object", "kind of JSON") : Arg("text", "kind of JSON")});
    }

    template <class Known>
    bool refuse_key(const std::string& name, const Known& known, std::string_view also) {
        std::vector<std::string_view> names;
        names.reserve(known.size() + 1);
        for (const auto& each : known) {
            names.push_back(each.first);
        }
        names.push_back(also);
        std::string list;
        for (const auto each : names) {
            list += (list.empty() ? "" : ", ") + std::string{each};
        }
        return refuse(ErrorId::json_unknown_key, {name, nearest(name, names).value_or(list)});
    }

    JsonVisit& visit_;
    Depth depth_ = Depth::outside;
    std::string key_ = {};
    std::size_t key_at_ = 0;
    unsigned seen_keys_ = 0;
    unsigned seen_parts_ = 0;
    bool in_list_ = false;
    JsonText* target_ = nullptr;
    std::string* part_ = nullptr;
    std::vector<std::size_t> order_ = {};
    std::optional<Error> error_ = {};
};

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

Place JsonLinesReader::place(std::size_t at) const {
    return {window_.text().name(), number_, code_points(line_.substr(0, at)) + 1};
}

Step JsonLinesReader::next() {
    while (!over_) {
        if (!take_line()) {
            over_ = true;
            break;
        }
        if (!is_blank(line_)) {
            return read_line();
        }
    }
    return error_ ? Step::stopped : Step::end;
}

/// False at the end, with error_ when it is not a good one.
bool JsonLinesReader::take_line() {
    error_.reset();
    window_.consume(length_);
    length_ = 0;
    ++number_;
    std::size_t searched = 0;
    for (;;) {
        const auto rest = window_.rest();
        const auto found = rest.find('\n', searched);
        if (found == std::string_view::npos && rest.size() <= longest_json_line && window_.grow()) {
            searched = rest.size();
            continue;
        }
        line_ = rest.substr(0, found);
        length_ = line_.size() + (found == std::string_view::npos ? 0 : 1);
        if (line_.size() > longest_json_line) {
            error_ =
                Error{ErrorId::json_line_too_long, {std::to_string(longest_json_line)}, place(0)};
            return false;
        }
        if (found == std::string_view::npos && window_.trouble()) {
            error_ = window_.trouble();
            return false;
        }
        return length_ > 0;
    }
}

Step JsonLinesReader::read_line() {
    visit_ = {};
    VisitBuilder builder{visit_};
    const auto trouble = parse_json(line_, builder);
    if (trouble) {
        error_ = Error{ErrorId::json_syntax, {}, place(*trouble)};
        return Step::refused;
    }
    error_ = std::move(builder).error();
    if (error_) {
        error_->place = place(error_->place.column);
        return Step::refused;
    }
    return Step::row;
}

}  // namespace dudao::exchange
