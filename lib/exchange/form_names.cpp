#include "exchange/form_names.hpp"

#include "base/text.hpp"

#include <set>

namespace dudao::exchange {

namespace {

bool may_begin(char c) noexcept {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

}  // namespace

FormNames::FormNames(const domain::Checklist& checklist) {
    const auto items = domain::items_of(checklist);
    std::set<std::string> taken;
    for (const auto& placed : items) {
        taken.insert(ascii_lower(placed.item->id));
    }
    for (const auto& placed : items) {
        auto name = placed.item->id;
        while (!may_begin(name.front()) ||
               (name != placed.item->id && taken.contains(ascii_lower(name)))) {
            name.insert(0, "_");
        }
        names_.push_back(std::move(name));
    }
}

bool is_typed(const domain::Item& item) noexcept {
    switch (item.kind) {
        case domain::ItemKind::pass_fail:
        case domain::ItemKind::step:
        case domain::ItemKind::scale:
        case domain::ItemKind::choice:
        case domain::ItemKind::choices:
            return false;
        default:
            return true;
    }
}

}  // namespace dudao::exchange
