// How fast visits are scored and checklists are read: score_bench. It scores 100,000 visits of 60
// items by each method, and reads a checklist of 500 items, two thirds of which show only when the
// one before failed; it prints seconds of CPU.

#include "domain/score.hpp"
#include "yaml/checklist.hpp"

#include <fmt/format.h>

#include <iostream>
#include <random>
#include <string>
#include <sys/resource.h>
#include <vector>

namespace {

using namespace dudao;

constexpr int visits = 100'000;
constexpr int visit_items = 60;
constexpr int long_list = 500;
constexpr int items_of_section = 12;

double cpu_seconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    constexpr double micro = 1e-6;
    return static_cast<double>(usage.ru_utime.tv_sec) +
           micro * static_cast<double>(usage.ru_utime.tv_usec);
}

/// Pass or fail, scales and choices in turn, in sections of twelve.
/// With conditions all but the first of three show only when the one before failed.
std::string yaml_of(int items, std::string_view method, bool has_conditions = false) {
    const auto* grades = method == "penalty" ? "{name: A, max: 20}, {name: B}"
                                             : "{name: A, min: 90}, {name: B, min: 0}";
    std::string yaml = fmt::format(
        "code: bench\nversion: 1\ntitle: T\nscoring: {{method: {}, pass: 80, grades: "
        "[{}]}}\nsections:\n",
        method,
        grades);
    for (int n = 0; n < items; ++n) {
        if (n % items_of_section == 0) {
            yaml += fmt::format("  - id: S{0}\n    title: S{0}\n    weight: 20\n    items:\n", n);
        }
        constexpr int kinds = 3;
        const auto when = has_conditions && n % kinds != 0
                              ? fmt::format(", when: {{item: Q{}, is: fail}}", n - 1)
                              : std::string{};
        switch (n % kinds) {
            case 0:
                yaml += fmt::format(
                    "      - {{id: Q{0}, text: 第{0}项, points: 3, partial_points: 1.5}}\n", n);
                break;
            case 1:
                yaml += fmt::format(
                    "      - {{id: Q{0}, text: 第{0}项, type: scale, pass_from: 4, points: "
                    "5{1}}}\n",
                    n,
                    when);
                break;
            default:
                yaml += fmt::format(
                    "      - {{id: Q{0}, text: 第{0}项, type: choice, points: 5, options: "
                    "[{{value: "
                    "a, label: 好, result: pass}}, {{value: b, label: 中, result: partial, points: "
                    "2}}, {{value: c, label: 差, result: fail}}]{1}}}\n",
                    n,
                    when);
        }
    }
    return yaml;
}

std::vector<domain::Answers> answers_of(const domain::ScoreSheet& sheet) {
    std::mt19937 chance{1};  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same each time
    std::vector<domain::Answers> all;
    for (int n = 0; n < visits; ++n) {
        auto answers = domain::no_answers(sheet.size());
        for (std::size_t at = 0; at < sheet.size(); ++at) {
            const auto marks = domain::scored_marks(*sheet.items()[at].item);
            answers.results[at] = marks[chance() % marks.size()].first;
        }
        all.push_back(std::move(answers));
    }
    return all;
}

void score_all(std::string_view method) {
    const auto list = *yaml::read_checklist(yaml_of(visit_items, method), "bench").checklist;
    const domain::ScoreSheet sheet{list};
    const auto all = answers_of(sheet);
    const auto begin = cpu_seconds();
    std::int64_t sum = 0;
    for (const auto& answers : all) {
        sum += sheet.score(answers).percentage->thousandths();
    }
    std::cout << fmt::format("{:<20} {:.3f} s, mean {:.3f}\n",
                             method,
                             cpu_seconds() - begin,
                             static_cast<double>(sum) / 1e3 / visits);
}

}  // namespace

int main() {
    for (const auto& [method, word] : domain::scoring_methods.words) {
        score_all(word);
    }
    const auto yaml = yaml_of(long_list, "points", true);
    const auto begin = cpu_seconds();
    constexpr int runs = 10;
    for (int run = 0; run < runs; ++run) {
        if (!yaml::read_checklist(yaml, "bench").checklist) {
            return 1;
        }
    }
    std::cout << fmt::format("read and lint {} items with conditions  {:.1f} ms\n",
                             long_list,
                             (cpu_seconds() - begin) / runs * 1e3);
    return 0;
}
