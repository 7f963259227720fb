#include "yaml/visit.hpp"

#include "yaml/issue_rule.hpp"
#include "yaml/map_reader.hpp"

#include <utility>

namespace dudao::yaml {

namespace {

VisitAnswer read_answer(const Entry& entry, std::string_view file, Problems& problems) {
    VisitAnswer answer{.item = entry.key.text,
                       .place = {std::string{file}, entry.key.line, entry.key.column}};
    const auto& value = entry.value;
    if (value.kind != NodeKind::map) {
        answer.answer = value.is_empty() ? "" : read_line(value, problems).value_or("");
        return answer;
    }
    MapReader map{value, problems};
    answer.answer = map.line("answer").value_or("");
    answer.value = map.line("value").value_or("");
    if (const auto* remark = map.find("remark")) {
        answer.remark = read_text(*remark, problems).value_or("");
    }
    if (const auto* evidence = map.find("evidence")) {
        answer.evidence = read_line_or_list(*evidence, problems);
    }
    if (const auto* issue = map.find("issue")) {
        answer.issue = read_amendment(*issue, problems);
        answer.issue_place = {std::string{file}, issue->line, issue->column};
    }
    map.finish();
    return answer;
}

}  // namespace

VisitReading read_visit(std::string_view yaml, std::string_view file) {
    auto parsed = parse(yaml, file);
    if (!parsed.errors.empty()) {
        return {.errors = std::move(parsed.errors)};
    }
    Problems problems{file};
    VisitReading reading;
    auto& visit = reading.visit;
    const auto* answers = value_of(parsed.root, "answers");
    if (answers == nullptr) {
        answers = &parsed.root;
    } else {
        MapReader map{parsed.root, problems};
        for (const auto& [key, into] : {std::pair{"unit", &visit.unit},
                                        std::pair{"at", &visit.at},
                                        std::pair{"inspector", &visit.inspector},
                                        std::pair{"checklist", &visit.checklist},
                                        std::pair{"kind", &visit.kind},
                                        std::pair{"profile", &visit.profile},
                                        std::pair{"ref", &visit.ref}}) {
            *into = map.line(key).value_or("");
        }
        map.find("answers");
        map.finish();
    }
    // A reader of its own, so that anything but a map is told.
    const MapReader map{*answers, problems};
    for (const auto& entry : answers->entries) {
        visit.answers.push_back(read_answer(entry, file, problems));
    }
    reading.errors = problems.take_errors();
    return reading;
}

}  // namespace dudao::yaml
