#include "yaml/profiles.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"
#include "yaml/ids.hpp"

#include <algorithm>

namespace dudao::yaml {

namespace {

/// Finds out which items belong to one profile.
class ProfileReader {
  public:
    ProfileReader(const domain::Checklist& checklist,
                  const RepeatedItems& repeated,
                  Problems& problems)
        : checklist_(&checklist),
          repeated_(&repeated),
          problems_(&problems),
          items_(domain::items_of(checklist)) {}

    domain::Profile read(const Node& node, Names& names, Translations& texts) {
        MapReader map{node, *problems_};
        domain::Profile profile;
        if (const auto* id = map.must_find("id")) {
            profile.id = read_id(*id, *problems_).value_or("");
            names.add(*id, profile.id, *problems_, ErrorId::value_twice);
        }
        profile.title = texts.must_read(map, "title", TextKind::title);
        chosen_.assign(items_.size(), '0');
        if (const auto* sections = map.find("sections")) {
            choose_sections(*sections);
        }
        if (const auto* items = map.find("items")) {
            choose_items(*items);
        }
        if (const auto* classes = map.find("classes")) {
            const auto words = read_words(*classes, *problems_, domain::item_classes);
            choose([&](const domain::PlacedItem& placed) {
                return std::find(words.begin(), words.end(), placed.item->item_class) !=
                       words.end();
            });
        }
        if (const auto* tags = map.find("tags")) {
            const auto words = read_tags(*tags, *problems_);
            choose([&](const domain::PlacedItem& placed) {
                const auto& own = placed.item->tags;
                return std::find_first_of(own.begin(), own.end(), words.begin(), words.end()) !=
                       own.end();
            });
        }
        map.finish();
        if (chosen_.find('1') == std::string::npos) {
            problems_->error(node, ErrorId::profile_empty, {profile.id});
        }
        profile.items = chosen_;
        return profile;
    }

  private:
    template <class Test>
    bool choose(const Test& belongs) {
        bool any = false;
        for (std::size_t at = 0; at < items_.size(); ++at) {
            if (belongs(items_[at])) {
                chosen_[at] = '1';
                any = true;
            }
        }
        return any;
    }

    void choose_items(const Node& list) {
        for (const auto& node : read_list(list, *problems_)) {
            const auto id = read_id(node, *problems_);
            const auto* became = id ? repeated_->find(*id) : nullptr;
            if (id && !choose([&](const domain::PlacedItem& placed) {
                    return became == nullptr
                               ? ascii_lower(placed.item->id) == ascii_lower(*id)
                               : std::find(became->begin(), became->end(), placed.item->id) !=
                                     became->end();
                })) {
                problems_->error(node, ErrorId::profile_no_item, {*id});
            }
        }
    }

    /// The items of sections, and of their parts to any depth.
    void choose_sections(const Node& list) {
        const auto& sections = checklist_->sections;
        for (const auto& node : read_list(list, *problems_)) {
            const auto id = read_id(node, *problems_);
            const auto found =
                std::find_if(sections.begin(), sections.end(), [&](const auto& section) {
                    return id && ascii_lower(section.id) == ascii_lower(*id);
                });
            if (id && found == sections.end()) {
                problems_->error(node, ErrorId::profile_no_section, {*id});
                continue;
            }
            choose([&](const domain::PlacedItem& placed) { return is_below(placed, &*found); });
        }
    }

    bool is_below(const domain::PlacedItem& placed, const domain::Section* above) const {
        const auto* section = placed.section;
        while (section != above && section->parent) {
            section = &checklist_->sections[*section->parent];
        }
        return section == above;
    }

    const domain::Checklist* checklist_;
    const RepeatedItems* repeated_;
    Problems* problems_;
    std::vector<domain::PlacedItem> items_;
    std::string chosen_;
};

}  // namespace

std::vector<domain::Profile> read_profiles(const Node& list,
                                           const domain::Checklist& checklist,
                                           const RepeatedItems& repeated,
                                           Translations& texts,
                                           Problems& problems) {
    std::vector<domain::Profile> profiles;
    Names names;
    ProfileReader reader{checklist, repeated, problems};
    for (const auto& node : read_list(list, problems)) {
        profiles.push_back(reader.read(node, names, texts));
    }
    return profiles;
}

}  // namespace dudao::yaml
