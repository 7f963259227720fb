#include "output/plan.hpp"

#include "report/wording.hpp"

namespace dudao {

void write_plan(report::JsonWriter& json, const store::PlanRow& row) {
    const auto& plan = row.plan;
    json.begin_object()
        .member("id", plan.id)
        .member("kind", domain::plan_kinds.word(plan.kind))
        .member("period", domain::to_text(plan.period))
        .member("first_day", plan.period.first)
        .member("last_day", plan.period.last)
        .member("title", plan.title);
    json.key("objectives").text_or_null(plan.objectives);
    json.member("status", domain::plan_statuses.word(row.status)).member("author", plan.author);
    json.key("scope").text_or_null(plan.scope);
    json.key("checklist").text_or_null(plan.checklist);
    json.member("visit_kind", domain::visit_kinds.word(plan.visit_kind))
        .member("visits_per_unit", plan.visits_per_unit);
    json.key("rules").text_or_null(plan.rules);
    json.key("parent").value(plan.parent);
    json.end_object();
}

void write_target(report::JsonWriter& json, const domain::Target& target) {
    json.member("metric", target.metric);
    json.key("region").text_or_null(target.region.code);
    json.member("adds", domain::adds_words.word(target.adds)).member("target", target.value);
}

std::string metric_text(const Catalogue& words,
                        const domain::Target& target,
                        std::string_view region) {
    const auto metric = domain::known_metric(target.metric);
    auto text = metric ? report::shown(words, domain::metrics, *metric) : target.metric;
    if (!region.empty()) {
        text.append(" ").append(region);
    }
    return text;
}

std::string value_text(const domain::Target& target, Decimal value) {
    const bool is_rate = domain::known_metric(target.metric) && target.adds == domain::Adds::mean;
    return to_text(value) + (is_rate ? "%" : "");
}

}  // namespace dudao
