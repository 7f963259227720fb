#include "yaml/item.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"
#include "yaml/item_answers.hpp"

namespace dudao::yaml {

namespace {

constexpr DecimalRange percentage_range{Decimal{0}, Decimal{100}};

constexpr WholeRange weight_range{1, 100};

constexpr Vocabulary<domain::CriticalEffect, 3> critical_words{
    "critical effect",
    {{{domain::CriticalEffect::fail, "fail"},
      {domain::CriticalEffect::zero, "zero"},
      {domain::CriticalEffect::fail_section, "fail_section"}}}};

/// `allow` is another word for `exclude`.
constexpr Vocabulary<domain::NaPolicy, 5> na_words{"na rule",
                                                   {{{domain::NaPolicy::exclude, "exclude"},
                                                     {domain::NaPolicy::zero, "zero"},
                                                     {domain::NaPolicy::fail, "fail"},
                                                     {domain::NaPolicy::forbid, "forbid"},
                                                     {domain::NaPolicy::exclude, "allow"}}}};

void read_item_id(MapReader& map, ItemScope& scope, domain::Item& item) {
    const auto* node = map.must_find("id");
    if (node == nullptr) {
        return;
    }
    const auto id = read_id(*node, map.problems());
    if (!id) {
        return;
    }
    item.id = *id;
    scope.ids.add(*node, *id, map.problems(), ErrorId::duplicate_item);
    if (is_reserved(*id)) {
        map.problems().error(*node, ErrorId::reserved_id, {*id});
    }
}

void read_item_text(MapReader& map, ItemScope& scope, domain::Item& item) {
    item.text = scope.answers.texts.must_read(map, "text", TextKind::item);
    if (item.text.empty()) {
        return;
    }
    const auto [first, is_new] = scope.ids_by_text.emplace(item.text.in(""), item.id);
    if (!is_new) {
        map.problems().warning(*map.find("text"), ErrorId::same_text, {first->second});
    }
}

void read_item_points(MapReader& map, domain::Item& item) {
    const auto* node = map.find("points");
    if (node != nullptr) {
        item.points = read_thousandths(*node, map.problems(), points_range).value_or(item.points);
    } else if (map.node().kind == NodeKind::map && !is_unscored(item.kind)) {
        map.problems().warning(map.node(), ErrorId::points_missing, {item.id});
    }
    if (is_unscored(item.kind)) {
        const auto refuse = [&](const char* key) {
            map.problems().error(map.key_node(key),
                                 ErrorId::key_not_for_type,
                                 {key, domain::item_kinds.word(item.kind)});
        };
        if (!item.points.is_zero()) {
            refuse("points");
        }
        if (map.find("critical") != nullptr) {
            refuse("critical");
        }
    }
    item.weight = map.whole("weight", weight_range).value_or(item.weight);
}

void read_critical(MapReader& map, domain::Item& item) {
    const auto* node = map.find("critical");
    if (node == nullptr) {
        return;
    }
    if (node->kind != NodeKind::map) {
        item.critical =
            read_word(*node, map.problems(), critical_words).value_or(domain::CriticalEffect::fail);
        return;
    }
    MapReader effect{*node, map.problems()};
    item.critical = domain::CriticalEffect::cap;
    if (const auto* cap = effect.must_find("cap")) {
        item.cap = read_thousandths(*cap, map.problems(), percentage_range).value_or(item.cap);
    }
    effect.finish();
}

/// Whether an answer can take the item out of the score: what a critical item must not offer.
void read_na(MapReader& map, domain::Item& item) {
    const bool is_critical = item.critical != domain::CriticalEffect::none;
    const auto usual = is_critical ? domain::NaPolicy::forbid : domain::NaPolicy::exclude;
    item.na = usual;
    const auto* node = map.find("na");
    if (node == nullptr) {
        return;
    }
    if (node->kind == NodeKind::map) {
        MapReader rule{*node, map.problems()};
        item.na = rule.word("policy", na_words).value_or(usual);
        item.na_reason = rule.flag("reason").value_or(false);
        rule.finish();
    } else {
        item.na = read_word(*node, map.problems(), na_words).value_or(usual);
    }
    if (evades_critical(item)) {
        map.problems().error(*node, ErrorId::critical_allows_na, {item.id});
    }
}

void read_class(MapReader& map, domain::Item& item) {
    const auto* node = map.find("class");
    if (node == nullptr) {
        return;
    }
    item.item_class =
        read_word(*node, map.problems(), domain::item_classes).value_or(item.item_class);
    if (item.item_class == domain::ItemClass::veto &&
        item.critical == domain::CriticalEffect::none) {
        map.problems().error(*node, ErrorId::veto_without_critical, {item.id});
    }
}

void read_how_to_inspect(MapReader& map, Translations& texts, domain::Item& item) {
    item.red_line = map.flag("red_line").value_or(item.red_line);
    item.required = map.flag("required").value_or(item.required);
    item.evidence = map.word("evidence", domain::evidence_rules).value_or(item.evidence);
    item.method = map.word("method", domain::methods);
    item.guidance = texts.read(map, "guidance", TextKind::guidance);
    item.reference = map.line("reference").value_or("");
    if (const auto* tags = map.find("tags")) {
        item.tags = read_tags(*tags, map.problems());
    }
}

}  // namespace

domain::Item read_item(const Node& node,
                       Problems& problems,
                       ItemScope& scope,
                       const std::optional<IssueDraft>& issue) {
    domain::Item item;
    MapReader map{node, problems};
    read_item_id(map, scope, item);
    read_item_text(map, scope, item);
    const auto kind = map.find("type") == nullptr ? std::optional{item.kind}
                                                  : map.word("type", domain::item_kinds);
    item.kind = kind.value_or(item.kind);
    read_item_points(map, item);
    read_critical(map, item);
    read_na(map, item);
    read_class(map, item);
    read_how_to_inspect(map, scope.answers.texts, item);
    if (kind) {
        read_item_answers(map, scope.answers, item);
    } else {
        ignore_answer_keys(map);
    }
    if (const auto* when = map.find("when")) {
        item.when = scope.earlier.read(*when, problems);
    }
    if (!item.id.empty()) {
        scope.earlier.add(item);
    }
    item.issue = issue_rule(read_issue(map, issue, scope.answers.texts), node, problems);
    map.finish();
    return item;
}

}  // namespace dudao::yaml
