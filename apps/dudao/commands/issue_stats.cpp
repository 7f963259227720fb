#include "workflow/issue_stats.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"
#include "commands/declare.hpp"
#include "commands/issue_filter.hpp"
#include "commands/issue_stats.hpp"
#include "output/listing.hpp"
#include "report/figures.hpp"
#include "report/grids.hpp"
#include "report/wording.hpp"

#include <algorithm>
#include <array>

namespace dudao::commands {

namespace {

using domain::IssueDimension;

struct StatsOptions {
    workflow::IssueListRequest request;
    std::string by = "category";
    bool open = false;
    bool json = false;
};

/// region,category as dimensions. Errors (thrown): unknown_word; usage_bad_value for none, or more
/// than three.
std::vector<IssueDimension> dimensions_of(const std::string& by) {
    constexpr std::size_t most = 3;
    std::vector<IssueDimension> dimensions;
    for (const auto& word : split_list(by, ",")) {
        dimensions.push_back(given(domain::issue_dimensions.parse(word)));
    }
    if (dimensions.empty() || dimensions.size() > most) {
        throw Failure{Error{ErrorId::usage_bad_value, {by, "--by"}}};
    }
    return dimensions;
}

/// The name of a group as people read it.
std::string shown_name(const Catalogue& words, IssueDimension dimension, const std::string& name) {
    if (name.empty()) {
        return "–";
    }
    switch (dimension) {
        case IssueDimension::category:
            return report::shown(words, "issue category", name);
        case IssueDimension::urgency:
            return report::shown(
                words, domain::urgencies, domain::urgencies.parse(name).or_throw());
        case IssueDimension::status:
            return report::shown(
                words, domain::issue_statuses, domain::issue_statuses.parse(name).or_throw());
        case IssueDimension::source:
            return report::shown(
                words, domain::issue_sources, domain::issue_sources.parse(name).or_throw());
        case IssueDimension::recurring:
            return report::shown(words, domain::issue_dimensions, dimension);
        default:
            return name;
    }
}

/// Minutes as hours with one place, the half up.
std::string hours_of(const std::optional<std::int64_t>& minutes) {
    if (!minutes) {
        return {};
    }
    constexpr std::int64_t tenth = 6;
    constexpr std::int64_t ten = 10;
    const auto tenths = (*minutes + tenth / 2) / tenth;
    return fmt::format("{}.{}", tenths / ten, tenths % ten);
}

void print_stats(const Context& context,
                 const std::vector<IssueDimension>& by,
                 const std::vector<workflow::IssueGroup>& groups) {
    const auto& words = context.words();
    const report::Figures figures{words};
    std::vector<report::Column> columns;
    constexpr std::size_t figures_shown = 9;
    columns.reserve(by.size() + figures_shown);
    for (const auto dimension : by) {
        columns.push_back(
            {.title = report::shown(words, domain::issue_dimensions, dimension), .least = 8});
    }
    const std::array titles{words.text("stats", "Raised"),
                            words.text("stats", "Open"),
                            words.text("stats", "Overdue"),
                            words.text("stats", "Closed"),
                            words.text("stats", "On time"),
                            words.text("stats", "First pass"),
                            words.text("stats", "Median days"),
                            words.text("stats", "90% within"),
                            words.text("stats", "Extended")};
    constexpr std::size_t always_shown = 3;
    for (std::size_t at = 0; at < titles.size(); ++at) {
        const auto rank = at < always_shown ? 0 : static_cast<int>(at - always_shown + 1);
        columns.push_back(
            {.title = std::string{titles.at(at)}, .align = report::Align::right, .rank = rank});
    }
    const bool has_clock = std::any_of(
        groups.begin(), groups.end(), [](const auto& group) { return group.responded > 0; });
    if (has_clock) {
        for (const auto title :
             {words.text("stats", "Response (h)"), words.text("stats", "Solved (h)")}) {
            columns.push_back(
                {.title = std::string{title}, .align = report::Align::right, .rank = 1});
        }
    }
    report::Table table{context.out(), std::move(columns), context.screen()};
    for (const auto& group : groups) {
        std::vector<report::Cell> row;
        for (std::size_t at = 0; at < by.size(); ++at) {
            row.emplace_back(shown_name(words, by[at], group.names[at]));
        }
        const auto& rectification = group.rectification;
        row.emplace_back(figures.count(group.raised));
        row.emplace_back(figures.count(group.open));
        row.emplace_back(figures.count(group.overdue),
                         group.overdue > 0 ? report::Tone::bad : report::Tone::plain);
        row.emplace_back(figures.percent(rectification.closed));
        row.emplace_back(figures.percent(rectification.on_time));
        row.emplace_back(figures.percent(rectification.first_pass));
        for (const auto& days : {rectification.median_days, rectification.p90_days}) {
            row.emplace_back(days ? figures.count(*days) : figures.nothing());
        }
        row.emplace_back(figures.count(group.extended));
        if (has_clock) {
            row.emplace_back(hours_of(group.response_minutes));
            row.emplace_back(hours_of(group.solution_minutes));
        }
        table.add(std::move(row));
    }
    table.finish();
}

void write_share(report::JsonWriter& json, std::string_view name, const report::Share& share) {
    json.key(name).begin_object().member("part", share.part).member("whole", share.whole);
    json.key("percent").value(report::percent(share));
    json.end_object();
}

void write_stats(report::JsonWriter& json,
                 const std::vector<IssueDimension>& by,
                 const std::vector<workflow::IssueGroup>& groups) {
    json.key("stats").begin_array();
    for (const auto& group : groups) {
        json.begin_object();
        for (std::size_t at = 0; at < by.size(); ++at) {
            json.key(domain::issue_dimensions.word(by[at])).text_or_null(group.names[at]);
        }
        const auto& rectification = group.rectification;
        json.member("raised", group.raised)
            .member("open", group.open)
            .member("overdue", group.overdue)
            .member("extended", group.extended);
        write_share(json, "closed", rectification.closed);
        write_share(json, "on_time", rectification.on_time);
        write_share(json, "first_pass", rectification.first_pass);
        json.member("median_days", rectification.median_days)
            .member("p90_days", rectification.p90_days)
            .member("responded", group.responded)
            .member("response_minutes", group.response_minutes)
            .member("solved", group.solved)
            .member("solution_minutes", group.solution_minutes)
            .end_object();
    }
    json.end_array();
}

ExitCode run_stats(const StatsOptions& options, Context& context) {
    const auto by = dimensions_of(options.by);
    auto request = options.request;
    request.filter.open_only = options.open || request.overdue;
    prepare_issue_filter(context, request);
    auto opened = context.open(store::Need::reading);
    const auto groups =
        workflow::issue_stats(opened.session, request, by, recurrence_of(context.workspace()));
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) { write_stats(json, by, groups); });
    } else {
        print_stats(context, by, groups);
    }
    return groups.empty() ? ExitCode::negative : ExitCode::ok;
}

}  // namespace

void declare_issue_stats(Declaring& to) {
    const auto& words = to.words;
    declare_verb<StatsOptions>(
        to,
        "stats",
        words.text("Count issues and how they were put right, by what you name"),
        "  dudao issue stats --by region,category --from 2026-11-01 --to 2026-11-30",
        [&](Command& verb, StatsOptions& options) {
            verb.add_option(
                    "--by",
                    options.by,
                    std::string{words.text(
                        "Up to three of region, store, category, urgency, status, "
                        "department, owner, checklist, item, month, source, recurring; category")})
                ->type_name("NAME,…");
            add_issue_filter(verb, options.request, words);
            verb.add_flag(
                "--open", options.open, std::string{words.text("Only those that are open")});
            add_json(verb, options.json, words);
        },
        run_stats);
}

}  // namespace dudao::commands
