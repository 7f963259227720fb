#include "yaml/playbook.hpp"

#include "base/error_id.hpp"
#include "domain/issue_amendment.hpp"
#include "domain/unit.hpp"
#include "yaml/ids.hpp"
#include "yaml/map_reader.hpp"

#include <utility>

namespace dudao::yaml {

namespace {

constexpr WholeRange day_range{0, 366};

std::vector<std::string> read_categories(const Node& node, Problems& problems) {
    std::vector<std::string> categories;
    for (const auto& item : read_list(node, problems)) {
        auto word = read_line(item, problems);
        if (word && !domain::is_category(*word)) {
            problems.error(item, ErrorId::bad_category, {shortened(*word)});
        } else if (word) {
            categories.push_back(*std::move(word));
        }
    }
    return categories;
}

std::vector<std::string> read_ids(const Node& node, Problems& problems) {
    std::vector<std::string> ids;
    for (const auto& item : read_list(node, problems)) {
        if (auto id = read_id(item, problems)) {
            ids.push_back(*std::move(id));
        }
    }
    return ids;
}

std::string read_code(const Node& node, Problems& problems) {
    const auto text = read_line(node, problems);
    if (!text) {
        return {};
    }
    auto code = domain::parse_code(*text);
    if (!code) {
        problems.error(node, code.error());
        return {};
    }
    return *std::move(code);
}

/// Which issues it is for.
void read_for(const Node& node, domain::Playbook& playbook, Problems& problems) {
    MapReader map{node, problems};
    if (const auto* sources = map.find("source")) {
        playbook.sources = read_words(*sources, problems, domain::issue_sources);
    }
    if (const auto* categories = map.find("category")) {
        playbook.categories = read_categories(*categories, problems);
    }
    if (const auto* checklists = map.find("checklist")) {
        playbook.checklists = read_ids(*checklists, problems);
    }
    playbook.urgency = map.word("urgency", domain::urgencies);
    playbook.across = map.flag("across_departments").value_or(false);
    map.finish();
}

domain::PlaybookStep read_step(const Node& node, Problems& problems) {
    domain::PlaybookStep step;
    MapReader map{node, problems};
    if (map.must_find("text") != nullptr) {
        step.text = map.local_text("text", true);
    }
    const auto* who = map.find("who");
    step.who = who == nullptr ? std::nullopt : read_word(*who, problems, domain::step_roles);
    const auto* department = map.find("department");
    if (department != nullptr) {
        step.department = read_code(*department, problems);
    }
    if (who == nullptr && department == nullptr && node.kind == NodeKind::map) {
        problems.error(node, ErrorId::step_for_nobody);
    }
    if (map.must_find("days") != nullptr) {
        step.days = map.whole("days", day_range).value_or(0);
    }
    step.blocking = map.flag("blocking").value_or(false);
    map.finish();
    return step;
}

}  // namespace

PlaybookReading read_playbook(std::string_view yaml, std::string_view file) {
    auto parsed = parse(yaml, file);
    if (!parsed.errors.empty()) {
        return {.errors = std::move(parsed.errors)};
    }
    Problems problems{file};
    domain::Playbook playbook;
    MapReader map{parsed.root, problems};
    if (const auto* code = map.must_find("code")) {
        playbook.code = read_id(*code, problems).value_or("");
    }
    if (map.must_find("title") != nullptr) {
        playbook.title = map.local_text("title", true);
    }
    if (const auto* wanted = map.find("for")) {
        read_for(*wanted, playbook, problems);
    }
    if (const auto* steps = map.must_find("steps")) {
        for (const auto& step : read_list(*steps, problems)) {
            playbook.steps.push_back(read_step(step, problems));
        }
        if (steps->kind == NodeKind::list && steps->items.empty()) {
            problems.error(*steps, ErrorId::value_missing);
        }
    }
    map.finish();
    if (problems.has_errors()) {
        return {.errors = problems.take_errors()};
    }
    return {.playbook = std::move(playbook)};
}

}  // namespace dudao::yaml
