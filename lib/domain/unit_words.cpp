#include "domain/unit_words.hpp"

#include "base/text.hpp"

#include <array>

namespace dudao::domain {

namespace {

constexpr std::array<std::pair<std::string_view, UnitKind>, 24> kinds{{
    {"门店", UnitKind::store},          {"店铺", UnitKind::store},
    {"門市", UnitKind::store},          {"門店", UnitKind::store},
    {"部门", UnitKind::department},     {"部門", UnitKind::department},
    {"仓库", UnitKind::warehouse},      {"倉庫", UnitKind::warehouse},
    {"项目", UnitKind::project},        {"專案", UnitKind::project},
    {"项目部", UnitKind::project},      {"线上", UnitKind::online},
    {"网店", UnitKind::online},         {"線上", UnitKind::online},
    {"分公司", UnitKind::branch},       {"子公司", UnitKind::branch},
    {"区域", UnitKind::region},         {"大区", UnitKind::region},
    {"片区", UnitKind::region},         {"區域", UnitKind::region},
    {"总部", UnitKind::headquarters},   {"總部", UnitKind::headquarters},
    {"总公司", UnitKind::headquarters}, {"總公司", UnitKind::headquarters},
}};

constexpr std::array<std::pair<std::string_view, Ownership>, 16> owners{{
    {"直营", Ownership::owned},
    {"自营", Ownership::owned},
    {"直營", Ownership::owned},
    {"自營", Ownership::owned},
    {"直营店", Ownership::owned},
    {"直營店", Ownership::owned},
    {"加盟", Ownership::franchise},
    {"加盟店", Ownership::franchise},
    {"特许", Ownership::franchise},
    {"franchised", Ownership::franchise},
    {"联营", Ownership::joint},
    {"聯營", Ownership::joint},
    {"合营", Ownership::joint},
    {"托管", Ownership::managed},
    {"託管", Ownership::managed},
    {"委托管理", Ownership::managed},
}};

constexpr std::array<std::pair<std::string_view, UnitStatus>, 32> statuses{{
    {"营业", UnitStatus::open},        {"营业中", UnitStatus::open},
    {"正常", UnitStatus::open},        {"正常营业", UnitStatus::open},
    {"在营", UnitStatus::open},        {"已开业", UnitStatus::open},
    {"營業", UnitStatus::open},        {"營業中", UnitStatus::open},
    {"筹备", UnitStatus::preparing},   {"筹备中", UnitStatus::preparing},
    {"待开业", UnitStatus::preparing}, {"未开业", UnitStatus::preparing},
    {"籌備", UnitStatus::preparing},   {"籌備中", UnitStatus::preparing},
    {"装修", UnitStatus::suspended},   {"装修中", UnitStatus::suspended},
    {"停业", UnitStatus::suspended},   {"暂停营业", UnitStatus::suspended},
    {"歇业", UnitStatus::suspended},   {"停业整顿", UnitStatus::suspended},
    {"停業", UnitStatus::suspended},   {"暫停營業", UnitStatus::suspended},
    {"整修中", UnitStatus::suspended}, {"关店", UnitStatus::closed},
    {"闭店", UnitStatus::closed},      {"已关闭", UnitStatus::closed},
    {"关闭", UnitStatus::closed},      {"注销", UnitStatus::closed},
    {"撤店", UnitStatus::closed},      {"關店", UnitStatus::closed},
    {"閉店", UnitStatus::closed},      {"已撤店", UnitStatus::closed},
}};

template <class Enum, std::size_t count, std::size_t size>
Result<Enum> read(std::string_view text,
                  const std::array<std::pair<std::string_view, Enum>, count>& names,
                  const Vocabulary<Enum, size>& vocabulary) {
    const auto lower = ascii_lower(text);
    for (const auto& [name, value] : names) {
        if (name == lower) {
            return value;
        }
    }
    return vocabulary.parse(lower);
}

}  // namespace

Result<UnitKind> read_unit_kind(std::string_view text) {
    return read(text, kinds, unit_kinds);
}

Result<Ownership> read_ownership(std::string_view text) {
    return read(text, owners, ownerships);
}

Result<UnitStatus> read_unit_status(std::string_view text) {
    return read(text, statuses, unit_statuses);
}

}  // namespace dudao::domain
