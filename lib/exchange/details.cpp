#include "exchange/details.hpp"

#include "base/error_id.hpp"
#include "base/width.hpp"
#include "exchange/json_events.hpp"

#include <charconv>
#include <system_error>
#include <utility>
#include <vector>

namespace dudao::exchange {

namespace {

using domain::AnswerDetail;
using Details = std::vector<std::pair<std::string, AnswerDetail>>;

void append_issue(std::string& out, const domain::IssueAmendment& issue) {
    char separator = '{';
    const auto begin = [&](std::string_view key) {
        out += std::exchange(separator, ',');
        out += key;
    };
    const auto text = [&](std::string_view key, std::string_view value) {
        if (!value.empty()) {
            begin(key);
            append_json_text(out, value);
        }
    };
    text(R"("declined":)", issue.declined);
    text(R"("category":)", issue.category);
    text(R"("urgency":)", issue.urgency ? domain::urgencies.word(*issue.urgency) : "");
    if (issue.department) {
        begin(R"("department":)");
        append_json_text(out, *issue.department);
    }
    if (issue.days) {
        begin(R"("days":)");
        out += std::to_string(*issue.days);
    }
    text(R"("text":)", issue.text);
    text(R"("measure":)", issue.measure);
    out += '}';
}

void append_object(std::string& out, const AnswerDetail& detail) {
    char separator = '{';
    const auto begin = [&](std::string_view key) {
        out += std::exchange(separator, ',');
        out += key;
    };
    if (detail.value) {
        begin(R"("value":)");
        out += to_text(*detail.value);
    }
    const auto list = [&](std::string_view key, const std::vector<std::string>& texts) {
        if (texts.empty()) {
            return;
        }
        begin(key);
        char bracket = '[';
        for (const auto& text : texts) {
            out += std::exchange(bracket, ',');
            append_json_text(out, text);
        }
        out += ']';
    };
    list(R"("values":)", detail.values);
    if (!detail.remark.empty()) {
        begin(R"("remark":)");
        append_json_text(out, detail.remark);
    }
    list(R"("evidence":)", detail.evidence);
    if (!detail.issue.empty()) {
        begin(R"("issue":)");
        append_issue(out, detail.issue);
    }
    out += '}';
}

/// Reads objects of details, by item id or a single one.
class DetailsBuilder final : public JsonEvents {
  public:
    /// `depth` is 0 for details by item id, 1 for a single one, which gets the id "".
    explicit DetailsBuilder(int depth) : depth_(depth) {
        if (depth > 0) {
            found_.emplace_back();
        }
    }

    Details found() && { return std::move(found_); }
    bool is_complete() const noexcept { return complete_; }

    bool begin_object() override {
        const bool known = depth_ < in_detail || (depth_ == in_detail && key_ == "issue");
        ++depth_;
        return known && !in_list_;
    }
    bool end_object() override {
        --depth_;
        complete_ = true;
        return true;
    }
    bool key(std::string& name, std::size_t /*at*/) override {
        complete_ = false;
        if (depth_ < in_detail) {
            found_.emplace_back(std::move(name), AnswerDetail{});
        } else {
            key_ = std::move(name);
        }
        return true;
    }
    bool begin_list() override {
        const bool known = key_ == "evidence" || key_ == "values";
        in_list_ = depth_ == in_detail && known && !in_list_;
        return in_list_;
    }
    bool end_list() override {
        in_list_ = false;
        return true;
    }
    bool text(std::string& value) override {
        if (in_list_) {
            auto& detail = found_.back().second;
            (key_ == "values" ? detail.values : detail.evidence).push_back(std::move(value));
            return true;
        }
        if (depth_ == in_issue) {
            return issue_text(value);
        }
        if (depth_ != in_detail || key_ != "remark") {
            return false;
        }
        found_.back().second.remark = std::move(value);
        return true;
    }
    bool number(std::string_view value) override {
        auto decimal = parse_decimal(value);
        if (depth_ == in_issue && key_ == "days" && decimal) {
            auto& days = found_.back().second.issue.days.emplace();
            const auto* const end = value.data() + value.size();
            const auto read = std::from_chars(value.data(), end, days);
            return read.ec == std::errc{} && read.ptr == end;
        }
        if (depth_ != in_detail || key_ != "value" || in_list_ || !decimal) {
            return false;
        }
        found_.back().second.value = *decimal;
        return true;
    }
    bool flag(bool /*value*/) override { return false; }
    bool null() override { return false; }

  private:
    static constexpr int in_detail = 2;
    static constexpr int in_issue = 3;

