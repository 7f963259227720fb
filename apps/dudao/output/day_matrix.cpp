#include "output/day_matrix.hpp"

#include "output/listing.hpp"
#include "report/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <set>
#include <vector>

namespace dudao {

namespace {

/// Days side by side, each as wide as its counts and dates need.
class Block {
  public:
    Block(const Context& context, const DayMatrix& matrix, std::size_t name_width)
        : context_(&context), matrix_(&matrix), name_width_(name_width) {}

    void print(const std::vector<Day>& days, bool last) const {
        const auto& words = context_->words();
        context_->out() << report::painted(
                               fmt::format("{} … {}", to_text(days.front()), to_text(days.back())),
                               report::Tone::strong,
                               context_->screen())
                        << '\n';
        std::string line = padded("", name_width_);
        for (const auto day : days) {
            line +=
                fmt::format("{:>4}", static_cast<unsigned>(std::chrono::year_month_day{day}.day()));
        }
        line += last ? "  " + std::string{words.text("All")} : "";
        context_->out() << report::painted(line, report::Tone::dim, context_->screen()) << '\n';
        MatrixLine all;
        for (const auto& [code, row] : *matrix_) {
            print_line(code.empty() ? std::string{words.text("nobody")} : code, row, days, last);
            all.without_day += row.without_day;
            for (const auto& [day, count] : row.days) {
                all.days[day] += count;
            }
        }
        print_line(std::string{words.text("All")}, all, days, last);
    }

  private:
    void print_line(const std::string& name,
                    const MatrixLine& row,
                    const std::vector<Day>& days,
                    bool last) const {
        const auto ambiguous = context_->screen().ambiguous;
        context_->out() << padded(
            fitted(report::one_line(name), name_width_, ambiguous), name_width_, ambiguous);
        for (const auto day : days) {
            const auto found = row.days.find(day);
            const auto count =
                found == row.days.end() ? std::string{"·"} : std::to_string(found->second);
            const auto width = display_width(count, ambiguous);
            constexpr std::size_t wide = 4;
            context_->out() << std::string(wide > width ? wide - width : 1, ' ') << count;
        }
        if (last) {
            std::size_t sum = 0;
            for (const auto& [day, count] : row.days) {
                sum += count;
            }
            context_->out() << fmt::format("  {}", sum);
            if (row.without_day > 0) {
                context_->out() << fmt::format(
                    fmt::runtime(context_->words().text(" + {} without a day")), row.without_day);
            }
        }
        context_->out() << '\n';
    }

    const Context* context_;
    const DayMatrix* matrix_;
    std::size_t name_width_;
};

}  // namespace

void write_matrix(report::JsonWriter& json, const DayMatrix& matrix) {
    json.key("inspectors").begin_array();
    for (const auto& [code, line] : matrix) {
        json.begin_object().key("inspector").text_or_null(code);
        json.key("days").begin_array();
        for (const auto& [day, count] : line.days) {
            json.begin_object().member("day", day).member("visits", count).end_object();
        }
        json.end_array().member("without_day", line.without_day).end_object();
    }
    json.end_array();
}

void print_matrix(const Context& context, const DayMatrix& matrix) {
    const auto ambiguous = context.screen().ambiguous;
    constexpr std::size_t widest_name = 16;
    constexpr std::size_t column = 4;
    constexpr std::size_t room_for_sum = 8;
    std::set<Day> days;
    auto width = display_width(context.words().text("nobody"), ambiguous);
    for (const auto& [code, line] : matrix) {
        width = std::max(width, display_width(code, ambiguous));
        for (const auto& [day, count] : line.days) {
            days.insert(day);
        }
    }
    width = std::min(width, widest_name);
    const auto columns = context.screen().columns;
    const auto used = width + room_for_sum;
    const auto side_by_side =
        std::max<std::size_t>(1, columns > used ? (columns - used) / column : 1);
    const Block block{context, matrix, width};
    std::vector<Day> part;
    std::size_t left = days.size();
    for (const auto day : days) {
        part.push_back(day);
        --left;
        if (part.size() == side_by_side || left == 0) {
            block.print(part, left == 0);
            context.out() << (left == 0 ? "" : "\n");
            part.clear();
        }
    }
    if (days.empty() && !matrix.empty()) {
        context.note(context.words().text("no visit has a day yet: dudao plan assign gives them"));
    }
}

}  // namespace dudao
