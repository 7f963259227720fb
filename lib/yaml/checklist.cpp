#include "yaml/checklist.hpp"

#include "yaml/item.hpp"
#include "yaml/scoring.hpp"

#include <utility>

namespace dudao::yaml {

namespace {

constexpr DecimalRange weight_range{Decimal{0}, Decimal{10'000}};
constexpr Decimal whole_weight{100};

/// Reads the parts of one checklist, from the top down.
class ChecklistReader {
  public:
    explicit ChecklistReader(Problems& problems) : problems_(&problems) {}

    domain::Checklist read(const Node& root) {
        domain::Checklist list;
        MapReader map{root, *problems_};
        list.code = must_id(map, "code");
        list.version = must_id(map, "version");
        list.title = scope_.texts.must_read(map, "title", TextKind::title);
        if (const auto* applies_to = map.find("applies_to")) {
            list.applies_to = read_applicability(*applies_to);
        }
        if (const auto* scoring = map.find("scoring")) {
            list.scoring = read_scoring(*scoring, *problems_);
        }
        method_ = list.scoring.method;
        const auto issue = read_issue(map, std::nullopt, scope_.texts);
        if (const auto* sections = map.must_find("sections")) {
            list.sections = read_sections(*sections, issue);
        }
        map.finish();
        scope_.texts.report_missing(*problems_);
        return list;
    }

  private:
    std::string must_id(MapReader& map, std::string_view key) {
        const auto* node = map.must_find(key);
        return node == nullptr ? std::string{} : read_id(*node, *problems_).value_or("");
    }

    domain::Applicability read_applicability(const Node& node) {
        domain::Applicability rule;
        MapReader map{node, *problems_};
        if (const auto* kinds = map.find("kinds")) {
            rule.kinds = read_words(*kinds, *problems_, domain::unit_kinds);
        }
        if (const auto* ownerships = map.find("ownerships")) {
            rule.ownerships = read_words(*ownerships, *problems_, domain::ownerships);
        }
        if (const auto* tags = map.find("tags")) {
            rule.tags = read_tags(*tags, *problems_);
        }
        map.finish();
        return rule;
    }

    std::vector<domain::Section> read_sections(const Node& list,
                                               const std::optional<IssueDraft>& issue) {
        std::vector<domain::Section> sections;
        for (const auto& node : read_list(list, *problems_)) {
            sections.push_back(read_section(node, issue));
        }
        if (list.kind == NodeKind::list && sections.empty()) {
            problems_->error(list, ErrorId::no_sections);
        }
        if (method_ == domain::ScoringMethod::weighted_sections && !sections.empty()) {
            check_weights(list, sections);
        }
        return sections;
    }

    domain::Section read_section(const Node& node, const std::optional<IssueDraft>& issue) {
        domain::Section section;
        MapReader map{node, *problems_};
        section.id = must_id(map, "id");
        if (!section.id.empty()) {
            section_ids_.add(*map.find("id"), section.id, *problems_, ErrorId::duplicate_section);
        }
        section.title = scope_.texts.must_read(map, "title", TextKind::title);
        section.weight = read_weight(map);
        const auto section_issue = read_issue(map, issue, scope_.texts);
        if (const auto* items = map.must_find("items")) {
            for (const auto& item : read_list(*items, *problems_)) {
                section.items.push_back(read_item(item, *problems_, scope_, section_issue));
            }
            if (items->kind == NodeKind::list && section.items.empty()) {
                problems_->error(*items, ErrorId::empty_section, {section.id});
            }
        }
        map.finish();
        return section;
    }

    Decimal read_weight(MapReader& map) {
        const bool counts = method_ == domain::ScoringMethod::weighted_sections;
        const auto* node = counts ? map.must_find("weight") : map.find("weight");
        if (node == nullptr) {
            all_weights_given_ = false;
            return {};
        }
        if (!counts) {
            problems_->warning(map.key_node("weight"),
                               ErrorId::key_without_effect,
                               {"weight", domain::scoring_methods.word(method_)});
        }
        const auto weight = read_thousandths(*node, *problems_, weight_range);
        all_weights_given_ = all_weights_given_ && weight.has_value();
        return weight.value_or(Decimal{});
    }

    void check_weights(const Node& list, const std::vector<domain::Section>& sections) {
        Decimal sum;
        for (const auto& section : sections) {
            sum += section.weight;
        }
        if (!all_weights_given_) {
            return;
        }
        if (sum.is_zero()) {
            problems_->error(list, ErrorId::weights_zero);
        } else if (sum != whole_weight) {
            problems_->warning(list, ErrorId::weights_not_hundred, {to_text(sum)});
        }
    }

    Problems* problems_;
    ItemScope scope_;
    Names section_ids_;
    domain::ScoringMethod method_{};
    bool all_weights_given_ = true;
};

}  // namespace

ChecklistReading read_checklist(std::string_view yaml, std::string_view file) {
    auto parsed = parse(yaml, file);
    if (!parsed.errors.empty()) {
        return {.errors = std::move(parsed.errors)};
    }
    Problems problems{file};
    auto checklist = ChecklistReader{problems}.read(parsed.root);
    ChecklistReading reading{.errors = problems.take_errors(),
                             .warnings = problems.take_warnings()};
    if (reading.errors.empty()) {
        reading.checklist = std::move(checklist);
    }
    return reading;
}

}  // namespace dudao::yaml