    bool issue_text(std::string& value) {
        auto& issue = found_.back().second.issue;
        if (key_ == "urgency") {
            const auto urgency = domain::urgencies.parse(value);
            issue.urgency = urgency ? std::optional{*urgency} : std::nullopt;
            return urgency.has_value();
        }
        if (key_ == "department") {
            issue.department = std::move(value);
            return true;
        }
        for (const auto& [key, text] : {std::pair{"declined", &issue.declined},
                                        std::pair{"category", &issue.category},
                                        std::pair{"text", &issue.text},
                                        std::pair{"measure", &issue.measure}}) {
            if (key_ == key) {
                *text = std::move(value);
                return true;
            }
        }
        return false;
    }

    Details found_;
    int depth_;
    std::string key_ = {};
    bool in_list_ = false;
    bool complete_ = false;  ///< the last thing was the end of an object
};

/// Reads one object of texts.
class TextsBuilder final : public JsonEvents {
  public:
    std::map<std::string, std::string> found() && { return std::move(found_); }
    bool is_complete() const noexcept { return complete_; }

    bool begin_object() override { return ++depth_ == 1; }
    bool end_object() override {
        complete_ = --depth_ == 0;
        return true;
    }
    bool key(std::string& name, std::size_t /*at*/) override {
        key_ = std::move(name);
        return true;
    }
    bool text(std::string& value) override {
        return found_.try_emplace(key_, std::move(value)).second;
    }
    bool begin_list() override { return false; }
    bool end_list() override { return false; }
    bool number(std::string_view /*value*/) override { return false; }
    bool flag(bool /*value*/) override { return false; }
    bool null() override { return false; }

  private:
    std::map<std::string, std::string> found_ = {};
    std::string key_ = {};
    int depth_ = 0;
    bool complete_ = false;
};

Error bad_details(std::string_view text) {
    constexpr std::size_t enough = 60;
    return {ErrorId::bad_details, {fitted(text, enough)}};
}

/// Errors: bad_details.
Result<Details> parse(std::string_view text, int depth) {
    DetailsBuilder builder{depth};
    if (parse_json(text, builder) || !builder.is_complete()) {
        return bad_details(text);
    }
    return std::move(builder).found();
}

/// The position of an item, looked for from `from` on and then from the front: details stand in the
/// order of the items, so the first look finds it soon.
std::size_t find_item(std::span<const domain::PlacedItem> items,
                      std::string_view id,
                      std::size_t from) {
    for (std::size_t n = 0; n < items.size(); ++n) {
        const auto at = (from + n) % items.size();
        if (items[at].item->id == id) {
            return at;
        }
    }
    return items.size();
}

}  // namespace

void append_detail(std::string& out, std::string_view item, const AnswerDetail& detail) {
    if (detail.empty()) {
        return;
    }
    out += out.empty() ? '{' : ',';
    append_json_text(out, item);
    out += ':';
    append_object(out, detail);
}

void end_details(std::string& out) {
    if (!out.empty()) {
        out += '}';
    }
}

std::string details_text(std::span<const domain::PlacedItem> items,
                         const std::map<std::size_t, AnswerDetail>& details) {
    std::string text;
    for (const auto& [position, detail] : details) {
        append_detail(text, items[position].item->id, detail);
    }
    end_details(text);
    return text;
}

Result<std::map<std::size_t, AnswerDetail>> parse_details(std::span<const domain::PlacedItem> items,
                                                          std::string_view text) {
    std::map<std::size_t, AnswerDetail> details;
    if (text.empty()) {
        return details;
    }
    auto parsed = parse(text, 0);
    if (!parsed) {
        return parsed.error();
    }
    std::size_t next = 0;
    for (auto& [id, detail] : *std::move(parsed)) {
        const auto at = find_item(items, id, next);
        if (at == items.size() || !details.try_emplace(at, std::move(detail)).second) {
            return bad_details(text);
        }
        next = at + 1;
    }
    return details;
}

Result<std::map<std::string, std::string>> parse_texts(std::string_view text) {
    TextsBuilder builder;
    if (parse_json(text, builder) || !builder.is_complete()) {
        return bad_details(text);
    }
    return std::move(builder).found();
}

std::string detail_text(const AnswerDetail& detail) {
    std::string text;
    if (!detail.empty()) {
        append_object(text, detail);
    }
    return text;
}

Result<AnswerDetail> parse_detail(std::string_view text) {
    if (text.empty()) {
        return AnswerDetail{};
    }
    auto parsed = parse(text, 1);
    if (!parsed) {
        return parsed.error();
    }
    return (*std::move(parsed)).front().second;
}

}  // namespace dudao::exchange
