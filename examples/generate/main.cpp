// Makes the people, the list of stores and the visits of the example chain, the same on every
// machine: dudao-example STORES.csv CHECKLIST.yaml FOLDER
#include "base/file.hpp"
#include "chain.hpp"
#include "visits.hpp"
#include "yaml/checklist.hpp"

#include <exception>
#include <filesystem>
#include <iostream>

namespace {

constexpr std::uint64_t seed = 20261101;
constexpr std::size_t largest_checklist = 1U << 20U;

/// The checklist as it was a year ago: the same items, but failures raised no issues yet.
std::string edition_before(const std::string& yaml) {
    std::string before;
    std::size_t from = 0;
    std::size_t skipping = std::string::npos;  // indentation of an issue rule that is left out
    while (from < yaml.size()) {
        const auto end = std::min(yaml.find('\n', from), yaml.size() - 1);
        const auto line = yaml.substr(from, end - from + 1);
        from = end + 1;
        const auto indent = line.find_first_not_of(' ');
        if (skipping != std::string::npos && indent > skipping) {
            continue;
        }
        skipping = std::string::npos;
        if (line.compare(indent, 6, "issue:") == 0) {
            skipping = indent;
        } else if (line.starts_with("version:")) {
            before += "version: \"2025.1\"\n";
        } else {
            before += line;
        }
    }
    return before;
}

void write(const std::filesystem::path& folder, const char* name, const std::string& bytes) {
    dudao::write_atomically(folder / name, bytes);
    std::cout << "  " << name << '\n';
}

/// Twelve months of visits to some of the shops, getting slowly better.
std::vector<example::Visits> twelve_months_before(const dudao::domain::Period& month) {
    std::vector<example::Visits> months;
    for (int back = 12; back >= 1; --back) {
        const auto past = dudao::domain::periods_later(month, -back);
        constexpr std::int64_t a_third = 330'000;
        months.push_back({.month = past,
                          .until = past.last,
                          .share = a_third,
                          .failures = 1000 + back * 28 + back % 3 * 25});
    }
    return months;
}

/// Writes the lists of the example into a folder.
void write_example(const std::string& stores,
                   const std::string& checklist_file,
                   const std::filesystem::path& folder) {
    const auto yaml = dudao::read_file(checklist_file, largest_checklist).or_throw();
    const auto checklist = dudao::yaml::read_checklist(yaml, checklist_file).checklist.value();
    example::Chance chance{seed};
    const auto chain = example::read_chain(stores, chance);
    const auto month = dudao::domain::parse_period("2026-11").or_throw();
    write(folder, "people.csv", example::people_csv(chain, chance));
    write(folder, "stores.csv", example::stores_csv(chain));
    write(folder, "qsc-store-2025.yaml", edition_before(yaml));
    write(folder,
          "history.csv",
          example::wide_csv(chain, checklist, twelve_months_before(month), chance));
    constexpr std::int64_t most = 940'000;
    const auto until = month.first + std::chrono::days{26};
    const example::Visits visits{.month = month,
                                 .until = until,
                                 .share = most,
                                 .failures = 1000,
                                 .except = chain.shops.front().code};
    write(folder, "answers.csv", example::long_csv(chain, checklist, visits, chance));
    write(folder, "keys.txt", example::round_keys(checklist, chance));
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const std::vector<std::string> args{argv + 1, argv + argc};
        if (args.size() != 3) {
            std::cerr << "usage: dudao-example STORES.csv CHECKLIST.yaml FOLDER\n";
            return 2;
        }
        write_example(args[0], args[1], args[2]);
        return 0;
    } catch (const std::exception& failure) {
        std::cerr << failure.what() << '\n';
        return 1;
    }
}
